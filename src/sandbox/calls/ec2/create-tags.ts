import type { CreateTagsRequest } from '@aws-sdk/client-ec2'
import { AwsError, type Call } from '../../call.ts'
import { tag } from '../../world/changes.ts'
import { requireTaggable } from './tag-specifications.ts'
import { requireTaggableResources } from './taggable.ts'

/** Sets the caller's own tags on images, snapshots and instances (R10). */
export const createTags: Call<CreateTagsRequest, Record<never, never>> = (input, context) => {
  const { world, region, caller } = context
  const resources = input.Resources ?? []
  const tags = input.Tags ?? []
  if (resources.length === 0 || tags.length === 0)
    throw new AwsError('MissingParameter', 'The request must contain resources and tags')
  if (tags.length > 50) throw new AwsError('TagLimitExceeded', 'The maximum number of tags for a resource is 50')
  requireTaggable(tags)
  requireTaggableResources(resources, context)
  for (const resourceId of resources) tag(world, { region, resourceId, accountId: caller.accountId }, tags)
  return {}
}
