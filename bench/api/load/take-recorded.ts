import type { Contestant } from '../contestants/contestant.ts'
import { type RecordedStatement, readingOnly } from '../contestants/recorded-statement.ts'

/** What a recorder has sent to read since it was last asked. */
export const takeRecorded = async ({ recordedUrl }: Contestant): Promise<RecordedStatement[]> => {
  const response = await fetch(recordedUrl ?? '')
  return readingOnly((await response.json()) as RecordedStatement[])
}
