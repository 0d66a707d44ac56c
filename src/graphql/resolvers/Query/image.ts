import { type ImageRow, imageByKey, imagesById } from '../../../db/images/image.ts'
import { checkAwsId } from '../../../domain/aws-id.ts'
import { loadImageAsOf } from '../../load-image-as-of.ts'
import { only } from '../../only.ts'
import type { QueryResolvers } from '../../schema.generated.ts'
import { selectionOf } from '../../selection.ts'

export const image: QueryResolvers['image'] = async (_, { imageId, region = null, asOf = null }, context, info) => {
  checkAwsId('image', imageId)
  if (asOf !== null) return loadImageAsOf(context, { imageId, region, asOf }, info)
  if (region) return context.load.one(imageByKey, { region, imageId }, selectionOf(info))
  return only(imageId, await context.load.list<ImageRow>(imagesById, { imageId }, selectionOf(info)), row => row.region)
}
