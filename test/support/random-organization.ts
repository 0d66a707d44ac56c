import { createHash } from 'node:crypto'
import type { Pool } from '../../src/db/pool.ts'
import type { Random } from '../../src/sandbox/world/random.ts'
import { insert } from './inventory.ts'

type Text = string | null

export type Unit = { id: string; ancestors: string[] }
export type Member = { id: string; name: string; state: string; ancestors: string[] }
export type RawImage = {
  region: string
  id: string
  owner: Text
  name: Text
  state: string
  isPublic: boolean
  createdAt: Text
  launchedAt: Text
  evidence: 'OWNER' | 'CONSUMER' | 'LOOKUP' | 'INSTANCE'
  evidenceAccount: string
  source: Text
}
export type RawGrant = { region: string; image: string; kind: string; grantee: string; target: string; owner: string }

/** The rows of a made-up organization, as they are in the tables. */
export type RawOrganization = {
  id: string
  management: string
  units: Unit[]
  members: Member[]
  trusted: string[]
  images: RawImage[]
  grants: RawGrant[]
  /** Images whose list the owner's account could read, by `region image`; the error of the last attempt, if it failed */
  lists: Map<string, { owner: string; error: Text }>
  /** What an account sees as launchable, by `account region` */
  views: Map<string, string[]>
  tags: { region: string; image: string; account: string; key: string; value: string }[]
  codes: { region: string; image: string; code: string }[]
  devices: { region: string; image: string; snapshot: string }[]
  snapshots: { region: string; id: string; owner: string }[]
  instances: { account: string; region: string; id: string; image: string; state: string; code: Text }[]
  sources: { account: string; region: string; kind: string; status: string }[]
}

export const randomRegions = ['eu-central-1', 'us-east-1']
export const outsiders = ['900000000001', '900000000002']
export const tagKeys = ['stage', 'team']
export const words = ['a', 'b', 'c']

/** An organization in which everything that decides who sees what is likely, and nothing is realistic. */
export const randomOrganization = (random: Random): RawOrganization => {
  const id = 'o-main000001'
  const units: Unit[] = [{ id: 'r-main', ancestors: ['r-main'] }]
  for (let i = 0; i < 6; i++) {
    const unit = `ou-main-unit000${i}`
    units.push({ id: unit, ancestors: [...random.pick(units).ancestors, unit] })
  }
  const members = Array.from(
    { length: 8 },
    (_, i): Member => ({
      id: `10000000000${i}`,
      name: `account ${i}`,
      state: random.chance(0.15) ? 'SUSPENDED' : 'ACTIVE',
      ancestors: random.pick(units).ancestors,
    }),
  )
  const memberIds = members.map(member => member.id)
  const maybe = <Value>(probability: number, value: () => Value): Value | null =>
    random.chance(probability) ? value() : null
  const time = (days: number) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString()
  const some = <Value>(values: readonly Value[], probability: number) => values.filter(() => random.chance(probability))

  const images = Array.from({ length: 30 }, (_, i): RawImage => {
    const owner = maybe(0.95, () => (random.chance(0.7) ? random.pick(memberIds) : random.pick(outsiders)))
    const isMembers = owner !== null && memberIds.includes(owner)
    return {
      region: random.pick(randomRegions),
      id: `ami-0000${String(i).padStart(4, '0')}`,
      owner,
      name: maybe(0.8, () => random.pick(words)),
      state: random.pick(['AVAILABLE', 'AVAILABLE', 'AVAILABLE', 'DISABLED']),
      isPublic: random.chance(0.15),
      createdAt: maybe(0.8, () => time(random.below(20))),
      launchedAt: maybe(0.6, () => time(random.below(20))),
      evidence: isMembers ? 'OWNER' : random.pick(['CONSUMER', 'LOOKUP', 'INSTANCE']),
      evidenceAccount: isMembers ? owner : random.pick(memberIds),
      source: null,
    }
  })
  for (const image of images) image.source = maybe(0.2, () => random.pick(images).id)

  const lists: RawOrganization['lists'] = new Map()
  const grants: RawGrant[] = []
  for (const { region, id: image, owner, evidence } of images) {
    if (owner === null || evidence !== 'OWNER' || random.chance(0.15)) continue
    lists.set(`${region} ${image}`, { owner, error: maybe(0.2, () => `arn:aws:iam::${owner}:role/secret is denied`) })
    const candidates: [kind: string, grantee: string][] = [
      ...[...memberIds, ...outsiders].map((account): [string, string] => ['ACCOUNT', account]),
      ...[...units.map(unit => unit.id), 'ou-main-gone0000'].map((unit): [string, string] => [
        'ORGANIZATIONAL_UNIT',
        `arn:aws:organizations::100000000000:ou/${id}/${unit}`,
      ]),
      ['ORGANIZATION', `arn:aws:organizations::100000000000:organization/${id}`],
      ['ORGANIZATION', 'arn:aws:organizations::100000000000:organization/o-other00001'],
      ['PUBLIC', 'all'],
    ]
    for (const [kind, grantee] of some(candidates, random.pick([0, 0.05, 0.1]))) {
      grants.push({ region, image, kind, grantee, target: grantee.slice(grantee.lastIndexOf('/') + 1), owner })
    }
  }
  const views: RawOrganization['views'] = new Map()
  for (const account of some(memberIds, 0.6)) {
    for (const region of randomRegions) {
      const others = images.filter(image => image.region === region && image.owner !== account)
      views.set(
        `${account} ${region}`,
        some(others, 0.1).map(image => image.id),
      )
    }
  }
  const snapshots = Array.from({ length: 12 }, (_, i) => ({
    region: random.pick(randomRegions),
    id: `snap-0000${String(i).padStart(4, '0')}`,
    owner: random.pick(memberIds),
  }))
  return {
    id,
    management: memberIds[0] ?? '',
    units,
    members,
    trusted: outsiders.slice(0, 1),
    images,
    grants,
    lists,
    views,
    snapshots,
    tags: images.flatMap(({ region, id: image }) =>
      some([...memberIds, ...outsiders], 0.1).flatMap(account =>
        some(tagKeys, 0.7).map(key => ({ region, image, account, key, value: random.pick(words) })),
      ),
    ),
    codes: some(images, 0.3).map(({ region, id: image }) => ({ region, image, code: `code${random.below(4)}` })),
    devices: images.map(({ region, id: image }) => ({ region, image, snapshot: random.pick(snapshots).id })),
    instances: Array.from({ length: 25 }, (_, i) => {
      const image = random.pick(images)
      return {
        account: random.pick(memberIds),
        region: image.region,
        id: `i-0000${String(i).padStart(4, '0')}`,
        image: random.chance(0.9) ? image.id : 'ami-0000dead',
        state: random.pick(['RUNNING', 'RUNNING', 'STOPPED', 'TERMINATED']),
        code: maybe(0.2, () => `code${random.below(6)}`),
      }
    }),
    sources: [
      { account: memberIds[0] ?? '', region: 'global', kind: 'ORGANIZATION', status: random.pick(['FRESH', 'FAILED']) },
      ...memberIds.flatMap(account =>
        randomRegions.flatMap(region =>
          ['IMAGES_OWNED', 'INSTANCES'].map(kind => ({
            account,
            region,
            kind,
            status: random.pick(['FRESH', 'FRESH', 'FAILED', 'DENIED']),
          })),
        ),
      ),
    ],
  }
}

const tables = [
  'organizations',
  'organizational_units',
  'accounts',
  'trusted_owners',
  'images',
  'image_tags',
  'launch_permissions',
  'launch_permission_reads',
  'image_views',
  'image_view_members',
  'snapshots',
  'instances',
  'coverage',
]

/** Puts the rows where they belong, instead of whatever was there. */
export const storeOrganization = async (pool: Pool, raw: RawOrganization): Promise<void> => {
  await pool.query(`truncate ${tables.map(table => `amigraph.${table}`).join(', ')} cascade`)
  const content_hash = ''
  const unitsById = new Map(raw.units.map(unit => [unit.id, unit]))
  const path = (ancestors: readonly string[]) => ancestors.join('/')
  await insert(pool, 'organizations', [
    { organization_id: raw.id, arn: 'arn', management_account_id: raw.management, feature_set: 'ALL', content_hash },
  ])
  await insert(
    pool,
    'organizational_units',
    raw.units.map(({ id, ancestors }) => ({
      organizational_unit_id: id,
      organization_id: raw.id,
      parent_id: ancestors.at(-2) ?? null,
      arn: id,
      name: id,
      path: path(unitsById.get(id)?.ancestors ?? []),
      ancestor_ids: ancestors,
      content_hash,
    })),
  )
  await insert(
    pool,
    'accounts',
    raw.members.map(({ id, name, state, ancestors }) => ({
      account_id: id,
      organization_id: raw.id,
      arn: id,
      name,
      state,
      parent_id: ancestors.at(-1),
      organizational_unit_path: path(ancestors),
      ancestor_ids: ancestors,
      content_hash,
    })),
  )
  await insert(
    pool,
    'trusted_owners',
    raw.trusted.map(account_id => ({ account_id })),
  )
  await insert(
    pool,
    'images',
    raw.images.map(image => ({
      region: image.region,
      image_id: image.id,
      owner_account_id: image.owner,
      name: image.name,
      state: image.state,
      is_public: image.isPublic,
      creation_date: image.createdAt,
      last_launched_time: image.launchedAt,
      evidence: image.evidence,
      evidence_account_id: image.evidenceAccount,
      source_image_id: image.source,
      source_image_region: image.source === null ? null : image.region,
      content_hash,
    })),
  )
  const owners = new Map(raw.images.map(image => [`${image.region} ${image.id}`, image.owner]))
  await insert(
    pool,
    'image_tags',
    raw.tags.map(({ region, image, account, key, value }) => ({
      region,
      image_id: image,
      account_id: account,
      key,
      value,
      set_by_owner: owners.get(`${region} ${image}`) === account,
      content_hash,
    })),
  )
  await insert(
    pool,
    'launch_permissions',
    raw.grants.map(({ region, image, kind, grantee, target, owner }) => ({
      region,
      image_id: image,
      kind,
      grantee,
      target_id: target,
      owner_account_id: owner,
    })),
  )
  await insert(
    pool,
    'launch_permission_reads',
    [...raw.lists].map(([key, { owner, error }]) => ({
      region: key.split(' ')[0],
      image_id: key.split(' ')[1],
      owner_account_id: owner,
      observed_at: '2026-11-01T00:00:00Z',
      attempted_at: '2026-11-01T00:00:00Z',
      error_code: error && 'Denied',
      error_message: error,
    })),
  )
  for (const [key, members] of raw.views) {
    const [account_id, region] = key.split(' ')
    const view_id = createHash('sha256').update(`${region} ${members}`).digest('hex')
    await insert(pool, 'image_views', [{ account_id, region, view_id }])
    await pool.query(
      `insert into amigraph.image_view_members select $1, $2, unnest($3::text[]) on conflict do nothing`,
      [view_id, region, members],
    )
  }
  await insert(
    pool,
    'image_product_codes',
    raw.codes.map(({ region, image, code }) => ({ region, image_id: image, product_code: code, kind: 'MARKETPLACE' })),
  )
  await insert(
    pool,
    'image_block_devices',
    raw.devices.map(({ region, image, snapshot }) => ({
      region,
      image_id: image,
      device_name: '/dev/sda1',
      ordinal: 0,
      snapshot_id: snapshot,
      suppressed: false,
    })),
  )
  await insert(
    pool,
    'snapshots',
    raw.snapshots.map(({ region, id, owner }) => ({
      region,
      snapshot_id: id,
      owner_account_id: owner,
      encrypted: false,
      state: 'COMPLETED',
      content_hash,
    })),
  )
  for (const { account, region, id, image, state, code } of raw.instances) {
    await insert(pool, 'instances', [
      { account_id: account, region, instance_id: id, image_id: image, state, tags: '[]', content_hash },
    ])
    if (code === null) continue
    await insert(pool, 'instance_product_codes', [
      { account_id: account, region, instance_id: id, product_code: code, kind: 'MARKETPLACE' },
    ])
  }
  await insert(
    pool,
    'coverage',
    raw.sources.map(({ account, region, kind, status }) => ({
      account_id: account,
      region,
      kind,
      status,
      last_success_at: '2026-11-01T00:00:00Z',
      fresh_until: '2999-01-01T00:00:00Z',
      error_code: status === 'FRESH' ? null : 'Denied',
      error_message: status === 'FRESH' ? null : `arn:aws:iam::${account}:role/secret is denied`,
    })),
  )
}
