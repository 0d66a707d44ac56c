import { type Bucket, type BucketOptions, createBucket } from './bucket.ts'

/** The S3 buckets of one sandbox, by name: names are unique over all of AWS. */
export type Buckets = {
  create(options: Omit<BucketOptions, 'now'>): Bucket
  find(name: string): Bucket | undefined
}

export const createBuckets = ({ now }: { now: () => Date }): Buckets => {
  const buckets = new Map<string, Bucket>()
  return {
    create(options) {
      const bucket = createBucket({ now, ...options })
      buckets.set(bucket.name, bucket)
      return bucket
    },
    find: name => buckets.get(name),
  }
}
