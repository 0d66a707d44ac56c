import type { Tag as Ec2Tag } from '@aws-sdk/client-ec2'
import type { Tag } from '../../domain/facts.ts'

/** Tags ordered by key, so that an unchanged set stays an unchanged set. */
export function readTags(given: readonly Ec2Tag[] = []): Tag[] {
  return given
    .flatMap(({ Key, Value }) => (Key === undefined ? [] : [{ key: Key, value: Value ?? '' }]))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}
