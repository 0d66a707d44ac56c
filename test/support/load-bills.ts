import type { BillSource } from '../../src/billing/bill-source.ts'
import { fileBillSource } from '../../src/billing/file-bill-source.ts'
import { localExportStore } from '../../src/billing/local-export-store.ts'
import type { Pool } from '../../src/db/pool.ts'
import { bills } from '../../src/sync/collect/bills.ts'
import type { RandomBill } from './bills.ts'
import { insert } from './inventory.ts'

/** Loads what changed, as the sync does; returns what could not be, by code and message. */
export const loadBillsFrom = async (
  pool: Pool,
  from: string | BillSource,
): Promise<{ changed: number; failure: { code: string; message: string } | null }> => {
  const source = typeof from === 'string' ? fileBillSource(localExportStore(from)) : from
  const collector = bills({ source, pool, statements: pool, signal: new AbortController().signal })
  const { facts, incomplete } = await collector.collect(undefined as never)
  return { changed: facts, failure: incomplete && { code: incomplete.code, message: incomplete.message } }
}

/** What the sync has seen of a bill's instances and images, the former long ago unless `firstSeen` says otherwise. */
export const seedSeen = async (
  pool: Pool,
  { instances, images }: Pick<RandomBill, 'instances' | 'images'>,
  firstSeen = new Date('2026-10-01'),
) => {
  await insert(
    pool,
    'images',
    images.map(({ region, image, owner }) => ({
      region,
      image_id: image,
      owner_account_id: owner,
      state: 'AVAILABLE',
      is_public: false,
      evidence: 'OWNER',
      evidence_account_id: owner,
      content_hash: '',
    })),
  )
  await insert(
    pool,
    'image_block_devices',
    images.map(({ region, image, snapshot }) => ({
      region,
      image_id: image,
      device_name: '/dev/xvda',
      ordinal: 0,
      snapshot_id: snapshot,
      suppressed: false,
    })),
  )
  await insert(
    pool,
    'image_product_codes',
    images.flatMap(({ region, image, codes }) =>
      codes.map(code => ({ region, image_id: image, product_code: code, kind: 'MARKETPLACE' })),
    ),
  )
  await insert(
    pool,
    'instance_images',
    instances.map(({ account, region, instance, image }) => ({
      account_id: account,
      region,
      instance_id: instance,
      image_id: image,
      first_seen_at: firstSeen,
    })),
  )
}
