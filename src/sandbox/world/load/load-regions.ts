import type { Region } from '@aws-sdk/client-ec2'
import type { Dump } from './dump.ts'
import { listIn, textIn } from './read-outputs.ts'

/** Every Region that a folder or a recorded DescribeRegions names. */
export const loadRegions = (dump: Dump): { name: string; optIn: boolean }[] => {
  const regions = new Map<string, boolean>()
  for (const { own, regions: folders } of dump.accounts) {
    for (const output of own.outputs('describe-regions')) {
      for (const region of listIn<Region>(output, 'Regions')) {
        const name = textIn(output, region, 'RegionName')
        const needsOptIn = region.OptInStatus === 'opted-in' || region.OptInStatus === 'not-opted-in'
        regions.set(name, needsOptIn || (regions.get(name) ?? false))
      }
    }
    for (const { name } of folders) regions.set(name, regions.get(name) ?? false)
  }
  return [...regions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, optIn]) => ({ name, optIn }))
}
