import { DescribeRegionsCommand, type EC2Client } from '@aws-sdk/client-ec2'
import type { AccountRegion } from '../../domain/facts.ts'
import { spell } from '../../domain/vocabulary.ts'

/** ec2 DescribeRegions: the Regions that are enabled in the account, in AWS's order. One call, no pages. */
export async function describeRegions(ec2: EC2Client, accountId: string): Promise<AccountRegion[]> {
  const { Regions = [] } = await ec2.send(new DescribeRegionsCommand({ AllRegions: false }))
  return Regions.flatMap(({ RegionName, OptInStatus }) =>
    RegionName === undefined
      ? []
      : [{ accountId, region: RegionName, optInStatus: spell('optInStatus', OptInStatus) ?? 'OPT_IN_NOT_REQUIRED' }],
  )
}
