import type { AwsFailure } from '../aws/aws-failure.ts'
import type { AwsClients } from '../aws/clients.ts'
import type { PoolClient, Queryable } from '../db/pool.ts'
import type { Source } from '../domain/source.ts'

export type ReadContext = {
  aws: AwsClients
  statements: Queryable
  source: Source
  /** The database's time when reading began */
  observedAt: Date
}

export type Collected<Facts> = {
  facts: Facts
  /**
   * Where a source is read in many calls of which some failed: why. What was read is written, and the source does not
   * count as read. A listing that breaks off has no facts at all: it throws.
   */
  incomplete: AwsFailure | null
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

/** The items of all pages. */
export async function allOf<Item>(pages: AsyncIterable<Item[]>): Promise<Item[]> {
  const items: Item[] = []
  for await (const page of pages) for (const item of page) items.push(item)
  return items
}
