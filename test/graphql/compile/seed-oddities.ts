import type { Pool } from '../../../src/db/pool.ts'
import { accounts, imageRow, images, insert, instanceRow, regions } from '../../support/inventory.ts'

/** Everything that two ways of writing JSON could write differently, and enough rows of a kind to leaf through. */
export const seedOddities = async (pool: Pool): Promise<void> => {
  const texts = [
    'quote " backslash \\ slash / </script>',
    'tab\t newline\n return\r form\f back\b',
    '\u0001\u001f\u007f\u0080\u2028\u2029\ufeff',
    'Größe ☃ 𝒳 👩‍👩‍👧 e\u0301',
    '',
    ' ',
    '%_*?\\%',
    'null',
    '{"json": [1, 2]}',
  ]
  const times = [
    '2026-01-01T00:00:00.123456Z',
    '2026-01-01T00:00:00.123Z',
    '2026-01-01T00:00:00.001Z',
    '1999-12-31T23:59:59.999999Z',
    '1969-12-31T23:59:59.5Z',
    '0999-06-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
  ]
  const ids = Array.from({ length: 40 }, (_, i) => `ami-2${String(i).padStart(7, '0')}`)
  await insert(
    pool,
    'images',
    ids.map((id, i) =>
      imageRow(id, {
        region: i % 3 === 0 ? regions.virginia : regions.frankfurt,
        owner_account_id: [accounts.golden, accounts.appA, accounts.appB, accounts.partner][i % 4],
        name: texts[i % texts.length],
        description: texts[(i * 5) % texts.length],
        creation_date: i % 5 === 0 ? null : times[i % times.length],
        deprecation_time: i % 7 === 0 ? times[(i * 3) % times.length] : null,
        last_launched_time: i % 2 === 0 ? times[(i * 5) % times.length] : null,
        architecture: ['X86_64', 'ARM64', null, 'X86_64_MAC'][i % 4],
        boot_mode: ['UEFI', null, 'UEFI_PREFERRED'][i % 3],
        ena_support: [true, false, null][i % 3],
        is_public: i % 9 === 0,
        state: i % 8 === 0 ? 'DISABLED' : 'AVAILABLE',
        source_image_id: i % 4 === 0 ? images.private : null,
        source_image_region: i % 4 === 0 ? regions.frankfurt : null,
      }),
    ),
  )
  await insert(
    pool,
    'image_tags',
    texts.map((value, i) => ({
      region: regions.frankfurt,
      image_id: images.manyPaths,
      account_id: i % 2 === 0 ? accounts.golden : accounts.appA,
      key: `odd ${i} ${value}`,
      value,
      set_by_owner: i % 2 === 0,
      content_hash: '',
    })),
  )
  await insert(
    pool,
    'instances',
    ids.slice(0, 25).map((id, i) =>
      instanceRow(`i-2${String(i).padStart(7, '0')}`, i % 5 === 0 ? images.private : id, {
        account_id: [accounts.appA, accounts.appB, accounts.golden][i % 3],
        region: i % 3 === 0 ? regions.virginia : regions.frankfurt,
        launch_time: i % 6 === 0 ? null : times[i % times.length],
        tags: JSON.stringify(texts.slice(0, i % 4).map((value, n) => ({ key: `${n} ${value}`, value }))),
        state: ['RUNNING', 'STOPPED', 'TERMINATED'][i % 3],
      }),
    ),
  )
  await insert(
    pool,
    'costs',
    [0, 1, 2, 3, 4, 5].map(i => ({
      month: `2026-0${1 + (i % 3)}-01`,
      account_id: i % 2 === 0 ? accounts.appA : accounts.appB,
      region: regions.frankfurt,
      image_id: images.private,
      product_code: i % 2 === 0 ? 'prodcode1' : '',
      usage_operation: `RunInstances:${i}`,
      currency: i === 5 ? 'EUR' : 'USD',
      software_cost: ['0', '1.50', '1234567890123456789.123456789', '-0.10', '0.000001', '100'][i],
      infrastructure_cost: '2.5',
      instance_hours: '744.000',
    })),
  )
  await seedBills(pool)
}

/** Bills in which something is attributed, something is not, and something was billed to an account that left. */
const seedBills = async (pool: Pool) => {
  await insert(
    pool,
    'bills',
    [0, 1, 2, 3].map(i => ({
      export: i === 3 ? 'broken "export"' : 'cur',
      month: `2026-0${1 + (i % 3)}-01`,
      kind: ['CUR_2', 'FOCUS', 'CUR', null][i],
      version: i === 1 ? '1.2' : null,
      payer_account_ids: i === 3 ? [] : [accounts.management],
      is_final: i === 0,
      missing_columns: i === 1 ? ['product_region_code'] : [],
      limitations: i === 2 ? ['NO_RESOURCE_IDS', 'FINALITY_UNKNOWN'] : [],
      signature: i === 3 ? null : 'x',
      loaded_at: i === 3 ? null : '2026-04-01T00:00:00.5Z',
      attempted_at: '2026-04-02T00:00:00Z',
      error_code: i === 3 ? 'UNREADABLE_FILE' : null,
      error_message: i === 3 ? 'It is torn' : null,
    })),
  )
  const left = '900000000123'
  const some = [accounts.appA, accounts.appB, left].flatMap((account_id, i) =>
    [0, 1, 2].map(month => ({
      month: `2026-0${1 + month}-01`,
      payer_account_id: accounts.management,
      account_id,
      currency: i === 2 && month === 1 ? 'EUR' : 'USD',
    })),
  )
  await insert(
    pool,
    'billed_amounts',
    some.map((key, i) => ({
      ...key,
      export: 'cur',
      billed: `${i}.50`,
      attributed: '0.50',
      unattributed: i,
      line_items: i * 10 ** 9,
    })),
  )
  await insert(
    pool,
    'unattributed_amounts',
    some.flatMap((key, i) =>
      ['TAX', 'NO_INSTANCE_SEEN'].map((reason, j) => ({ ...key, reason, amount: `${i - j}.000`, line_items: j })),
    ),
  )
  await insert(
    pool,
    'costs',
    some.flatMap((key, i) =>
      ['', 'TAX'].map(reason => ({
        ...key,
        region: i % 2 === 0 ? regions.frankfurt : regions.virginia,
        image_id: reason === '' ? [images.private, images.marketplace, 'ami-gone0000'][i % 3] : '',
        image_owner_id: reason === '' ? [accounts.golden, accounts.partner, ''][i % 3] : '',
        product_code: i % 2 === 0 ? 'prodcode1' : '',
        usage_operation: reason === '' ? 'RunInstances:0002' : '',
        reason,
        export: 'cur',
        software_cost: reason === '' ? `${i}.250` : '0',
        tax: reason === '' ? '0' : '0.25',
        instance_hours: '1.50',
        line_items: 1,
      })),
    ),
  )
  await insert(
    pool,
    'usage_operation_drifts',
    [0, 1, 2].map(i => ({
      month: `2026-0${1 + i}-01`,
      payer_account_id: accounts.management,
      account_id: [accounts.appA, accounts.appB, left][i],
      region: regions.frankfurt,
      instance_id: `i-2000000${i}`,
      image_id: [images.windows, images.private, 'ami-gone0000'][i],
      image_operation: [null, 'RunInstances', 'RunInstances:0800'][i],
      instance_operation: ['RunInstances:0010', '', 'RunInstances:0800'][i],
      billed_operation: 'RunInstances:0002',
      kinds: i === 0 ? ['WINDOWS', 'RHEL'] : ['WINDOWS'],
      currency: i === 2 ? 'EUR' : 'USD',
      infrastructure_cost: ['1.50', '0', '1234567890123456789.123456789'][i],
      effective_infrastructure_cost: '0.250',
      instance_hours: '744.000',
    })),
  )
  await insert(pool, 'configured_product_titles', [{ product_code: 'prodcode1', title: 'Configured "name"' }])
  await insert(pool, 'product_titles', [
    { export: 'cur', month: '2026-01-01', product_code: 'prodcode1', title: 'Old "name"' },
    { export: 'cur', month: '2026-02-01', product_code: 'prodcode1', title: 'New name' },
  ])
  await insert(pool, 'instance_products', [
    {
      account_id: accounts.appA,
      region: regions.frankfurt,
      instance_id: 'i-00000001',
      product_code: 'prodcode1',
      kind: 'MARKETPLACE',
    },
  ])
}
