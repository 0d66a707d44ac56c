import { deregistrationOfImage } from '../../db/deregistration/deregistration.ts'
import { imageByKey } from '../../db/images/image.ts'
import { loadAccount } from '../load-account.ts'
import { loadCertain } from '../load-certain.ts'
import type { DeregistrationSavingResolvers } from '../schema.generated.ts'

export const DeregistrationSaving: DeregistrationSavingResolvers = {
  image: ({ region, imageId }, _, context, info) => loadCertain(context, imageByKey, { region, imageId }, info),

  owner: ({ ownerAccountId }, _, context, info) => loadAccount(context, ownerAccountId, info),

  deregistration: ({ region, imageId }, _, context, info) =>
    loadCertain(context, deregistrationOfImage, { region, imageId }, info),
}
