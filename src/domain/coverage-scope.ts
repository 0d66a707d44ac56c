import type { SourceKind } from './source.ts'

/** Some of the sources that an answer depends on. Null stands for all accounts or Regions. */
export type ScopePart = {
  readonly kinds: readonly SourceKind[]
  readonly accounts: readonly string[] | null
  readonly regions: readonly string[] | null
  /** Counts only where one of these accounts is not a member of the organization; null: always */
  readonly unlessMembers: readonly string[] | null
}

/** The sources that an answer depends on (R20). */
export type Scope = {
  readonly parts: readonly ScopePart[]
  /** The image whose own launch permission list the answer depends on: one image can fail where its source does not */
  readonly permissionsOf: { readonly region: string; readonly imageId: string } | null
}

type List = readonly string[] | null

const part = (kinds: readonly SourceKind[], accounts: List, regions: List, unlessMembers: List = null): ScopePart => ({
  kinds,
  accounts,
  regions,
  unlessMembers,
})

const scope = (parts: readonly ScopePart[], permissionsOf: Scope['permissionsOf'] = null): Scope => ({
  parts: [part(['ORGANIZATION'], null, null), ...parts],
  permissionsOf,
})

/** What only other accounts, or a look-up, tell of images that no member owns. */
const outsideImages = (regions: List, owners: List = null): ScopePart =>
  part(['REGIONS', 'IMAGES_SHARED', 'INSTANCE_IMAGES', 'IMAGES_THIRD_PARTY'], null, regions, owners)

const everyImage = (regions: List): ScopePart[] => [
  part(['REGIONS', 'IMAGES_OWNED'], null, regions),
  outsideImages(regions),
]

/** Whether one of these fields is asked for; names of fields below one are joined by a dot. */
const asks = (fields: readonly string[], ...names: readonly string[]): boolean =>
  names.some(name => fields.includes(name))

const asksForShares = (fields: readonly string[]) =>
  asks(fields, 'visibility', 'launchPermissions', 'launchPermissionsRead', 'launchableBy')

const asksForInstances = (fields: readonly string[]) => asks(fields, 'instances', 'instanceCount', 'inUse')

/** Fields of an image that accounts of the Region tell of, each of its own source. */
const toldInRegion = [
  ['references', 'IMAGE_REFERENCES'],
  ['launchTemplateVersions', 'LAUNCH_TEMPLATES'],
  ['fastLaunch', 'FAST_LAUNCH'],
] as const

/** What is asked of images that has a source of its own. */
const configurationOf = (owners: List, regions: List, fields: readonly string[]): ScopePart[] => [
  ...toldInRegion.flatMap(([field, kind]) => (asks(fields, field) ? [part(['REGIONS', kind], null, regions)] : [])),
  ...(asks(fields, 'recycleBin') ? [part(['REGIONS', 'RECYCLE_BIN'], owners, regions)] : []),
]

/** The organization, its units and accounts. */
export const organizationScope: Scope = scope([])

/** One image, and what is asked of it. */
export const imageScope = (
  image: { region: string; imageId: string; ownerAccountId: string | null; sourceImageRegion: string | null },
  fields: readonly string[],
): Scope => {
  const owners = image.ownerAccountId === null ? null : [image.ownerAccountId]
  const regions = [image.region]
  const shares = asksForShares(fields)
  return scope(
    [
      part(shares ? ['IMAGES_OWNED', 'LAUNCH_PERMISSIONS'] : ['IMAGES_OWNED'], owners ?? [], regions),
      outsideImages(regions, owners),
      ...(asksForInstances(fields) ? [part(['REGIONS', 'INSTANCES'], null, regions)] : []),
      ...(asks(fields, 'tags') ? [part(['REGIONS', 'IMAGES_SHARED'], null, regions)] : []),
      ...(asks(fields, 'blockDevices.snapshot') ? [part(['SNAPSHOTS'], null, regions)] : []),
      ...(asks(fields, 'ancestors') ? [part(['IMAGE_ANCESTRY'], owners ?? [], regions)] : []),
      ...(asks(fields, 'build') ? [part(['REGIONS', 'IMAGE_BUILDS', 'IMAGE_PIPELINES'], null, null)] : []),
      ...(asks(fields, 'blockDevices.kmsKey') ? [part(['SNAPSHOTS', 'KMS_KEYS'], null, regions)] : []),
      ...configurationOf(owners, regions, fields),
      ...(asks(fields, 'sourceImage') && image.sourceImageRegion ? everyImage([image.sourceImageRegion]) : []),
    ],
    shares ? { region: image.region, imageId: image.imageId } : null,
  )
}

/** A list of images: narrowed to owners and Regions, with what is asked of them and what they are filtered by. */
export const imagesScope = (owners: List, regions: List, used: readonly string[]): Scope => {
  const shares = asksForShares(used)
  return scope([
    part(shares ? ['REGIONS', 'IMAGES_OWNED', 'LAUNCH_PERMISSIONS'] : ['REGIONS', 'IMAGES_OWNED'], owners, regions),
    outsideImages(regions, owners),
    ...(asksForInstances(used) ? [part(['REGIONS', 'INSTANCES'], null, regions)] : []),
    ...(asks(used, 'tags', 'tag') ? [part(['REGIONS', 'IMAGES_SHARED'], null, regions)] : []),
    ...(asks(used, 'blockDevices.snapshot') ? [part(['REGIONS', 'SNAPSHOTS'], null, regions)] : []),
    ...(asks(used, 'ancestors') ? [part(['REGIONS', 'IMAGE_ANCESTRY'], owners, regions)] : []),
    ...(asks(used, 'build') ? [part(['REGIONS', 'IMAGE_BUILDS', 'IMAGE_PIPELINES'], null, null)] : []),
    ...(asks(used, 'blockDevices.kmsKey') ? [part(['REGIONS', 'SNAPSHOTS', 'KMS_KEYS'], null, regions)] : []),
    ...configurationOf(owners, regions, used),
    ...(asks(used, 'sourceImage') ? everyImage(null) : []),
  ])
}

/** The accounts that may launch an image. */
export const launchableByScope = (image: { region: string; imageId: string; ownerAccountId: string | null }): Scope =>
  imageScope({ ...image, sourceImageRegion: null }, ['launchableBy'])

/** The images that an account may launch. */
export const launchableImagesScope = (accountId: string, regions: List): Scope =>
  scope([
    part(['REGIONS', 'IMAGES_OWNED', 'LAUNCH_PERMISSIONS'], null, regions),
    part(['REGIONS', 'IMAGES_SHARED'], [accountId], regions),
    part(['IMAGES_THIRD_PARTY'], null, regions),
  ])

/** Fields of an account's Region that have a source of their own. */
const settingsOfRegions = [
  ['allowedImages', 'ALLOWED_IMAGES'],
  ['imageBlockPublicAccess', 'IMAGE_BLOCK_PUBLIC_ACCESS'],
  ['snapshotBlockPublicAccess', 'SNAPSHOT_BLOCK_PUBLIC_ACCESS'],
] as const

/** What the organization shares with whom outside it. */
export const exposuresScope = (owners: List, regions: List): Scope =>
  scope([part(['REGIONS', 'IMAGES_OWNED', 'LAUNCH_PERMISSIONS'], owners, regions)])

/** Which shares do not work: also the consumers' side is looked at. */
export const shareProblemsScope = (owners: List, regions: List): Scope =>
  scope([
    part(['REGIONS', 'IMAGES_OWNED', 'LAUNCH_PERMISSIONS', 'SNAPSHOTS'], owners, regions),
    part(['ALLOWED_IMAGES', 'IMAGES_SHARED'], null, regions),
  ])

/** What would tell of a use of an image, in any account, of copies also in other Regions; and with whom it is shared. */
export const deregistrationScope = (image: {
  region: string
  imageId: string
  ownerAccountId: string | null
}): Scope => {
  const { region, imageId, ownerAccountId } = image
  return scope(
    [
      part(['REGIONS', 'INSTANCES', 'LAUNCH_TEMPLATES', 'IMAGE_REFERENCES'], null, [region]),
      part(['IMAGES_OWNED', 'IMAGE_ANCESTRY'], null, null),
      part(['LAUNCH_PERMISSIONS', 'IMAGE_USAGE'], ownerAccountId === null ? [] : [ownerAccountId], [region]),
    ],
    { region, imageId },
  )
}

/** Where images come from and what was made from them, anywhere. */
export const lineageScope: Scope = scope([
  ...everyImage(null),
  part(['REGIONS', 'INSTANCES', 'IMAGE_ANCESTRY', 'IMAGE_BUILDS'], null, null),
])

/** Copies of an owner's images in every Region, and where somebody runs instances. */
export const regionalCopiesScope = (ownerAccountId: string | null): Scope =>
  scope([
    part(['REGIONS', 'IMAGES_OWNED'], ownerAccountId === null ? [] : [ownerAccountId], null),
    outsideImages(null, ownerAccountId === null ? null : [ownerAccountId]),
    part(['REGIONS', 'INSTANCES'], null, null),
  ])

/** What proposed Allowed AMIs criteria are judged by, and compared with. */
export const whatIfScope = (accounts: List, regions: List): Scope =>
  scope([
    part(['REGIONS', 'INSTANCES', 'LAUNCH_TEMPLATES', 'ALLOWED_IMAGES', 'INSTANCE_IMAGES'], accounts, regions),
    ...everyImage(regions),
  ])

/** Golden images, and the instances on them. */
export const goldenImagesScope: Scope = scope([...everyImage(null), part(['REGIONS', 'INSTANCES'], null, null)])

/** Whether an account can launch an image: all that decides it, and all that it follows from. */
export const launchCheckScope = (check: {
  image: { region: string; imageId: string } | null
  ownerAccountId: string | null
  accountId: string
  region: string
}): Scope => {
  const { image, ownerAccountId, accountId, region } = check
  const ofImage = image && imageScope({ ...image, ownerAccountId, sourceImageRegion: null }, ['launchableBy'])
  return scope(
    [
      ...(ofImage ? ofImage.parts.slice(1) : everyImage([region])),
      part(['SNAPSHOTS'], ownerAccountId === null ? null : [ownerAccountId], [image?.region ?? region]),
      part(['REGIONS', 'ALLOWED_IMAGES', 'IMAGES_SHARED'], [accountId], [region]),
      part(['INSTANCE_TYPES'], null, [region]),
    ],
    image,
  )
}

/** Accounts, and what is asked of them; null: any. */
export const accountsScope = (accounts: List, fields: readonly string[]): Scope =>
  scope([
    ...(asks(fields, 'regions') ? [part(['REGIONS'], accounts, null)] : []),
    ...settingsOfRegions.flatMap(([field, kind]) =>
      asks(fields, `regions.${field}`) ? [part([kind], accounts, null)] : [],
    ),
    ...(asks(fields, 'imagePipelines') ? [part(['REGIONS', 'IMAGE_PIPELINES'], accounts, null)] : []),
    ...(asks(fields, 'images') ? imagesScope(accounts, null, []).parts : []),
    ...(asks(fields, 'instances') ? [part(['REGIONS', 'INSTANCES'], accounts, null)] : []),
    ...(asks(fields, 'launchableImages')
      ? (accounts ?? [null]).flatMap(account =>
          account === null
            ? [
                part(
                  ['REGIONS', 'IMAGES_OWNED', 'LAUNCH_PERMISSIONS', 'IMAGES_SHARED', 'IMAGES_THIRD_PARTY'],
                  null,
                  null,
                ),
              ]
            : launchableImagesScope(account, null).parts,
        )
      : []),
  ])

/** Instances of these accounts and Regions, with what is asked of them and what they are filtered by. */
export const instancesScope = (accounts: List, regions: List, used: readonly string[]): Scope =>
  scope([
    part(['REGIONS', 'INSTANCES'], accounts, regions),
    ...(asks(used, 'image', 'imageAllowed', 'trust', 'trustReason')
      ? [part(['REGIONS', 'INSTANCE_IMAGES'], accounts, regions), ...everyImage(regions)]
      : []),
  ])

/** Snapshots of these owners and Regions, with what is asked of them and what they are filtered by. */
export const snapshotsScope = (owners: List, regions: List, used: readonly string[]): Scope =>
  scope([
    part(['REGIONS', 'SNAPSHOTS'], owners, regions),
    ...(asks(used, 'images', 'usedByImage') ? everyImage(regions) : []),
    ...(asks(used, 'kmsKey') ? [part(['REGIONS', 'KMS_KEYS'], null, regions)] : []),
  ])

/** Facts of one kind of these accounts and Regions, with what is asked of the images that they name. */
const namingScope =
  (kind: SourceKind) =>
  (accounts: List, regions: List, used: readonly string[]): Scope =>
    scope([part(['REGIONS', kind], accounts, regions), ...(asks(used, 'image') ? everyImage(regions) : [])])

/** Versions of launch templates of these accounts and Regions. */
export const launchTemplatesScope = namingScope('LAUNCH_TEMPLATES')

/** References of these accounts and Regions. */
export const imageReferencesScope = namingScope('IMAGE_REFERENCES')

/** The Recycle Bins of these accounts and Regions. */
export const recycleBinScope = namingScope('RECYCLE_BIN')

/** The instance types of these Regions: one account is asked for all. */
export const instanceTypesScope = (regions: List): Scope => scope([part(['INSTANCE_TYPES'], null, regions)])
/** What could have noted a change in these accounts and Regions. */
export const changesScope = (accounts: List, regions: List): Scope =>
  scope([
    part(
      ['REGIONS', 'IMAGES_OWNED', 'LAUNCH_PERMISSIONS', 'IMAGES_SHARED', 'INSTANCES', 'INSTANCE_IMAGES'],
      accounts,
      regions,
    ),
  ])

/** Product codes, and what carries them. */
export const productCodesScope: Scope = scope([...everyImage(null), part(['REGIONS', 'INSTANCES'], null, null)])

/** Bills themselves. */
export const billsScope: Scope = scope([part(['BILL'], null, null)])

/** What bills were attributed to: also what the sync saw of instances decides that (R17). */
export const costsScope: Scope = scope([part(['BILL'], null, null), part(['REGIONS', 'INSTANCES'], null, null)])

/** Products, what carries them, and what is charged for them. */
export const paidProductsScope: Scope = scope([part(['BILL'], null, null), ...productCodesScope.parts.slice(1)])

/**
 * The values that a filter leaves of one of its fields: what `eq` and `in` name, at its top or under `all`; null where
 * it leaves any.
 */
export const narrowedTo = (filter: Readonly<Record<string, unknown>>, field: string): List => {
  const conditions = [filter, ...((filter['all'] ?? []) as Readonly<Record<string, unknown>>[])]
  const lists = conditions.flatMap(condition => {
    const { eq, in: oneOf } = (condition[field] ?? {}) as { eq?: string | null; in?: string[] | null }
    return [...(eq ? [[eq]] : []), ...(oneOf ? [oneOf] : [])]
  })
  return lists.length === 0 ? null : lists.reduce((left, list) => left.filter(value => list.includes(value)))
}

/** Every field that a filter looks at, also within `any`, `all` and `not`. */
export const fieldsOfFilter = (filter: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(filter).flatMap(([name, value]) =>
    value === null || value === undefined
      ? []
      : name === 'any' || name === 'all' || name === 'not'
        ? [value].flat().flatMap(inner => fieldsOfFilter(inner as Readonly<Record<string, unknown>>))
        : [name],
  )
