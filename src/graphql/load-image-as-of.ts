import type { GraphQLResolveInfo } from 'graphql'
import type { ImageRow } from '../db/images/image.ts'
import { imageAsOf, readIsForgotten } from '../db/memory/image-as-of.ts'
import { NotRemembered } from '../domain/invalid-input.ts'
import { readMoment } from './as-of.ts'
import { only } from './only.ts'
import type { RequestContext } from './request-context.ts'
import { type Selection, selectionOf } from './selection.ts'

/** What relations from an image as of then start from. */
export const alsoAsOf: Selection = { asOf: {}, listWasKnown: {} }

/** An image as it was then; null where it was not there. Throws NotRemembered where nobody can say that. */
export const loadImageAsOf = async (
  { load, read }: RequestContext,
  { imageId, region, asOf }: { imageId: string; region: string | null; asOf: Date },
  info: GraphQLResolveInfo,
): Promise<ImageRow | null> => {
  const key = { imageId, region, asOf: readMoment(asOf) }
  const found = await load.list<ImageRow>(imageAsOf, key, { ...selectionOf(info), ...alsoAsOf })
  if (found.length === 0 && (await readIsForgotten(read, key)))
    throw new NotRemembered(`What ${imageId} was at ${key.asOf} is not known: the memory begins later`)
  return only(imageId, found, row => row.region)
}
