import { namedAccount } from '../../../db/accounts/any-account.ts'
import { imagePipeline } from '../../../db/image-builder/image-pipeline.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const ImagePipeline: TypeMap = { ...facts(imagePipeline.fields), account: one(namedAccount) }
