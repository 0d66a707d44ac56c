import type {
  DescribeFastLaunchImagesRequest,
  DescribeFastLaunchImagesResult,
  DescribeFastLaunchImagesSuccessItem,
} from '@aws-sdk/client-ec2'
import type { Call } from '../../call.ts'
import { fastLaunchOf } from '../../world/fast-launch.ts'
import { regionOf } from '../../world/find.ts'
import { compileFilters, type FilterFields } from './filter.ts'
import { type PageRule, pageFrom, pageStart } from './page.ts'

const rule: PageRule = { operation: 'DescribeFastLaunchImages', smallest: 1, largest: 200, unlimited: false }

const filters: FilterFields<DescribeFastLaunchImagesSuccessItem> = {
  'owner-id': item => item.OwnerId,
  'resource-type': item => item.ResourceType,
  state: item => item.State,
}

/** The Windows images that the caller keeps pre-provisioned snapshots of. */
export const describeFastLaunchImages: Call<DescribeFastLaunchImagesRequest, DescribeFastLaunchImagesResult> = (
  input,
  { world, region, caller },
) => {
  const matches = compileFilters(input.Filters, filters)
  const wanted = new Set(input.ImageIds ?? [])
  const idOf = ({ ImageId = '' }: DescribeFastLaunchImagesSuccessItem) => ImageId
  const isShown = (item: DescribeFastLaunchImagesSuccessItem) =>
    matches(item) && (wanted.size === 0 || wanted.has(idOf(item)))
  const { after, limit } = pageStart(rule, input)
  const own = fastLaunchOf(regionOf(world, region), caller.accountId)
  const { items, NextToken } = pageFrom(rule, own.after(after), idOf, isShown, limit)
  return { FastLaunchImages: items, NextToken }
}
