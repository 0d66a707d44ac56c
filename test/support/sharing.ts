import { replaceKeyAccess } from '../../src/db/key-access/replace-key-access.ts'
import type { Pool } from '../../src/db/pool.ts'
import {
  accounts,
  imageRow,
  images,
  insert,
  organizationArn,
  organizationId,
  regions,
  unitArn,
  units,
} from './inventory.ts'

type Row = Readonly<Record<string, unknown>>

const region = regions.frankfurt
const keyArn = (name: string) => `arn:aws:kms:${region}:${accounts.golden}:key/${name}`

/** What is added to the inventory to tell apart which shares work: encrypted images, keys, settings, instance types. */
export const shared = {
  encrypted: 'ami-10000001',
  awsManaged: 'ami-10000002',
  unknownKey: 'ami-10000003',
  paid: 'ami-10000004',
  keys: { organization: keyArn('shared'), aws: keyArn('aws'), unread: keyArn('unread') },
} as const

export const seedSharing = async (pool: Pool): Promise<void> => {
  // The inventory has keys of its own; here only those that follow.
  await pool.query('truncate amigraph.kms_keys, amigraph.kms_key_aliases, amigraph.kms_grants, amigraph.kms_key_reads')
  await pool.query('truncate amigraph.kms_key_access')
  await pool.query('delete from amigraph.image_block_devices where image_id = any($1::text[])', [
    [images.unitShared, images.partners],
  ])
  await seedKeys(pool)
  await seedEncryptedImages(pool)
  await seedSettings(pool)
  await seedSnapshotPermissions(pool)
}

const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` })

const policy = JSON.stringify({
  Statement: [
    { Effect: 'Allow', Principal: root(accounts.golden), Action: 'kms:*', Resource: '*' },
    {
      Effect: 'Allow',
      Principal: '*',
      Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:CreateGrant'],
      Resource: '*',
      Condition: {
        'ForAnyValue:StringLike': {
          'aws:PrincipalOrgPaths': `${organizationId}/${units.root}/${units.workloads}/${units.production}/*`,
        },
      },
    },
  ],
})

const seedKeys = async (pool: Pool) => {
  const key = (arn: string, more: Row) => ({
    arn,
    account_id: accounts.golden,
    region,
    manager: 'CUSTOMER',
    state: 'ENABLED',
    content_hash: '',
    ...more,
  })
  await insert(pool, 'kms_keys', [
    key(shared.keys.organization, { policy }),
    key(shared.keys.aws, { manager: 'AWS' }),
    key(shared.keys.unread, {}),
  ])
  await insert(
    pool,
    'kms_key_reads',
    Object.values(shared.keys).map(name => ({
      name,
      call: 'ListGrants',
      account_id: accounts.golden,
      region,
      attempted_at: '2026-11-20T00:00:00Z',
      observed_at: '2026-11-20T00:00:00Z',
    })),
  )
  const client = await pool.connect()
  try {
    await replaceKeyAccess(client, accounts.golden, region)
  } finally {
    client.release()
  }
}

const seedEncryptedImages = async (pool: Pool) => {
  const keys = {
    [shared.encrypted]: shared.keys.organization,
    [shared.awsManaged]: shared.keys.aws,
    [shared.unknownKey]: shared.keys.unread,
  }
  await insert(pool, 'images', [
    ...Object.keys(keys).map(id => imageRow(id, { virtualization_type: 'HVM', root_device_type: 'EBS' })),
    imageRow(shared.paid, { deprecation_time: '2026-06-01T00:00:00Z' }),
  ])
  await insert(pool, 'image_product_codes', [
    { region, image_id: shared.paid, product_code: 'prodcode1', kind: 'MARKETPLACE' },
  ])
  for (const [image_id, kms_key_id] of Object.entries(keys)) {
    const snapshot_id = image_id.replace('ami', 'snap')
    await insert(pool, 'snapshots', [
      {
        region,
        snapshot_id,
        owner_account_id: accounts.golden,
        encrypted: true,
        kms_key_id,
        state: 'COMPLETED',
        storage_tier: 'STANDARD',
        volume_size_gib: 20,
        content_hash: '',
      },
    ])
    await insert(pool, 'image_block_devices', [
      { region, image_id, device_name: '/dev/xvda', ordinal: 0, snapshot_id, encrypted: true, suppressed: false },
    ])
  }
  const every = [...Object.keys(keys), shared.paid]
  const permission = (image_id: string, kind: string, grantee: string) => ({
    region,
    image_id,
    kind,
    grantee,
    target_id: grantee.slice(grantee.lastIndexOf('/') + 1),
    owner_account_id: accounts.golden,
  })
  await insert(
    pool,
    'launch_permissions',
    every.flatMap(id => [
      permission(id, 'ACCOUNT', accounts.appA),
      permission(id, 'ACCOUNT', accounts.sandbox),
      permission(id, 'ORGANIZATIONAL_UNIT', unitArn(units.teamA)),
    ]),
  )
  await insert(pool, 'launch_permissions', [permission(shared.encrypted, 'ORGANIZATION', organizationArn())])
  await insert(
    pool,
    'launch_permission_reads',
    every.map(image_id => ({
      region,
      image_id,
      owner_account_id: accounts.golden,
      observed_at: '2026-11-01T00:00:00Z',
      attempted_at: '2026-11-01T00:00:00Z',
    })),
  )
}

/** The encrypted image can be copied by appA, the one of the AWS managed key by everybody as far as its snapshot goes. */
const seedSnapshotPermissions = async (pool: Pool) => {
  const of = (image: string) => ({
    region,
    snapshot_id: image.replace('ami', 'snap'),
    owner_account_id: accounts.golden,
  })
  await insert(
    pool,
    'snapshot_permission_reads',
    [shared.encrypted, shared.awsManaged].map(image => ({
      ...of(image),
      observed_at: '2026-11-01T00:00:00Z',
      attempted_at: '2026-11-01T00:00:00Z',
    })),
  )
  await insert(pool, 'snapshot_create_volume_permissions', [
    { ...of(shared.encrypted), kind: 'ACCOUNT', grantee: accounts.appA },
    { ...of(shared.awsManaged), kind: 'PUBLIC', grantee: 'all' },
  ])
}

const seedSettings = async (pool: Pool) => {
  const members = [accounts.management, accounts.golden, accounts.appA, accounts.appB, accounts.sandbox]
  const onlyGolden = [
    {
      imageProviders: [accounts.golden],
      imageNames: ['golden*'],
      marketplaceProductCodes: null,
      maximumDaysSinceCreated: null,
      maximumDaysSinceDeprecated: null,
      otherConditions: [],
    },
  ]
  await insert(
    pool,
    'allowed_images_settings',
    members.map(account_id => ({
      account_id,
      region,
      state: account_id === accounts.appB ? 'ENABLED' : 'DISABLED',
      managed_by: 'ACCOUNT',
      criteria: JSON.stringify(account_id === accounts.appB ? onlyGolden : []),
      content_hash: '',
    })),
  )
  await insert(
    pool,
    'block_public_access',
    members.map(account_id => ({
      account_id,
      region,
      resource: 'IMAGE',
      state: account_id === accounts.appA ? 'BLOCK_NEW_SHARING' : 'UNBLOCKED',
      content_hash: '',
    })),
  )
  const type = (instance_type: string, architecture: string, modes: string[]) => ({
    region,
    instance_type,
    supported_architectures: [architecture],
    supported_boot_modes: modes,
    supported_virtualization_types: ['HVM'],
    supported_root_device_types: ['EBS'],
    supported_usage_classes: ['ON_DEMAND'],
    nitro_tpm_support: 'SUPPORTED',
    ena_support: 'REQUIRED',
    content_hash: '',
  })
  await insert(pool, 'instance_types', [
    type('m7i.large', 'X86_64', ['LEGACY_BIOS', 'UEFI']),
    type('m5.metal', 'X86_64', ['LEGACY_BIOS']),
    type('m7g.large', 'ARM64', ['UEFI']),
  ])
  const fresh = (account_id: string, kind: string) => ({
    account_id,
    region,
    kind,
    status: 'FRESH',
    last_success_at: '2026-11-20T00:00:00Z',
    last_attempt_at: '2026-11-20T00:00:00Z',
    fresh_until: '2999-01-01T00:00:00Z',
  })
  await insert(pool, 'coverage', [
    fresh(accounts.management, 'INSTANCE_TYPES'),
    ...members.flatMap(account => ['ALLOWED_IMAGES', 'IMAGE_BLOCK_PUBLIC_ACCESS'].map(kind => fresh(account, kind))),
  ])
}
