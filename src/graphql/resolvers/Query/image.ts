import { type ImageRow, imageByKey, imagesById } from '../../../db/images/image.ts'
import { checkAwsId } from '../../../domain/aws-id.ts'
import { only } from '../../only.ts'
import type { QueryResolvers } from '../../schema.generated.ts'
import { selectionOf } from '../../selection.ts'

export const image: QueryResolvers['image'] = async (_, { imageId, region }, { load }, info) => {
  checkAwsId('image', imageId)
  if (region) return load.one(imageByKey, { region, imageId }, selectionOf(info))
  return only(imageId, await load.list<ImageRow>(imagesById, { imageId }, selectionOf(info)), row => row.region)
}
