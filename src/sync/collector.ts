import type { AwsFailure } from '../aws/aws-failure.ts'
import type { AwsClients } from '../aws/clients.ts'
import type { PoolClient, Queryable } from '../db/pool.ts'
import type { Listing } from '../domain/listing.ts'
import type { Source } from '../domain/source.ts'
import type { Spreading } from '../domain/spread.ts'
import { spool } from './spool.ts'

export type ReadContext = {
  aws: AwsClients
  statements: Queryable
  source: Source
  /** The database's time when reading began */
  observedAt: Date
  /** Somebody asked for this very source: nothing is left for later */
  asked: boolean
  /** When what is asked for one by one is asked for again, though nothing says that it changed */
  spreading: Spreading
  /** Aborts where nobody waits for the facts any more */
  signal: AbortSignal
  /** DescribeImageReferences calls about images that others share with the account */
  sharedReferenceCalls: number
}

export type Collected<Facts> = {
  facts: Facts
  /**
   * Where a source is read in many calls of which some failed: why. What was read is written, and the source does not
   * count as read. A listing that breaks off has no facts at all: it throws.
   */
  incomplete: AwsFailure | null
  /** Calls left out because their answer cannot have changed, or is read again later; none by default */
  callsAvoided?: number
  /** Frees what the facts are kept in; called once they are written, or will not be */
  release?: () => Promise<void>
}

/** How one kind of source is read from AWS, and how what was read is written. */
export type Collector<Facts> = {
  /** Everything first, without a transaction; throws where the source cannot be read */
  collect(context: ReadContext): Promise<Collected<Facts>>
  /** All of it, inside the source's transaction; returns the rows changed */
  write(client: PoolClient, source: Source, facts: Facts): Promise<number>
}

export function complete<Facts>(facts: Facts): Collected<Facts> {
  return { facts, incomplete: null }
}

/** Everything of a listing that may be too long for memory. */
export async function listing<Item>(pages: AsyncIterable<Item[]>): Promise<Collected<Listing<Item>>> {
  const facts = await spool(pages)
  return { facts, incomplete: null, release: facts.release }
}

/** The items of all pages: where few are expected. */
export async function allOf<Item>(pages: AsyncIterable<Item[]>): Promise<Item[]> {
  const items: Item[] = []
  for await (const page of pages) for (const item of page) items.push(item)
  return items
}
