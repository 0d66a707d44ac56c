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
}
