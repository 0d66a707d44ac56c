import { imageByKey } from '../../db/images/image.ts'
import { loadCertain } from '../load-certain.ts'
import type { ExposureResolvers } from '../schema.generated.ts'

export const Exposure: ExposureResolvers = {
  image: ({ region, imageId }, _, context, info) => loadCertain(context, imageByKey, { region, imageId }, info),
}
