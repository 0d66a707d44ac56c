import { afterAll, beforeAll, expect, it } from 'vitest'
import { cases } from '../../domain/allowed-images-cases.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { imageRow, insert, regions } from '../../support/inventory.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it.each(cases.map((each, i) => [each.name, each, i] as const))(
  '%s, as the database decides it',
  async (_name, { criteria, image, expected }, i) => {
    const id = `ami-${String(i).padStart(8, '0')}`
    await insert(database.pool, 'images', [
      imageRow(id, {
        owner_account_id: image.ownerAccountId,
        owner_alias: image.ownerAlias,
        name: image.name,
        creation_date: image.creationDate,
        deprecation_time: image.deprecationTime,
        evidence: image.productCodes === null ? 'INSTANCE' : 'OWNER',
        watermark_count: image.watermarks?.length ?? null,
      }),
    ])
    await insert(
      database.pool,
      'image_product_codes',
      (image.productCodes ?? []).map(product_code => ({
        region: regions.frankfurt,
        image_id: id,
        product_code,
        kind: 'MARKETPLACE',
      })),
    )
    await insert(
      database.pool,
      'image_watermarks',
      (image.watermarks ?? []).map(mark => ({
        region: regions.frankfurt,
        image_id: id,
        watermark_key: mark.watermarkKey,
        source_image_region: mark.sourceImageRegion,
        source_image_creation_time: mark.sourceImageCreationTime,
        watermark_creation_time: mark.watermarkCreationTime,
      })),
    )
    const { rows } = await database.pool.query(
      `select amigraph.meets_criteria($1::jsonb, image) as met from amigraph.images image where image_id = $2`,
      [JSON.stringify(criteria), id],
    )
    expect(rows[0].met).toBe(expected)
  },
)
