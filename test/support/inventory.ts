import type { Pool } from '../../src/db/pool.ts'

type Row = Readonly<Record<string, unknown>>

/** Inserts rows as they are given; columns that a row leaves out get their default. */
export const insert = async (pool: Pool, table: string, rows: readonly Row[]): Promise<void> => {
  for (const row of rows) {
    const columns = Object.keys(row)
    await pool.query(
      `insert into amigraph.${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row).map(value => (isJson(value) ? JSON.stringify(value) : value)),
    )
  }
}

const isJson = (value: unknown) => Array.isArray(value) && value.some(item => typeof item === 'object')

export const organizationId = 'o-main000001'
export const accounts = {
  management: '100000000001',
  golden: '100000000002',
  appA: '100000000003',
  appB: '100000000004',
  sandbox: '100000000005',
  suspended: '100000000006',
  partner: '900000000009',
  amazon: '137112412989',
} as const
export const regions = { frankfurt: 'eu-central-1', virginia: 'us-east-1' } as const

const root = 'r-main'
const workloads = 'ou-main-work0000'
const production = 'ou-main-prod0000'
const teamA = 'ou-main-team0000'
const playground = 'ou-main-play0000'
export const units = { root, workloads, production, teamA, playground } as const

export const organizationArn = (id = organizationId) => `arn:aws:organizations::100000000001:organization/${id}`
export const unitArn = (unit: string, id = organizationId) => `arn:aws:organizations::100000000001:ou/${id}/${unit}`

/**
 * A small organization that has one of everything that the API tells apart. Two units deep below Production, one
 * suspended account, one image for each way of sharing, one for each way not to know something.
 */
export const seedInventory = async (pool: Pool): Promise<void> => {
  await seedOrganization(pool)
  await seedImages(pool)
  await seedKeys(pool)
  await seedBuilds(pool)
  await seedInstances(pool)
  await seedSources(pool)
}

const seedOrganization = async (pool: Pool) => {
  await insert(pool, 'organizations', [
    {
      organization_id: organizationId,
      arn: organizationArn(),
      management_account_id: accounts.management,
      feature_set: 'ALL',
      content_hash: '',
    },
  ])
  const paths = {
    [root]: [root],
    [workloads]: [root, workloads],
    [production]: [root, workloads, production],
    [teamA]: [root, workloads, production, teamA],
    [playground]: [root, playground],
  }
  const names = {
    [root]: 'Root',
    [workloads]: 'Workloads',
    [production]: 'Production',
    [teamA]: 'Team A',
    [playground]: 'Playground',
  }
  const path = (unit: keyof typeof paths) => (paths[unit] ?? []).map(id => names[id as keyof typeof names]).join('/')
  await insert(
    pool,
    'organizational_units',
    Object.entries(paths).map(([id, ancestors]) => ({
      organizational_unit_id: id,
      organization_id: organizationId,
      parent_id: ancestors.at(-2) ?? null,
      arn: unitArn(id),
      name: names[id as keyof typeof names],
      path: path(id as keyof typeof paths),
      ancestor_ids: ancestors,
      content_hash: '',
    })),
  )
  const member = (account_id: string, name: string, unit: keyof typeof paths, state = 'ACTIVE') => ({
    account_id,
    organization_id: organizationId,
    arn: `arn:aws:organizations::100000000001:account/${organizationId}/${account_id}`,
    name,
    email: `${name}@example.com`,
    state,
    joined_method: 'CREATED',
    joined_at: '2024-01-01T00:00:00Z',
    parent_id: unit,
    organizational_unit_path: path(unit),
    ancestor_ids: paths[unit],
    content_hash: '',
  })
  await insert(pool, 'accounts', [
    member(accounts.management, 'management', root),
    member(accounts.golden, 'golden', workloads),
    member(accounts.appA, 'app-a', production),
    member(accounts.appB, 'app-b', teamA),
    member(accounts.sandbox, 'sandbox', playground),
    member(accounts.suspended, 'suspended', production, 'SUSPENDED'),
  ])
  await insert(
    pool,
    'account_regions',
    [accounts.management, accounts.golden, accounts.appA, accounts.appB, accounts.sandbox].flatMap(account_id =>
      Object.values(regions).map(region => ({
        account_id,
        region,
        opt_in_status: 'OPT_IN_NOT_REQUIRED',
        content_hash: '',
      })),
    ),
  )
  await insert(pool, 'trusted_owners', [{ account_id: '800000000008' }])
}

export const imageRow = (image_id: string, more: Row = {}): Row => ({
  region: regions.frankfurt,
  image_id,
  owner_account_id: accounts.golden,
  name: `image ${image_id.slice(-2)}`,
  state: 'AVAILABLE',
  is_public: false,
  watermark_count: more['evidence'] === 'INSTANCE' ? null : 0,
  architecture: 'X86_64',
  platform_details: 'Linux/UNIX',
  usage_operation: 'RunInstances',
  creation_date: '2026-01-01T00:00:00Z',
  evidence: 'OWNER',
  evidence_account_id: accounts.golden,
  content_hash: '',
  ...more,
})

/** The images of the inventory, by what they show. */
export const images = {
  private: 'ami-00000001',
  manyPaths: 'ami-00000002',
  unitShared: 'ami-00000003',
  public: 'ami-00000004',
  disabled: 'ami-00000005',
  deprecated: 'ami-00000006',
  partners: 'ami-00000007',
  amazons: 'ami-00000008',
  gone: 'ami-00000009',
  twoRegions: 'ami-0000000a',
  neverRead: 'ami-0000000b',
  dangling: 'ami-0000000c',
  marketplace: 'ami-0000000d',
  windows: 'ami-0000000e',
  allowlisted: 'ami-0000000f',
} as const

const seedImages = async (pool: Pool) => {
  const { virginia } = regions
  await insert(pool, 'images', [
    imageRow(images.private, { creation_date: '2026-01-05T00:00:00Z', name: 'golden-linux-1' }),
    imageRow(images.manyPaths, {
      creation_date: '2026-02-05T00:00:00Z',
      name: 'golden-linux-2',
      boot_mode: 'UEFI_PREFERRED',
    }),
    imageRow(images.unitShared, { architecture: 'ARM64', boot_mode: 'UEFI', name: 'golden_arm%1' }),
    imageRow(images.public, { is_public: true, last_launched_time: '2026-03-01T00:00:00Z' }),
    imageRow(images.disabled, { state: 'DISABLED' }),
    imageRow(images.deprecated, { deprecation_time: '2026-01-31T00:00:00Z' }),
    imageRow(images.partners, {
      owner_account_id: accounts.partner,
      evidence: 'CONSUMER',
      evidence_account_id: accounts.appA,
      deprecation_time: '2099-01-01T00:00:00Z',
    }),
    imageRow(images.amazons, {
      owner_account_id: accounts.amazon,
      owner_alias: 'amazon',
      is_public: true,
      evidence: 'LOOKUP',
      evidence_account_id: accounts.management,
    }),
    {
      region: regions.frankfurt,
      image_id: images.gone,
      state: 'DEREGISTERED',
      is_public: false,
      evidence: 'INSTANCE',
      evidence_account_id: accounts.appB,
      content_hash: '',
    },
    imageRow(images.twoRegions),
    imageRow(images.twoRegions, {
      region: virginia,
      source_image_id: images.private,
      source_image_region: 'eu-central-1',
    }),
    imageRow(images.neverRead, { region: virginia }),
    imageRow(images.dangling),
    imageRow(images.marketplace, {
      owner_alias: 'aws-marketplace',
      owner_account_id: '679593333241',
      is_public: true,
      evidence: 'LOOKUP',
    }),
    imageRow(images.windows, {
      owner_account_id: accounts.appA,
      platform: 'WINDOWS',
      platform_details: 'Windows',
      usage_operation: 'RunInstances:0002',
      name: null,
      creation_date: null,
    }),
    imageRow(images.allowlisted, {
      owner_account_id: '800000000008',
      evidence: 'CONSUMER',
      evidence_account_id: accounts.appB,
    }),
  ])
  const permission = (image_id: string, kind: string, grantee: string, region: string = regions.frankfurt) => ({
    region,
    image_id,
    kind,
    grantee,
    target_id: grantee.slice(grantee.lastIndexOf('/') + 1),
    owner_account_id: accounts.golden,
  })
  await insert(pool, 'launch_permissions', [
    permission(images.manyPaths, 'ACCOUNT', accounts.appA),
    permission(images.manyPaths, 'ORGANIZATIONAL_UNIT', unitArn(workloads)),
    permission(images.manyPaths, 'ORGANIZATIONAL_UNIT', unitArn(teamA)),
    permission(images.manyPaths, 'ORGANIZATION', organizationArn()),
    permission(images.manyPaths, 'PUBLIC', 'all'),
    permission(images.unitShared, 'ORGANIZATIONAL_UNIT', unitArn(production)),
    permission(images.public, 'PUBLIC', 'all'),
    permission(images.disabled, 'ACCOUNT', accounts.appA),
    permission(images.deprecated, 'ORGANIZATION', organizationArn()),
    permission(images.dangling, 'ACCOUNT', accounts.partner),
    permission(images.dangling, 'ACCOUNT', accounts.suspended),
    permission(images.dangling, 'ORGANIZATIONAL_UNIT', unitArn('ou-main-gone0000')),
    permission(images.dangling, 'ORGANIZATIONAL_UNIT', unitArn('ou-othr-prod0000', 'o-other00001')),
    permission(
      images.dangling,
      'ORGANIZATIONAL_UNIT',
      `arn:aws:organizations:100000000001:ou/${organizationId}/${teamA}`,
    ),
    permission(images.dangling, 'ORGANIZATION', organizationArn('o-other00001')),
  ])
  const read = (image_id: string, more: Row = {}) => ({
    region: regions.frankfurt,
    image_id,
    owner_account_id: accounts.golden,
    observed_at: '2026-11-01T00:00:00Z',
    attempted_at: '2026-11-01T00:00:00Z',
    ...more,
  })
  await insert(pool, 'launch_permission_reads', [
    ...[
      images.private,
      images.manyPaths,
      images.unitShared,
      images.public,
      images.disabled,
      images.deprecated,
      images.dangling,
      images.twoRegions,
    ].map(id => read(id)),
    read(images.neverRead, {
      region: virginia,
      observed_at: null,
      error_code: 'InvalidAMIID.Unavailable',
      error_message: 'The image is not available',
    }),
  ])
  await insert(pool, 'image_views', [
    { account_id: accounts.appA, region: regions.frankfurt, view_id: 'view-1' },
    { account_id: accounts.appB, region: regions.frankfurt, view_id: 'view-2' },
    { account_id: accounts.suspended, region: regions.frankfurt, view_id: 'view-1' },
  ])
  const viewed = (view_id: string, image_id: string) => ({ view_id, region: regions.frankfurt, image_id })
  await insert(pool, 'image_view_members', [
    viewed('view-1', images.partners),
    viewed('view-1', images.manyPaths),
    viewed('view-2', images.allowlisted),
  ])
  const of = (image_id: string, more: Row) => ({ region: regions.frankfurt, image_id, ...more })
  await insert(pool, 'image_product_codes', [
    of(images.marketplace, { product_code: 'prodcode1', kind: 'MARKETPLACE' }),
    of(images.private, { product_code: 'devpay01', kind: 'DEVPAY' }),
  ])
  await insert(pool, 'image_tags', [
    of(images.private, {
      account_id: accounts.golden,
      key: 'stage',
      value: 'prod',
      set_by_owner: true,
      content_hash: '',
    }),
    of(images.manyPaths, {
      account_id: accounts.golden,
      key: 'stage',
      value: 'test',
      set_by_owner: true,
      content_hash: '',
    }),
    of(images.manyPaths, {
      account_id: accounts.appA,
      key: 'stage',
      value: 'prod',
      set_by_owner: false,
      content_hash: '',
    }),
    of(images.manyPaths, {
      account_id: accounts.appA,
      key: 'Größe',
      value: '☃ 𝒳',
      set_by_owner: false,
      content_hash: '',
    }),
  ])
  const device = (image_id: string, ordinal: number, more: Row = {}) =>
    of(image_id, { device_name: `/dev/sd${'abc'[ordinal]}`, ordinal, suppressed: false, ...more })
  await insert(pool, 'image_block_devices', [
    device(images.private, 0, {
      snapshot_id: 'snap-00000001',
      encrypted: true,
      volume_size_gib: 8,
      volume_type: 'gp3',
    }),
    device(images.private, 1, { virtual_name: 'ephemeral0' }),
    device(images.manyPaths, 0, { snapshot_id: 'snap-00000002', encrypted: false, volume_size_gib: 16 }),
  ])
  const snapshot = (snapshot_id: string, more: Row = {}) => ({
    region: regions.frankfurt,
    snapshot_id,
    owner_account_id: accounts.golden,
    encrypted: false,
    state: 'COMPLETED',
    storage_tier: 'STANDARD',
    content_hash: '',
    ...more,
  })
  await insert(pool, 'snapshots', [
    snapshot('snap-00000001', {
      encrypted: true,
      kms_key_id: keys.customer,
      start_time: '2026-01-04T00:00:00Z',
      volume_size_gib: 8,
    }),
    snapshot('snap-00000002', { start_time: '2026-02-04T00:00:00Z', volume_size_gib: 16 }),
    snapshot('snap-00000003', { owner_account_id: accounts.appA }),
  ])
}

export const instanceRow = (instance_id: string, image_id: string, more: Row = {}): Row => ({
  account_id: accounts.appA,
  region: regions.frankfurt,
  instance_id,
  image_id,
  state: 'RUNNING',
  instance_type: 'm7i.large',
  architecture: 'X86_64',
  platform_details: 'Linux/UNIX',
  usage_operation: 'RunInstances',
  lifecycle: 'ON_DEMAND',
  availability_zone: 'eu-central-1a',
  launch_time: '2026-05-01T00:00:00Z',
  tags: [{ key: 'Name', value: instance_id }],
  content_hash: '',
  ...more,
})

const keyArn = (name: string, account: string = accounts.golden) =>
  `arn:aws:kms:${regions.frankfurt}:${account}:key/${name}`
/** Keys that encrypt shared images: one that its account lets others use, one that cannot be read. */
export const keys = { customer: keyArn('customer'), closed: keyArn('closed', accounts.appA) } as const

const seedKeys = async (pool: Pool) => {
  const golden = { account_id: accounts.golden, region: regions.frankfurt }
  const appA = { ...golden, account_id: accounts.appA }
  await insert(pool, 'kms_keys', [
    {
      arn: keys.customer,
      ...golden,
      manager: 'CUSTOMER',
      state: 'ENABLED',
      multi_region: false,
      policy: '{"Version": "2012-10-17", "Statement": []}',
      content_hash: '',
    },
    { arn: keys.closed, ...appA, content_hash: '' },
  ])
  await insert(pool, 'kms_key_aliases', [
    { alias_arn: keyArn('x').replace('key/x', 'alias/golden-images'), arn: keys.customer, ...golden, content_hash: '' },
  ])
  await pool.query(
    `insert into amigraph.kms_grants (key_arn, grant_id, account_id, region, name, grantee_principal, operations, constraints,
       creation_date, content_hash)
     select $1, 'grant-' || n, $2, $3, case n when 1 then 'first' end, 'arn:aws:iam::' || $4 || ':root', array['Decrypt', 'DescribeKey'],
       case n when 2 then '{"EncryptionContextSubset": {"a": "b"}}'::jsonb end, '2026-05-01T00:00:00Z', ''
     from generate_series(1, 2) n`,
    [keys.customer, accounts.golden, regions.frankfurt, accounts.appA],
  )
  const at = '2026-11-01T00:00:00Z'
  await insert(pool, 'kms_key_reads', [
    ...['DescribeKey', 'GetKeyPolicy', 'ListGrants'].map(call => ({
      name: keys.customer,
      call,
      ...golden,
      observed_at: at,
      attempted_at: at,
    })),
    {
      name: keys.closed,
      call: 'DescribeKey',
      ...appA,
      attempted_at: at,
      error_code: 'AccessDeniedException',
      error_message: 'no',
    },
  ])
}

const pipelineArn = `arn:aws:imagebuilder:${regions.virginia}:${accounts.golden}:image-pipeline/linux`

const seedBuilds = async (pool: Pool) => {
  const of = { account_id: accounts.golden, region: regions.virginia, content_hash: '' }
  await insert(pool, 'image_pipelines', [
    { arn: pipelineArn, name: 'linux', status: 'ENABLED', created_at: '2026-01-01T00:00:00Z', ...of },
    { arn: `${pipelineArn}-2`, name: 'linux 2', ...of },
  ])
  const build = (n: number, more: Row = {}) => ({
    arn: `${pipelineArn.replace('image-pipeline', 'image')}/1.0.${n}/1`,
    version_arn: `${pipelineArn.replace('image-pipeline', 'image')}/1.0.${n}`,
    name: 'linux',
    version: `1.0.${n}`,
    build: 1,
    state: 'AVAILABLE',
    ...of,
    ...more,
  })
  const builds = [build(1, { pipeline_arn: pipelineArn, created_at: '2026-02-01T00:00:00Z' }), build(2)]
  await insert(pool, 'image_builds', builds)
  await insert(
    pool,
    'image_build_outputs',
    [images.private, images.manyPaths].map((image_id, n) => ({
      build_arn: builds[n]?.arn,
      image_region: regions.frankfurt,
      image_id,
      ...of,
    })),
  )
}

const seedInstances = async (pool: Pool) => {
  await insert(pool, 'instances', [
    instanceRow('i-00000001', images.private, { account_id: accounts.golden, launch_time: '2026-05-02T00:00:00Z' }),
    instanceRow('i-00000002', images.deprecated),
    instanceRow('i-00000003', images.disabled, { state: 'STOPPED', instance_type: 't3.micro' }),
    instanceRow('i-00000004', images.partners),
    instanceRow('i-00000005', images.gone, { account_id: accounts.appB }),
    instanceRow('i-00000006', images.amazons, { account_id: accounts.appB, launch_time: null }),
    instanceRow('i-00000007', images.deprecated, { state: 'TERMINATED' }),
    instanceRow('i-00000008', 'ami-0000dead', { account_id: accounts.appB }),
    instanceRow('i-00000009', images.marketplace, { account_id: accounts.sandbox, region: regions.frankfurt }),
    instanceRow('i-0000000a', images.allowlisted, { account_id: accounts.appB }),
  ])
  await insert(pool, 'instance_product_codes', [
    {
      account_id: accounts.sandbox,
      region: regions.frankfurt,
      instance_id: 'i-00000009',
      product_code: 'prodcode1',
      kind: 'MARKETPLACE',
    },
  ])
  const seen = (account_id: string, image_id: string, image_allowed: boolean | null) => ({
    account_id,
    region: regions.frankfurt,
    image_id,
    state: 'AVAILABLE',
    image_allowed,
    content_hash: '',
  })
  await insert(pool, 'instance_image_metadata', [
    seen(accounts.sandbox, images.marketplace, false),
    seen(accounts.appB, images.amazons, true),
    seen(accounts.appB, images.allowlisted, null),
  ])
}

const seedSources = async (pool: Pool) => {
  const source = (account_id: string, region: string, kind: string, more: Row = {}) => ({
    account_id,
    region,
    kind,
    status: 'FRESH',
    last_success_at: '2026-11-20T00:00:00Z',
    last_attempt_at: '2026-11-20T00:00:00Z',
    fresh_until: '2999-01-01T00:00:00Z',
    ...more,
  })
  const failed = (status: string, error_code: string) => ({
    status,
    last_success_at: null,
    attempts: 3,
    error_code,
    error_message: `${error_code}: said by AWS`,
  })
  const members = [accounts.management, accounts.golden, accounts.appA, accounts.appB]
  const regional = ['IMAGES_OWNED', 'IMAGES_SHARED', 'LAUNCH_PERMISSIONS', 'SNAPSHOTS', 'INSTANCES', 'INSTANCE_IMAGES']
  await insert(pool, 'coverage', [
    source(accounts.management, 'global', 'ORGANIZATION', { last_success_at: '2026-11-21T00:00:00Z' }),
    ...members.map(account => source(account, 'global', 'REGIONS')),
    source(accounts.sandbox, 'global', 'REGIONS', failed('DENIED', 'AccessDenied')),
    source(accounts.suspended, 'global', 'REGIONS', { status: 'NOT_APPLICABLE', last_success_at: null }),
    ...members.flatMap(account =>
      Object.values(regions).flatMap(region =>
        regional
          .filter(kind => !(account === accounts.appB && region === regions.virginia && kind === 'INSTANCES'))
          .filter(
            kind => !(account === accounts.golden && region === regions.virginia && kind === 'LAUNCH_PERMISSIONS'),
          )
          .map(kind => source(account, region, kind)),
      ),
    ),
    source(accounts.appB, regions.virginia, 'INSTANCES', failed('FAILED', 'RequestLimitExceeded')),
    source(accounts.golden, regions.virginia, 'LAUNCH_PERMISSIONS', {
      last_success_at: '2026-10-01T00:00:00Z',
      fresh_until: '2026-10-02T00:00:00Z',
    }),
    ...Object.values(regions).map(region => source(accounts.management, region, 'IMAGES_THIRD_PARTY')),
  ])
}
