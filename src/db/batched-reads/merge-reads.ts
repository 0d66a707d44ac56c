import { preparedStatements } from '../prepared-statements.ts'
import type { KnownStatements } from './known-statements.ts'
import type { PreparedStatement } from './prepared.ts'
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
  const groups = Map.groupBy(reads, read => (mayMerge(read, known, mergedMs) ? read.statement.name : read))
  return [...groups.values()].flatMap(group => tryToMerge(group, known) ?? group.map(read => new SingleRead(read)))
}

/** Beside what takes longer, beginning and ending a statement is little. */
const mayMerge = ({ statement, isAlone }: WaitingRead, known: KnownStatements, mergedMs: number): boolean => {
  const single = known.get(statement.name)
  return statement.merged !== undefined && !isAlone && single !== undefined && single.expectedMs <= mergedMs
}

/** Null where they have to be sent by themselves. */
const tryToMerge = (reads: readonly WaitingRead[], known: KnownStatements): Sending | null => {
  const [first] = reads
  const text = first?.statement.merged
  // Only what is merged takes a name: there are not many of them.
  if (first === undefined || text === undefined || reads.length < 2) return null
  const name = preparedStatements.nameOf(text)
  if (name === undefined || known.isRefused(name) || isSlower(known.get(name), known.get(first.statement.name)))
    return null
  try {
    return new MergedReads(reads, { name, text })
  } catch {
    // The read whose value cannot be sent says so when it is sent by itself.
    return null
  }
}

const isSlower = (merged: PreparedStatement | undefined, single: PreparedStatement | undefined): boolean =>
  merged !== undefined && single !== undefined && merged.isSettled && merged.expectedMs > single.expectedMs * tooSlow
