import { contentHash } from '../../domain/content-hash.ts'
import type { Image } from '../../domain/facts.ts'
import type { ImageEvidence } from '../../domain/image-evidence.ts'
import { type HashedRow, type Row, toRow } from '../facts/fact-table.ts'

/** An image's rows: its own, and those that are written with it. */
export type ImageRows = { row: HashedRow; blockDevices: Row[]; productCodes: Row[]; watermarks: Row[] }

/** Where the same image is seen from several accounts its hash is the same: evidence is no part of it. */
export function imageRows(image: Image, evidence: ImageEvidence, evidenceAccountId: string): ImageRows {
  const { blockDevices, productCodes, watermarks, ...columns } = image
  const { region, imageId } = image
  return {
    row: {
      ...toRow({ ...columns, watermarkCount: watermarks.length, evidence, evidenceAccountId }),
      content_hash: contentHash(image),
    },
    blockDevices: blockDevices.map((device, ordinal) => toRow({ region, imageId, ordinal, ...device })),
    productCodes: productCodes.map(code => toRow({ region, imageId, ...code })),
    watermarks: watermarks.map(watermark => toRow({ region, imageId, ...watermark })),
  }
}
