import { preparedStatements } from '../prepared-statements.ts'
import type { KnownStatements } from './known-statements.ts'
import { MergedReads, type Sending, SingleRead } from './sending.ts'
import type { WaitingRead } from './waiting-read.ts'

/** A merged statement that takes so many times as long for a read is not used any more. */
const tooSlow = 1.25

/** How reads of a batch are sent: those of the same statement as one, where that is known or hoped to be quicker. */
export const mergeReads = (
  reads: readonly WaitingRead[],
  known: KnownStatements,
  mergedMs: number,
): readonly Sending[] => {
  const groups = new Map<unknown, WaitingRead[]>()
  for (const read of reads) {
    const key = mergedName(read, known, mergedMs) ?? read
    const group = groups.get(key)
    if (group) group.push(read)
    else groups.set(key, [read])
  }
  return [...groups].flatMap(([name, group]) => tryToMerge(name, group) ?? group.map(read => new SingleRead(read)))
}

/** By what the statement goes that the read may share with others. */
const mergedName = (
  { statement: { name, merged }, isAlone }: WaitingRead,
  known: KnownStatements,
  mergedMs: number,
): string | undefined => {
  const single = known.get(name)
  // Beside what takes longer, beginning and ending a statement is little.
  if (merged === undefined || isAlone || single === undefined || single.expectedMs > mergedMs) return undefined
  const shared = preparedStatements.nameOf(merged)
  if (shared === undefined || known.isRefused(shared)) return undefined
  const prepared = known.get(shared)
  const isSlower = prepared?.isSettled && prepared.expectedMs > single.expectedMs * tooSlow
  return isSlower ? undefined : shared
}

const tryToMerge = (name: unknown, reads: readonly WaitingRead[]): Sending[] | undefined => {
  const text = reads[0]?.statement.merged
  if (typeof name !== 'string' || text === undefined || reads.length < 2) return undefined
  try {
    return [new MergedReads(reads, { name, text })]
  } catch {
    // The read whose value cannot be sent says so when it is sent by itself.
    return undefined
  }
}
