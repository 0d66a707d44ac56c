import type { SourceKind } from '../domain/source.ts'
import { imagesThirdParty } from './collect/images-third-party.ts'
import { instanceTypes } from './collect/instance-types.ts'
import type { Collector } from './collector.ts'
import type { RunSource } from './sync-context.ts'
import type { SourceResult } from './sync-source.ts'

/** A kind of source that one account reads for a whole Region and every member, once all accounts are read. */
export type RegionWideKind = {
  kind: SourceKind
  read(run: RunSource, accountId: string, region: string): Promise<SourceResult>
}

/** One line a kind. */
export const regionWideKinds: readonly RegionWideKind[] = [
  regionWideKind('IMAGES_THIRD_PARTY', imagesThirdParty),
  regionWideKind('INSTANCE_TYPES', instanceTypes),
]

function regionWideKind<Facts>(kind: SourceKind, collector: Collector<Facts>): RegionWideKind {
  return { kind, read: (run, accountId, region) => run({ accountId, region, kind }, collector) }
}
