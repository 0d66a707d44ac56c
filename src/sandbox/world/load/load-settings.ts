import type {
  GetAllowedImagesSettingsResult,
  GetImageBlockPublicAccessStateResult,
  GetSnapshotBlockPublicAccessStateResult,
} from '@aws-sdk/client-ec2'
import { settingsOf } from '../region-settings.ts'
import type { RegionSettings } from '../world.ts'
import type { ImageView } from './load-images.ts'

/** Loads an account's settings in a Region, as far as they were recorded. */
export const loadSettings = ({ accountId, region, folder }: ImageView): void => {
  const answer = <T>(operation: string) => folder.outputs(operation).at(-1)?.body as T | undefined
  const allowed = answer<GetAllowedImagesSettingsResult>('get-allowed-images-settings')
  const images = answer<GetImageBlockPublicAccessStateResult>('get-image-block-public-access-state')
  const snapshots = answer<GetSnapshotBlockPublicAccessStateResult>('get-snapshot-block-public-access-state')
  if (!allowed && !images && !snapshots) return
  const settings: RegionSettings = { ...settingsOf(region, accountId) }
  if (allowed?.State === 'enabled' || allowed?.State === 'audit-mode')
    settings.allowedImages = { state: allowed.State, criteria: allowed.ImageCriteria ?? [] }
  if (images?.ImageBlockPublicAccessState === 'unblocked') settings.imageBlockPublicAccess = 'unblocked'
  if (snapshots?.State !== undefined) settings.snapshotBlockPublicAccess = snapshots.State
  region.settings.set(accountId, settings)
}
