import { createHash } from 'node:crypto'
import { OrderedIndex } from '../world/ordered-index.ts'

/** An object of a bucket; a new version of it is a new one. */
export type StoredObject = {
  readonly key: string
  readonly body: Buffer
  /** In quotes, as S3 writes it: the MD5 digest of the body */
  readonly etag: string
  readonly lastModified: Date
}

export type Bucket = {
  readonly name: string
  readonly region: string
  /** Nobody else may read it */
  readonly ownerId: string
  /** In the order of their keys; to be read once `prepare` has ended */
  readonly objects: OrderedIndex<StoredObject>
  put(key: string, body: Buffer): StoredObject
  remove(key: string): void
  /** Makes the objects whose keys begin so, where they are only made when somebody asks for them */
  prepare(prefix: string): Promise<void>
}

export type BucketOptions = Pick<Bucket, 'name' | 'region' | 'ownerId'> & {
  now: () => Date
  prepare?: (bucket: Bucket, prefix: string) => Promise<void>
}

export const createBucket = ({ now, prepare, ...options }: BucketOptions): Bucket => {
  const objects = new OrderedIndex<StoredObject>(({ key }) => key)
  const bucket: Bucket = {
    ...options,
    objects,
    put(key, body) {
      const etag = `"${createHash('md5').update(body).digest('hex')}"`
      const lastModified = new Date(Math.floor(now().getTime() / 1000) * 1000)
      objects.delete(key)
      const stored = { key, body, etag, lastModified }
      objects.add(stored)
      return stored
    },
    remove: key => void objects.delete(key),
    prepare: async prefix => prepare?.(bucket, prefix),
  }
  return bucket
}
