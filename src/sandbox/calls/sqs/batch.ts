import type { BatchResultErrorEntry } from '@aws-sdk/client-sqs'
import { AwsError } from '../../call.ts'

type Entry = { Id: string | undefined }

export type BatchResult = { Successful: { Id: string }[]; Failed: BatchResultErrorEntry[] }

/** Does each entry of a batch by itself: one that fails says so in its place. */
export const eachEntry = <Given extends Entry>(
  entries: readonly Given[] | undefined,
  act: (entry: Given) => void,
): BatchResult => {
  if (!entries?.length) throw new AwsError('EmptyBatchRequest', 'There should be at least one entry in the request.')
  if (entries.length > 10)
    throw new AwsError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are 10. You have sent ${entries.length}.`,
    )
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length)
    throw new AwsError('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.')
  const result: BatchResult = { Successful: [], Failed: [] }
  for (const entry of entries) {
    const Id = entry.Id ?? ''
    try {
      act(entry)
      result.Successful.push({ Id })
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      result.Failed.push({ Id, Code: error.code, Message: error.message, SenderFault: true })
    }
  }
  return result
}
