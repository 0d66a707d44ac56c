/** Golden images (R19): families with monthly releases, built in the home Region and copied to the others. */
import type { LaunchPermission, Tag } from '@aws-sdk/client-ec2'
import { deregister, disable, tag } from '../changes.ts'
import { regionOf } from '../find.ts'
import { type KeyKind, keyFor } from '../kms-keys.ts'
import type { WorldImage } from '../world.ts'
import { makeBuild } from './image-builds.ts'
import { type ImagePlan, makeImage } from './make-image.ts'
import { daysAgo, dotted, type Making, stockOf } from './making.ts'
import { productNamed } from './outsiders.ts'
import { platforms } from './platforms.ts'
import { tagTexts } from './tag-texts.ts'

type Family = { name: string; permissions: LaunchPermission[]; isBuiltByPipeline?: true; isApproved?: true } & Pick<
  ImagePlan,
  'platform' | 'architecture' | 'bootMode' | 'hasTpm' | 'key' | 'productCodes' | 'readers'
>

/** How old each release is in days; the last two were taken back. */
const ages = [9, 39, 70, 100, 131, 161, 192]
const isDeprecated = (age: number) => age > 90
const isDisabled = (age: number) => age === 161
const isDeregistered = (age: number) => age === 192

const openKey: KeyKind = { alias: 'alias/golden-images', awsManaged: false, sharedWithOrganization: true }
const closedKey: KeyKind = { alias: 'alias/regulated-images', awsManaged: false, sharedWithOrganization: false }

export const makeGoldenImages = (making: Making): void => {
  const regions = [...making.cast.imageFactory.enabledRegions].sort(
    (a, b) => Number(b === making.homeRegion) - Number(a === making.homeRegion),
  )
  for (const family of families(making)) {
    for (const age of ages) {
      const release = makeRelease(making, family, age, regions)
      if (family.isBuiltByPipeline) makeBuild(making, family, release, daysAgo(making, age), regions)
    }
  }
  for (const region of regions) shareClosedKey(making, region)
  tagAsConsumers(making)
}

const families = ({ cast, world }: Making): Family[] => {
  const unit = (name: string): LaunchPermission => ({ OrganizationalUnitArn: cast.units.get(name) ?? '' })
  const organization: LaunchPermission = { OrganizationArn: world.organization.arn }
  const others = cast.members.filter(({ accountId }) => accountId !== cast.imageFactory.accountId)
  const eachAccount = others.slice(0, 940).map(({ accountId }) => ({ UserId: accountId }))
  return [
    {
      name: 'nordwind-linux-2023',
      bootMode: 'uefi-preferred',
      permissions: [organization],
      isBuiltByPipeline: true,
      isApproved: true,
    },
    { name: 'nordwind-linux-2023-arm64', architecture: 'arm64', bootMode: 'uefi', permissions: [unit('Workloads')] },
    {
      name: 'nordwind-ubuntu-2404-pro',
      platform: platforms.ubuntuPro,
      permissions: [unit('Workloads'), { UserId: cast.network.accountId }],
    },
    {
      name: 'nordwind-rhel-9',
      platform: platforms.redHat,
      key: openKey,
      permissions: [unit('Production'), unit('Infrastructure')],
      isBuiltByPipeline: true,
      isApproved: true,
    },
    {
      name: 'nordwind-windows-2022',
      platform: platforms.windows,
      bootMode: 'legacy-bios',
      permissions: [organization],
      isBuiltByPipeline: true,
    },
    // The key is only open to the payments account: the grant to Non-Production launches and dies (R9)
    {
      name: 'nordwind-windows-2022-sql',
      platform: platforms.windowsSql,
      bootMode: 'uefi',
      hasTpm: true,
      key: closedKey,
      permissions: [unit('Card Payments'), unit('Non-Production')],
    },
    // One grant an account where one to the organization would do, close to the quota in a large world (R11)
    { name: 'nordwind-container-host', bootMode: 'uefi-preferred', permissions: eachAccount, readers: eachAccount },
    // Built on a Marketplace image: the product code stays (R14)
    {
      name: 'nordwind-hardened-rhel-9',
      platform: platforms.redHat,
      productCodes: [productNamed('keelstone-hardened-rhel-9').code],
      permissions: [{ UserId: cast.payments.accountId }, { UserId: cast.booking.accountId }],
    },
  ]
}

/** Its images, that of the home Region first. */
const makeRelease = (making: Making, family: Family, age: number, regions: readonly string[]): WorldImage[] => {
  const made: WorldImage[] = []
  const created = daysAgo(making, age)
  let source: WorldImage | undefined
  for (const [position, region] of regions.entries()) {
    // A release that never reached the last Region, and the current one that is still on its way there
    const isLast = position > 0 && position === regions.length - 1
    if (isLast && age === 70) continue
    const isPending = isLast && age === ages[0] && family.name === 'nordwind-linux-2023'
    const isFailed = isLast && age === ages[0] && family.name === 'nordwind-rhel-9'
    const image = makeImage(making, {
      ...family,
      region,
      ownerId: making.cast.imageFactory.accountId,
      name: `${family.name}-${dotted(created)}`,
      description: `Golden image ${family.name}, release ${dotted(created)}`,
      created: new Date(created.getTime() + position * 23 * 60_000),
      state: isPending ? 'pending' : isFailed ? 'failed' : 'available',
      permissions: isPending || isFailed ? [] : family.permissions,
      tags: releaseTags(family.name, dotted(created)),
      isProtected: age === ages[0],
      ...(isDeprecated(age) ? { deprecated: daysAgo(making, age - 90) } : {}),
      ...(source ? { source } : { fromInstance: true }),
    })
    if (source === undefined && family.isApproved) approve(image, created)
    source ??= image
    made.push(image)
    keep(making, image, age)
  }
  return made
}

/** The watermark that copies carry on, and what anybody makes of them (R19). */
const approve = (image: WorldImage, created: Date) => {
  image.facts.ImageWatermarks = [
    {
      WatermarkKey: `${image.ownerId}:nordwind-approved`,
      SourceImageRegion: image.region,
      SourceImageId: image.imageId,
      SourceImageCreationTime: created,
      WatermarkCreationTime: new Date(created.getTime() + 11 * 60_000),
    },
  ]
}

const keep = (making: Making, image: WorldImage, age: number) => {
  const stock = stockOf(making, image.region)
  if (isDisabled(age)) disable(making.world, image)
  if (isDeregistered(age)) deregister(making.world, image)
  if (isDisabled(age) || isDeregistered(age)) stock.retired.push(image)
  else if (image.facts.State === 'available') {
    stock.golden.push(image)
    if (age === ages[0]) stock.currentGolden.push(image)
  }
}

const releaseTags = (family: string, release: string): Tag[] => [
  { Key: 'golden', Value: 'true' },
  { Key: 'family', Value: family },
  { Key: 'release', Value: release },
  { Key: 'owner', Value: 'platform-images' },
]

const shareClosedKey = ({ cast, world }: Making, region: string) =>
  keyFor(regionOf(world, region), cast.imageFactory.accountId, closedKey, world.random).sharedWith.add(
    cast.payments.accountId,
  )

/** Consumers label what is shared with them; the owner never sees it (R10). */
const tagAsConsumers = (making: Making) => {
  const consumers = [making.cast.booking, making.cast.tracking, making.cast.network]
  for (const { currentGolden } of making.stock.values()) {
    for (const [position, image] of currentGolden.entries()) {
      const { accountId } = consumers[position % consumers.length] as (typeof consumers)[number]
      const start = position % (tagTexts.length - 2)
      tag(
        making.world,
        { region: image.region, resourceId: image.imageId, accountId },
        tagTexts.slice(start, start + 3),
      )
    }
  }
}
