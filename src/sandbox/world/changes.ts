// biome-ignore-all lint/performance/noBarrelFile: one thing a file, and one place to find them all
/**
 * Everything that can happen to a world while it is served. These functions make it happen and tell the listeners; they
 * do not ask whether AWS would allow it, so that a test can also make what only went wrong elsewhere (R12). The calls
 * check first.
 */
export { addAccount } from './changes/add-account.ts'
export { copyImage } from './changes/copy-image.ts'
export {
  createLaunchTemplate,
  createLaunchTemplateVersion,
  deleteLaunchTemplate,
} from './changes/create-launch-template.ts'
export { deprecate } from './changes/deprecate.ts'
export { deregister } from './changes/deregister.ts'
export { disable, enable } from './changes/disable.ts'
export { createGrant, revokeGrant } from './changes/grant.ts'
export { launch } from './changes/launch.ts'
export { makeUsageReport } from './changes/make-usage-report.ts'
export { attachWatermark, detachWatermark } from './changes/mark.ts'
export { moveAccount } from './changes/move-account.ts'
export { forgetImage, nameImage } from './changes/name-image.ts'
export { putKeyPolicy } from './changes/put-key-policy.ts'
export { recycle, restore } from './changes/recycle.ts'
export { registerImage } from './changes/register-image.ts'
export { removeAccount } from './changes/remove-account.ts'
export { setFastLaunch } from './changes/set-fast-launch.ts'
export { setRegion } from './changes/set-region.ts'
export { setSettings } from './changes/set-settings.ts'
export { share, unshare } from './changes/share.ts'
export { suspendAccount } from './changes/suspend-account.ts'
export { tag, untag } from './changes/tag.ts'
export { terminate } from './changes/terminate.ts'
