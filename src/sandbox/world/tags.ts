import type { Tag } from '@aws-sdk/client-ec2'

/** Tags with `added` on top: a key that is there already gets its new value. */
export const mergedTags = (tags: readonly Tag[], added: readonly Tag[]): Tag[] => {
  const byKey = new Map(tags.map(tag => [tag.Key, tag]))
  for (const tag of added) byKey.set(tag.Key, { Key: tag.Key, Value: tag.Value ?? '' })
  return [...byKey.values()]
}

/** Tags without `removed`; one with a value only goes where the value is the same, as AWS does it. */
export const tagsWithout = (tags: readonly Tag[], removed: readonly Tag[]): Tag[] =>
  tags.filter(tag => !removed.some(({ Key, Value }) => Key === tag.Key && (Value === undefined || Value === tag.Value)))
