import type { GraphQLResolveInfo } from 'graphql'
import { type LaunchPermissionRow, permissionsOfImage } from '../db/launch-permissions/launch-permission.ts'
import {
  type LaunchPermissionsReadRow,
  permissionsReadOfImage,
} from '../db/launch-permissions/launch-permissions-read.ts'
import type { RequestContext } from './request-context.ts'
import { selectionOf } from './selection.ts'

/** An image's launch permission list, each entry with the time of its reading; null where it was never read. */
export const loadLaunchPermissions = async (
  { load }: RequestContext,
  image: { region: string; imageId: string },
  info: GraphQLResolveInfo,
) => {
  const [read, permissions] = await Promise.all([
    load.one<LaunchPermissionsReadRow>(permissionsReadOfImage, image, {}),
    load.list<LaunchPermissionRow>(permissionsOfImage, image, selectionOf(info)),
  ])
  if (!read?.observedAt) return null
  return permissions.map(permission => ({ ...permission, observedAt: read.observedAt }))
}
