import type { ResourceType, Tag, TagSpecification } from '@aws-sdk/client-ec2'
import { AwsError } from '../../call.ts'

/** The tags that a request gives to the resources it makes. */
export const tagsFor = (type: ResourceType, specifications: readonly TagSpecification[] | undefined): Tag[] => {
  const tags = (specifications ?? []).filter(item => item.ResourceType === type).flatMap(item => item.Tags ?? [])
  requireTaggable(tags)
  return tags.map(({ Key, Value }) => ({ Key, Value: Value ?? '' }))
}

/** Keys of 1 to 128 characters, values of up to 256; `aws:` is AWS's own. */
export const requireTaggable = (tags: readonly Tag[]): void => {
  for (const { Key: key = '', Value: value = '' } of tags) {
    if (key === '' || key.length > 128 || value.length > 256)
      throw new AwsError('InvalidParameterValue', `The tag '${key}' is empty or too long.`)
    if (/^aws:/i.test(key))
      throw new AwsError('InvalidParameterValue', `Tag keys starting with 'aws:' are reserved for internal use`)
  }
}
