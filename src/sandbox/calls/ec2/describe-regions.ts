import type { DescribeRegionsRequest, DescribeRegionsResult, Region } from '@aws-sdk/client-ec2'
import { AwsError, type Call } from '../../call.ts'
import type { WorldRegion } from '../../world/world.ts'
import { compileFilters } from './filter.ts'

/** The Regions that the account can use; with AllRegions, also those it did not opt into. */
export const describeRegions: Call<DescribeRegionsRequest, DescribeRegionsResult> = (input, { world, caller }) => {
  const matches = compileFilters<Region>(input.Filters, {
    endpoint: region => region.Endpoint,
    'opt-in-status': region => region.OptInStatus,
    'region-name': region => region.RegionName,
  })
  for (const name of input.RegionNames ?? []) {
    if (!world.regions.has(name)) throw new AwsError('InvalidParameterValue', `Invalid region provided: '${name}'`)
  }
  const enabled = world.accounts.get(caller.accountId)?.enabledRegions
  const isEnabled = (region: WorldRegion) => enabled?.has(region.name) ?? !region.optIn
  const optInStatus = (region: WorldRegion) => {
    if (!region.optIn) return 'opt-in-not-required'
    return isEnabled(region) ? 'opted-in' : 'not-opted-in'
  }
  const Regions = [...world.regions.values()]
    .filter(region =>
      input.RegionNames?.length ? input.RegionNames.includes(region.name) : input.AllRegions || isEnabled(region),
    )
    .map(region => ({ RegionName: region.name, Endpoint: region.endpoint, OptInStatus: optInStatus(region) }))
    .filter(matches)
  return { Regions }
}
