import { allowedImages } from '../../../db/account-settings/allowed-images.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'

export const AllowedImagesSettings: TypeMap = facts(allowedImages.fields)
