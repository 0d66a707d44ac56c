import type { CallContext } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import type { RecordedBuilds, WorldBuild } from '../../world/world.ts'

/** What the caller was recorded to be answered in the Region; undefined in a world that is made up. */
export const recordedBuilds = ({ world, region, caller }: CallContext): RecordedBuilds | undefined =>
  regionOf(world, region).recordedBuilds.get(caller.accountId)

/** What the caller built in the Region. */
export const ownBuilds = ({ world, region, caller }: CallContext): WorldBuild[] =>
  [...regionOf(world, region).builds.values()].filter(({ ownerId }) => ownerId === caller.accountId)

/** `…:image/linux/1.0.0` */
export const versionArn = ({ arn = '' }: { arn?: string | undefined }): string => arn.slice(0, arn.lastIndexOf('/'))

/** What lists and details of a build have in common. */
export const buildView = (build: WorldBuild) => ({
  arn: build.arn,
  name: build.name,
  type: 'AMI' as const,
  version: `${build.version}/${build.arn.split('/').at(-1)}`,
  platform: build.pipeline.platform,
  state: { status: build.state, ...(build.state === 'FAILED' ? { reason: 'Distribution to a Region failed' } : {}) },
  dateCreated: build.createdAt.toISOString(),
  outputResources: {
    amis: build.images.map(({ region, imageId, name, accountId }) => ({ region, image: imageId, name, accountId })),
  },
  buildType: 'SCHEDULED' as const,
  imageSource: 'CUSTOM' as const,
})
