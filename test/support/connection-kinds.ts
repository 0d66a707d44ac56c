import type { Pool } from '../../src/db/pool.ts'
import { imageReferenceRow, instanceTypeRow, launchTemplateRow, recycledRow } from './configuration.ts'
import {
  accounts,
  imageRow,
  images,
  insert,
  instanceRow,
  organizationArn,
  organizationId,
  regions,
  units,
} from './inventory.ts'

/** Rows of one type of node. */
export type Kind = {
  /** What tells nodes apart */
  readonly key: string
  /** Makes row number i, a member of every list of its type */
  add(i: number): Promise<void>
  remove(i: number): Promise<void>
}

const number = (i: number) => String(i).padStart(3, '0')
const day = (i: number) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString()
const place = { region: regions.frankfurt }
const month = (i: number) => `2026-0${1 + i}-01`
/** Before anything that the clock can note. */
const longAgo = (i: number) => new Date(Date.UTC(2020, 0, 1 + i)).toISOString()

/** The image whose history is asked for: no other rows are of it. */
export const rememberedImage = images.unitShared

/** What that image was, so that what is noted of it long ago is in sight. */
export const rememberImage = async (pool: Pool): Promise<void> => {
  await pool.query(
    `insert into amigraph.versions (fact, account_id, region, image_id, was, became, valid_from, valid_to)
     select 'images', i.owner_account_id, i.region, i.image_id, to_jsonb(i), '{}', $2, i.valid_from
     from amigraph.images i where i.image_id = $1`,
    [rememberedImage, longAgo(0)],
  )
}

const cost = {
  month: '2026-01-01',
  account_id: accounts.appA,
  region: regions.frankfurt,
  image_id: '',
  product_code: '',
  usage_operation: 'RunInstances',
  currency: 'USD',
}

/** How to make rows for each type of node that a connection has; with equal and missing values among them. */
export const connectionKinds = (pool: Pool): Record<string, Kind> => {
  const put = (table: string, row: Record<string, unknown>) => insert(pool, table, [row])
  const drop = async (column: string, value: string, ...tables: string[]) => {
    for (const table of tables) await pool.query(`delete from amigraph.${table} where ${column} = $1`, [value])
  }

  /** Only then an image is known to be safe to deregister. */
  const everySourceIsFresh = () =>
    pool.query(
      `with fresh as (
         update amigraph.coverage set status = 'FRESH', fresh_until = '2999-01-01', error_code = null
         where status not in ('NOT_APPLICABLE', 'FRESH'))
       insert into amigraph.coverage (account_id, region, kind, status, last_success_at, fresh_until)
       select $1, region, kind, 'FRESH', '2026-11-20', '2999-01-01'
       from unnest($2::text[]) region, unnest(array['INSTANCES', 'LAUNCH_TEMPLATES', 'IMAGE_REFERENCES', 'IMAGES_OWNED',
         'IMAGE_ANCESTRY', 'LAUNCH_PERMISSIONS']) kind
       on conflict do nothing`,
      [accounts.golden, Object.values(regions)],
    )

  const image: Kind = {
    key: 'id',
    add: async i => {
      const image_id = `ami-00001${number(i)}`
      await put('images', imageRow(image_id, { creation_date: day(i), name: `n${i % 3}` }))
      await put('image_product_codes', { ...place, image_id, product_code: 'prodcode1', kind: 'MARKETPLACE' })
      await put('image_block_devices', {
        ...place,
        image_id,
        device_name: '/dev/sda1',
        ordinal: 0,
        snapshot_id: 'snap-00000001',
        suppressed: false,
      })
    },
    remove: i => drop('image_id', `ami-00001${number(i)}`, 'image_block_devices', 'image_product_codes', 'images'),
  }

  const account: Kind = {
    key: 'id',
    add: async i => {
      const account_id = `200000000${number(i)}`
      await put('accounts', {
        account_id,
        organization_id: organizationId,
        arn: `arn:aws:organizations::100000000001:account/${organizationId}/${account_id}`,
        name: `n${i % 3}`,
        email: 'x@example.com',
        state: 'ACTIVE',
        joined_method: 'CREATED',
        joined_at: day(i),
        parent_id: units.root,
        organizational_unit_path: 'Root',
        ancestor_ids: [units.root],
        content_hash: '',
      })
      await put('launch_permissions', {
        ...place,
        image_id: images.manyPaths,
        kind: 'ACCOUNT',
        grantee: account_id,
        target_id: account_id,
        owner_account_id: accounts.golden,
      })
      await put('costs', { ...cost, account_id })
    },
    remove: async i => {
      await drop('account_id', `200000000${number(i)}`, 'costs')
      await drop('grantee', `200000000${number(i)}`, 'launch_permissions')
      await drop('account_id', `200000000${number(i)}`, 'accounts')
    },
  }

  const productCode: Kind = {
    key: 'id',
    add: i =>
      put('image_product_codes', {
        ...place,
        image_id: images.private,
        product_code: `code${number(i)}`,
        kind: 'MARKETPLACE',
      }),
    remove: i => drop('product_code', `code${number(i)}`, 'image_product_codes'),
  }

  const instance: Kind = {
    key: 'id',
    add: async i => {
      const key = { account_id: accounts.golden, instance_id: `i-00001${number(i)}` }
      await put(
        'instances',
        instanceRow(key.instance_id, images.manyPaths, { ...key, launch_time: i % 4 ? day(i) : null }),
      )
      await put('instance_product_codes', { ...place, ...key, product_code: 'prodcode1', kind: 'MARKETPLACE' })
    },
    remove: i => drop('instance_id', `i-00001${number(i)}`, 'instance_product_codes', 'instances'),
  }
  const launchTemplateVersion: Kind = {
    key: 'launchTemplateId versionNumber',
    add: i => put('launch_template_versions', launchTemplateRow(`lt-0000${number(i >> 1)}`, i % 2, images.manyPaths)),
    remove: async i => {
      await pool.query(
        'delete from amigraph.launch_template_versions where launch_template_id = $1 and version_number = $2',
        [`lt-0000${number(i >> 1)}`, i % 2],
      )
    },
  }

  return {
    Account: account,
    Image: image,
    LaunchableImage: { ...image, key: 'image { id }' },
    LaunchingAccount: { ...account, key: 'account { id }' },
    DeadLetter: {
      key: 'messageId',
      add: i =>
        put('dead_letters', {
          message_id: `message${number(i)}`,
          queue_url: 'https://sqs.eu-west-1.amazonaws.com/111122223333/events',
          error_code: 'UnreadableEvent',
          error_message: 'The message is not JSON',
          receive_count: 1,
          buried_at: day(i % 4),
          body: '',
        }),
      remove: i => drop('message_id', `message${number(i)}`, 'dead_letters'),
    },
    Instance: instance,
    InstanceUnderCriteria: {
      key: 'instance { id }',
      add: async i => {
        // In another account than the image's owner, whose own images are allowed.
        await put(
          'instances',
          instanceRow(`i-00006${number(i)}`, images.manyPaths, { launch_time: i % 4 ? day(i) : null }),
        )
      },
      remove: i => drop('instance_id', `i-00006${number(i)}`, 'instances'),
    },
    ImageUnderCriteria: {
      key: 'region imageId verdict',
      add: i => put('instances', instanceRow(`i-00007${number(i)}`, `ami-00007${number(i)}`)),
      remove: i => drop('instance_id', `i-00007${number(i)}`, 'instances'),
    },
    ImageRelative: {
      key: 'region imageId',
      add: i =>
        put(
          'images',
          imageRow(`ami-00008${number(i)}`, {
            source_image_region: regions.frankfurt,
            source_image_id: images.manyPaths,
          }),
        ),
      remove: i => drop('image_id', `ami-00008${number(i)}`, 'images'),
    },
    ImageReference: {
      key: 'arn',
      add: i => put('image_references', imageReferenceRow(images.manyPaths, `arn:aws:ssm:::parameter/a${number(i)}`)),
      remove: i => drop('arn', `arn:aws:ssm:::parameter/a${number(i)}`, 'image_references'),
    },
    InstanceType: {
      key: 'region instanceType',
      add: i => put('instance_types', instanceTypeRow(`a${number(i)}.large`)),
      remove: i => drop('instance_type', `a${number(i)}.large`, 'instance_types'),
    },
    LaunchTemplateVersion: launchTemplateVersion,
    LaunchTemplateVersionUnderCriteria: {
      ...launchTemplateVersion,
      key: 'launchTemplateVersion { launchTemplateId versionNumber }',
    },
    RecycleBinImage: {
      key: 'imageId',
      add: i => put('recycle_bin_images', recycledRow(`ami-00003${number(i)}`, { exit_time: i % 4 ? day(i) : null })),
      remove: i => drop('image_id', `ami-00003${number(i)}`, 'recycle_bin_images'),
    },
    OrganizationalUnit: {
      key: 'id',
      add: i =>
        put('organizational_units', {
          organizational_unit_id: `ou-main-zz000${number(i)}`,
          organization_id: organizationId,
          parent_id: units.root,
          arn: organizationArn(),
          name: `n${i % 3}`,
          path: `Root/n${i % 3}`,
          ancestor_ids: [units.root, `ou-main-zz000${number(i)}`],
          content_hash: '',
        }),
      remove: i => drop('organizational_unit_id', `ou-main-zz000${number(i)}`, 'organizational_units'),
    },
    ProductCode: productCode,
    Snapshot: {
      key: 'id',
      add: i =>
        put('snapshots', {
          ...place,
          snapshot_id: `snap-00001${number(i)}`,
          owner_account_id: accounts.golden,
          encrypted: false,
          state: 'COMPLETED',
          storage_tier: 'STANDARD',
          start_time: i % 4 ? day(i) : null,
          volume_size_gib: i % 3,
          content_hash: '',
        }),
      remove: i => drop('snapshot_id', `snap-00001${number(i)}`, 'snapshots'),
    },
    SourceCoverage: {
      key: 'account { id } region kind',
      add: i =>
        put('coverage', {
          ...place,
          account_id: `300000000${number(i)}`,
          kind: 'SNAPSHOTS',
          status: 'FRESH',
          last_success_at: day(i),
          last_attempt_at: day(i),
          fresh_until: '2999-01-01T00:00:00Z',
        }),
      remove: i => drop('account_id', `300000000${number(i)}`, 'coverage'),
    },
    Bill: {
      key: 'export month',
      add: i =>
        put('bills', {
          export: `export${number(i >> 1)}`,
          month: month(i % 2),
          loaded_at: i % 3 ? day(i) : null,
          attempted_at: day(i),
        }),
      remove: async i => {
        await pool.query('delete from amigraph.bills where export = $1 and month = $2', [
          `export${number(i >> 1)}`,
          month(i % 2),
        ])
      },
    },
    BillReconciliation: {
      key: 'month account { accountId }',
      add: i =>
        put('billed_amounts', {
          month: month(i % 3),
          payer_account_id: accounts.management,
          account_id: `400000000${number(i)}`,
          currency: 'USD',
          export: 'export',
          billed: i % 3,
          attributed: i % 2,
          unattributed: (i % 3) - (i % 2),
          line_items: 1,
        }),
      remove: i => drop('account_id', `400000000${number(i)}`, 'billed_amounts'),
    },
    Change: {
      key: 'at after',
      add: i =>
        put('versions', {
          fact: 'accounts',
          account_id: accounts.appA,
          kind: 'ACCOUNT_CHANGED',
          was: '{"name": "old"}',
          became: `{"name": "change ${number(i)}"}`,
          valid_from: longAgo(0),
          valid_to: longAgo(1 + (i % 4)),
        }),
      remove: async i => {
        await pool.query("delete from amigraph.versions where became ->> 'name' = $1", [`change ${number(i)}`])
      },
    },
    Cost: {
      key: 'imageId',
      add: i =>
        put('costs', {
          ...cost,
          image_id: `ami-00004${number(i)}`,
          currency: i % 4 ? 'USD' : 'EUR',
          software_cost: i % 3,
          infrastructure_cost: i % 2,
        }),
      remove: i => drop('image_id', `ami-00004${number(i)}`, 'costs'),
    },
    UsageOperationDrift: {
      key: 'month instanceId',
      add: i =>
        put('usage_operation_drifts', {
          ...place,
          month: month(i % 2),
          payer_account_id: accounts.management,
          account_id: accounts.golden,
          instance_id: `i-00005${number(i)}`,
          image_id: images.windows,
          image_operation: i % 2 ? 'RunInstances:0800' : null,
          instance_operation: 'RunInstances:0800',
          billed_operation: 'RunInstances:0002',
          kinds: ['WINDOWS_LICENSE'],
          currency: 'USD',
          infrastructure_cost: i % 3,
          effective_infrastructure_cost: i % 2,
          instance_hours: 1,
        }),
      remove: i => drop('instance_id', `i-00005${number(i)}`, 'usage_operation_drifts'),
    },
    DeregistrationSaving: {
      key: 'imageId',
      add: async i => {
        const image_id = `ami-00005${number(i)}`
        const snapshot_id = `snap-00005${number(i)}`
        const bill = { export: `saving${number(i)}`, month: month(0) }
        const part = { payer_account_id: `700000000${number(i)}`, account_id: accounts.golden, currency: 'USD' }
        await everySourceIsFresh()
        await put('images', imageRow(image_id))
        await put('launch_permission_reads', {
          ...{ ...place, image_id, owner_account_id: accounts.golden, observed_at: day(0), attempted_at: day(0) },
        })
        await put('image_block_devices', {
          ...{ ...place, image_id, device_name: '/dev/sda1', ordinal: 0, snapshot_id, suppressed: false },
        })
        await put('bills', { ...bill, kind: 'CUR_2', loaded_at: day(0), attempted_at: day(0) })
        await put('billed_amounts', { ...bill, ...part, billed: 1, attributed: 1, unattributed: 0, line_items: 1 })
        await put('bill_lines', {
          ...{ ...bill, ...part, ...place, resource_id: snapshot_id, seller: 'AWS', product_code: 'AmazonEC2' },
          ...{ operation: '', usage_type: 'EBS:SnapshotUsage', charge: 'USAGE', usage_amount: 1, line_items: 1 },
          ...{ billed: i % 3, gross: i % 3, effective: i % 3 },
        })
      },
      remove: async i => {
        await drop('export', `saving${number(i)}`, 'billed_amounts', 'bills')
        const tables = ['image_block_devices', 'launch_permission_reads', 'images']
        await drop('image_id', `ami-00005${number(i)}`, ...tables)
      },
    },
    ReplacementSaving: {
      key: 'imageId',
      add: async i => {
        const name = `replacement${number(i)}`
        const image_id = `ami-00007${number(i)}`
        const instance_id = `i-00007${number(i)}`
        const owner_account_id = accounts.golden
        await put('golden_families', { family: name, owner_account_id, name_pattern: name })
        await put('images', imageRow(`ami-00006${number(i)}`, { name }))
        await put('images', imageRow(image_id))
        await put('image_product_codes', { ...place, image_id, product_code: 'replaced', kind: 'MARKETPLACE' })
        await put('instances', instanceRow(instance_id, image_id, { account_id: owner_account_id }))
      },
      remove: async i => {
        await drop('instance_id', `i-00007${number(i)}`, 'instances')
        await drop('image_id', `ami-00007${number(i)}`, 'image_product_codes', 'images')
        await drop('image_id', `ami-00006${number(i)}`, 'images')
        await drop('family', `replacement${number(i)}`, 'golden_families')
      },
    },
    Exposure: {
      key: 'image { imageId } grantee',
      add: i =>
        put('launch_permissions', {
          ...place,
          image_id: images.private,
          kind: 'ACCOUNT',
          grantee: `500000000${number(i)}`,
          target_id: `500000000${number(i)}`,
          owner_account_id: accounts.golden,
          first_seen_at: day(i % 4),
        }),
      remove: i => drop('grantee', `500000000${number(i)}`, 'launch_permissions'),
    },
    GoldenDrift: {
      key: 'instance { instanceId }',
      async add(i) {
        await pool.query(
          `insert into amigraph.golden_families values ('drift', $1, 'drift-*') on conflict do nothing`,
          [accounts.golden],
        )
        await pool.query("delete from amigraph.images where name like 'drift-%'")
        await insert(pool, 'images', [
          imageRow('ami-d0000001', { name: 'drift-1', creation_date: day(0) }),
          imageRow('ami-d0000002', { name: 'drift-2', creation_date: day(1) }),
        ])
        await insert(pool, 'instances', [
          instanceRow(`i-d0000${number(i)}`, 'ami-d0000001', { account_id: accounts.golden }),
        ])
      },
      remove: i => drop('instance_id', `i-d0000${number(i)}`, 'instances'),
    },
    GoldenImage: {
      key: 'family origin',
      add: i =>
        put('golden_families', {
          family: `family${number(i)}`,
          owner_account_id: accounts.golden,
          name_pattern: 'golden-linux-*',
        }),
      remove: i => drop('family', `family${number(i)}`, 'golden_families'),
    },
    ImageVersion: {
      key: 'validFrom',
      add: i =>
        put('versions', {
          ...place,
          fact: 'launch_permissions',
          account_id: accounts.golden,
          image_id: rememberedImage,
          kind: 'SHARED',
          became: '{}',
          valid_from: '-infinity',
          valid_to: longAgo(1 + i),
        }),
      remove: async i => {
        await pool.query('delete from amigraph.versions where image_id = $1 and valid_to = $2', [
          rememberedImage,
          longAgo(1 + i),
        ])
      },
    },
    PaidProduct: { ...productCode, key: 'productCode' },
    PaidProductAccount: {
      key: 'account { accountId }',
      add: i => put('costs', { ...cost, account_id: `600000000${number(i)}`, product_code: 'prodcode1' }),
      remove: i => drop('account_id', `600000000${number(i)}`, 'costs'),
    },
    PaidProductImage: { ...image, key: 'region imageId' },
    ShareProblem: {
      key: 'code image { imageId } grantee',
      add: i =>
        put('share_problems', {
          ...place,
          image_id: images.manyPaths,
          code: 'NOT_COPYABLE',
          grantee: `600000000${number(i)}`,
          account_id: i % 2 ? `600000000${number(i)}` : '',
          owner_account_id: accounts.golden,
          severity: ['BLOCKS_LAUNCH', 'BLOCKS_COPY', 'INFORMATION'][i % 3],
          message: 'It does not work',
          first_seen_at: day(i % 4),
          content_hash: '',
        }),
      remove: i => drop('grantee', `600000000${number(i)}`, 'share_problems'),
    },
    SyncRun: {
      key: 'startedAt sources',
      add: i => put('sync_runs', { started_at: day(i % 4), finished_at: i % 3 ? day(i + 1) : null, sources: 1000 + i }),
      remove: i => drop('sources', String(1000 + i), 'sync_runs'),
    },
  }
}
