import { namedAccount } from '../../../db/accounts/any-account.ts'
import { imageByKey } from '../../../db/images/image.ts'
import { launchTemplateVersion } from '../../../db/launch-templates/launch-template-version.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const LaunchTemplateVersion: TypeMap = {
  ...facts(launchTemplateVersion.fields),
  account: one(namedAccount),
  image: one(imageByKey),
}
