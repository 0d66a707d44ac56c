import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AwsFailure } from '../../aws/aws-failure.ts'
import { BillError, tooSmall } from '../../billing/bill-error.ts'
import { type BillSource, type BillVersion, billKinds, lineColumns } from '../../billing/bill-source.ts'
import { ExportChanged } from '../../billing/export-store.ts'
import { attributeBills } from '../../db/bills/attribute-bills.ts'
import { loadBill } from '../../db/bills/load-bill.ts'
import { rankBills } from '../../db/bills/rank-bills.ts'
import { readBillsToAttribute } from '../../db/bills/read-bills-to-attribute.ts'
import { readBillsToReadAgain } from '../../db/bills/read-bills-to-read-again.ts'
import { readLoadedBills } from '../../db/bills/read-loaded-bills.ts'
import { readMovedInstances } from '../../db/bills/read-moved-instances.ts'
import { recordBillFailure } from '../../db/bills/record-bill-failure.ts'
import type { Pool, Queryable } from '../../db/pool.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { Collector } from '../collector.ts'
import { databaseRetries } from '../sync-context.ts'

export type BillsContext = {
  readonly source: BillSource
  readonly pool: Pool
  readonly statements: Queryable
  readonly signal: AbortSignal
}

/**
 * Bills. Each month is a transaction of its own, so that one that cannot be read holds up no other, and what has been
 * loaded stays when the rest is broken off; what remains for the source's transaction is its coverage.
 */
export const bills = (context: BillsContext): Collector<number> => ({
  async collect() {
    const { changed, failures } = await loadChanged(context)
    const [first] = failures
    const incomplete = first === undefined ? null : new AwsFailure(first.code, describe(failures), 'final', first)
    return { facts: changed, incomplete }
  },
  write: (_client, _source, changed) => Promise.resolve(changed),
})

type Failure = { readonly bill: BillVersion; readonly code: string; readonly message: string }

const describe = (failures: readonly Failure[]): string =>
  failures
    .map(({ bill, message }) => `${bill.export || 'The export'}, ${bill.month}: ${message}`)
    .join('; ')
    .slice(0, 4000)

async function loadChanged({ source, pool, statements, signal }: BillsContext) {
  const listed = await withRoom(source.name, source.list()).catch(error => {
    throw unlisted(source.name, error)
  })
  const loaded = new Map((await readLoadedBills(statements)).map(bill => [keyOf(bill), bill.signature]))
  const moved = await readMovedInstances(statements)
  const again = new Set(moved.length === 0 ? [] : (await readBillsToReadAgain(statements)).map(keyOf))
  const failures: Failure[] = []
  let changed = 0
  const attributed = new Set<string>()
  for (const bill of listed) {
    signal.throwIfAborted()
    if (loaded.get(keyOf(bill)) === bill.signature && !again.has(keyOf(bill))) continue
    const failure = await loadOne({ source, pool, moved }, bill)
    if (failure === null) {
      changed += 1
      attributed.add(bill.month)
    } else {
      failures.push(failure)
      await recordBillFailure(statements, bill, failure)
    }
  }
  // What was loaded just now is attributed by what is known just now.
  const learnt = (await readBillsToAttribute(statements)).filter(month => !attributed.has(month))
  const months = new Set([...(await rankBills(statements, listed)), ...learnt])
  for (const month of months) {
    signal.throwIfAborted()
    await inTransaction(pool, client => attributeBills(client, month), { retries: databaseRetries })
    changed += 1
  }
  return { changed, failures }
}

/** Everything of one month, or nothing of it. */
async function loadOne(
  { source, pool, moved }: { source: BillSource; pool: Pool; moved: readonly string[] },
  version: BillVersion,
): Promise<Failure | null> {
  let folder: string | null = null
  try {
    folder = await withRoom(version.export, mkdtemp(join(tmpdir(), 'amigraph-bill-')))
    const bill = await withRoom(version.export, source.read(version, folder, moved))
    const rank = billKinds.indexOf(bill.kind) + (bill.limitations.includes('NO_RESOURCE_IDS') ? billKinds.length : 0)
    await inTransaction(
      pool,
      async client => {
        await loadBill(client, { ...version, ...bill, rank, lineColumns })
        await attributeBills(client, version.month)
      },
      { retries: databaseRetries },
    )
    return null
  } catch (error) {
    if (!(error instanceof BillError || error instanceof ExportChanged || error instanceof AwsFailure)) throw error
    return { bill: version, code: error.code, message: error.message }
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true })
  }
}

/** A disk that is full, wherever that shows while something is read, fails that alone. What PostgreSQL lacks is another matter. */
const withRoom = async <Result>(what: string, reading: Promise<Result>): Promise<Result> => {
  try {
    return await reading
  } catch (error) {
    throw tooSmall(what, error) ?? error
  }
}

const keyOf = (bill: { export: string; month: string }) => JSON.stringify([bill.export, bill.month])

function unlisted(name: string, error: unknown): unknown {
  if (error instanceof AwsFailure) return error
  if (error instanceof BillError) return new AwsFailure(error.code, error.message, 'final', error)
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) return error
  return new AwsFailure(
    code,
    `The bills in ${name} cannot be listed: ${code}`,
    code === 'EACCES' ? 'denied' : 'final',
    error,
  )
}
