import type { GraphQLResolveInfo } from 'graphql'
import type { ImageRow } from '../db/images/image.ts'
import { type LaunchPermissionRow, permissionsOfImage } from '../db/launch-permissions/launch-permission.ts'
import {
  type LaunchPermissionsReadRow,
  permissionsReadOfImage,
} from '../db/launch-permissions/launch-permissions-read.ts'
import { permissionsAsOf } from '../db/memory/image-as-of.ts'
import { checkPageSize } from './page-arguments.ts'
import type { RequestContext } from './request-context.ts'
import { selectionOf } from './selection.ts'

/**
 * An image's launch permission list, or its first entries, each with the time of its reading; null where it was never
 * read.
 */
export const loadLaunchPermissions = async (
  { load }: RequestContext,
  { region, imageId, asOf, listWasKnown }: Pick<ImageRow, 'region' | 'imageId' | 'asOf' | 'listWasKnown'>,
  first: number | null,
  info: GraphQLResolveInfo,
) => {
  const most = first === null ? null : checkPageSize('first', first)
  const image = { region, imageId }
  if (asOf !== undefined)
    return listWasKnown
      ? load.list<LaunchPermissionRow>(permissionsAsOf, { ...image, asOf }, selectionOf(info), {}, most)
      : null
  const [read, permissions] = await Promise.all([
    load.one<LaunchPermissionsReadRow>(permissionsReadOfImage, image, {}),
    load.list<LaunchPermissionRow>(permissionsOfImage, image, selectionOf(info), {}, most),
  ])
  if (!read?.observedAt) return null
  return permissions.map(permission => ({ ...permission, observedAt: read.observedAt }))
}
