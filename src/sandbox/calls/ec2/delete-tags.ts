import type { DeleteTagsRequest } from '@aws-sdk/client-ec2'
import type { Call } from '../../call.ts'
import { untag } from '../../world/changes.ts'
import { requireTaggableResources } from './taggable.ts'

/** Removes the caller's own tags; those that other accounts set stay (R10). */
export const deleteTags: Call<DeleteTagsRequest, Record<never, never>> = (input, context) => {
  const { world, region, caller } = context
  const resources = input.Resources ?? []
  requireTaggableResources(resources, context)
  const tags = input.Tags?.length ? input.Tags : undefined
  for (const resourceId of resources) untag(world, { region, resourceId, accountId: caller.accountId }, tags)
  return {}
}
