import type { Source, SourceKind } from '../domain/source.ts'
import type { Spreading } from '../domain/spread.ts'
import { allowedImages } from './collect/allowed-images.ts'
import { imageBlockPublicAccess, snapshotBlockPublicAccess } from './collect/block-public-access.ts'
import { fastLaunch } from './collect/fast-launch.ts'
import { imageAncestry } from './collect/image-ancestry.ts'
import { imageBuilds } from './collect/image-builds.ts'
import { imagePipelines } from './collect/image-pipelines.ts'
import { imageReferences } from './collect/image-references.ts'
import { imageUsage } from './collect/image-usage.ts'
import { imagesOwned } from './collect/images-owned.ts'
import { imagesShared } from './collect/images-shared.ts'
import { instanceImages } from './collect/instance-images.ts'
import { instances } from './collect/instances.ts'
import { kmsKeys } from './collect/kms-keys.ts'
import { launchPermissions } from './collect/launch-permissions.ts'
import { launchTemplates } from './collect/launch-templates.ts'
import { recycleBin } from './collect/recycle-bin.ts'
import { snapshotPermissions } from './collect/snapshot-permissions.ts'
import { snapshots } from './collect/snapshots.ts'
import type { Collector } from './collector.ts'
import type { RunSource } from './sync-context.ts'
import type { SourceResult } from './sync-source.ts'

/** A kind of source that every account has in each of its Regions. */
export type RegionalKind = {
  kind: SourceKind
  /** Kinds of the same account and Region whose facts say what this one asks AWS about: they are read before it */
  after: readonly SourceKind[]
  /** What it asks AWS about follows from other accounts' facts too: a run reads it once all accounts' other kinds are */
  last: boolean
  read(run: RunSource, source: Source): Promise<SourceResult>
}

/** One line a kind; those named in `after` stand above it. */
export const regionalKinds: readonly RegionalKind[] = [
  regionalKind('IMAGES_OWNED', imagesOwned),
  regionalKind('LAUNCH_PERMISSIONS', launchPermissions, { after: ['IMAGES_OWNED'] }),
  regionalKind('IMAGES_SHARED', imagesShared),
  regionalKind('SNAPSHOTS', snapshots),
  regionalKind('SNAPSHOT_PERMISSIONS', snapshotPermissions, {
    after: ['IMAGES_OWNED', 'LAUNCH_PERMISSIONS', 'SNAPSHOTS'],
  }),
  regionalKind('INSTANCES', instances),
  regionalKind('INSTANCE_IMAGES', instanceImages, { after: ['INSTANCES'] }),
  regionalKind('ALLOWED_IMAGES', allowedImages),
  regionalKind('IMAGE_BLOCK_PUBLIC_ACCESS', imageBlockPublicAccess),
  regionalKind('SNAPSHOT_BLOCK_PUBLIC_ACCESS', snapshotBlockPublicAccess),
  regionalKind('IMAGE_PIPELINES', imagePipelines),
  regionalKind('IMAGE_BUILDS', imageBuilds),
  regionalKind('IMAGE_ANCESTRY', imageAncestry, { after: ['IMAGES_OWNED'], last: true }),
  regionalKind('KMS_KEYS', kmsKeys, { after: ['LAUNCH_PERMISSIONS', 'SNAPSHOTS'], last: true }),
  regionalKind('RECYCLE_BIN', recycleBin),
  regionalKind('FAST_LAUNCH', fastLaunch),
  regionalKind('LAUNCH_TEMPLATES', launchTemplates),
  regionalKind('IMAGE_REFERENCES', imageReferences, {
    after: ['IMAGES_OWNED', 'IMAGES_SHARED', 'INSTANCES', 'LAUNCH_TEMPLATES'],
  }),
]

/** Only where usage reports are switched on: it has AWS write them. */
export const usageKind = (spreading: Spreading): RegionalKind =>
  regionalKind('IMAGE_USAGE', imageUsage(spreading), { after: ['IMAGES_OWNED', 'LAUNCH_PERMISSIONS'] })

function regionalKind<Facts>(
  kind: SourceKind,
  collector: Collector<Facts>,
  { after = [], last = false }: { after?: readonly SourceKind[]; last?: boolean } = {},
): RegionalKind {
  return { kind, after, last, read: (run, source) => run(source, collector) }
}
