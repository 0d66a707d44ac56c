import { readNamedKeys } from '../../db/kms-keys/read-named-keys.ts'
import { replaceKmsKeys } from '../../db/kms-keys/replace-kms-keys.ts'
import { beginTargetedWrite } from '../../db/targeted-reads/begin-targeted-write.ts'
import { recordTargetedReads } from '../../db/targeted-reads/record-targeted-reads.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { Place } from '../../domain/source.ts'
import { askKeys } from '../ask-keys.ts'
import { databaseRetries } from '../sync-context.ts'
import type { EventContext } from './event-context.ts'

/**
 * Reads these keys, as far as they encrypt what is shared: of all others, and of those that encrypt what was shared only
 * since the last sync, nobody asks. Throws AwsFailure where AWS does not answer; what was read is written all the same.
 */
export async function refreshKeys(
  { aws, pool, statements, now }: EventContext,
  place: Place,
  keyIds: readonly string[],
): Promise<void> {
  if (keyIds.length === 0) return
  const names = await readNamedKeys(statements, place, keyIds)
  if (names.length === 0) return
  const source = { ...place, kind: 'KMS_KEYS' } as const
  const observedAt = await now()
  const { reads, failures } = await askKeys(aws, place, names, observedAt)
  await inTransaction(
    pool,
    async client => {
      const only = await beginTargetedWrite(client, source, observedAt, names)
      await replaceKmsKeys(client, place.accountId, place.region, reads, { only, except: [] })
      await recordTargetedReads(client, source, only, observedAt)
    },
    { retries: databaseRetries },
  )
  const [first] = failures
  if (first !== undefined) throw first
}
