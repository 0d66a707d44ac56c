import type { Buckets } from '../../storage/buckets.ts'
import { getObject, headObject } from './get-object.ts'
import { listObjectsV2 } from './list-objects-v2.ts'

/** S3's calls over the buckets of one sandbox. */
export const s3Calls = (buckets: Buckets) => ({
  GetObject: getObject(buckets),
  HeadObject: headObject(buckets),
  ListObjectsV2: listObjectsV2(buckets),
})
