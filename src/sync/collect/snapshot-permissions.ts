import pLimit from 'p-limit'
import { type AwsFailure, readFailure } from '../../aws/aws-failure.ts'
import { describeSnapshotPermissions } from '../../aws/ec2/describe-snapshot-permissions.ts'
import {
  type KnownSnapshotList,
  readKnownSnapshotLists,
} from '../../db/snapshot-permissions/read-known-snapshot-lists.ts'
import {
  replaceSnapshotPermissions,
  type SnapshotPermissionRead,
} from '../../db/snapshot-permissions/replace-snapshot-permissions.ts'
import { toBeAsked } from '../../domain/known-answer.ts'
import type { Collector } from '../collector.ts'
import { summarizeFailures } from '../summarize-failures.ts'

/** Calls under way or in turn at once: enough that AWS, which refills 20 a second, is what they wait for, not slow answers. */
const parallelCalls = 40

type ReadLists = { snapshotIds: string[]; reads: SnapshotPermissionRead[] }

/**
 * Who may make volumes from the snapshots behind an account's shared images (R7), one call a snapshot, spread over time
 * as launch permissions are. A snapshot that fails keeps its last list and makes the source incomplete.
 */
export const snapshotPermissions: Collector<ReadLists> = {
  async collect({ aws, statements, source: { accountId, region }, observedAt: attemptedAt, asked, spreading, signal }) {
    const known = await readKnownSnapshotLists(statements, accountId, region)
    const lists = asked ? known : toBeAsked(known, attemptedAt, spreading)
    const ec2 = await aws.ec2(accountId, region)
    const limit = pLimit(parallelCalls)
    const failures: AwsFailure[] = []
    const read = async ({
      id: snapshotId,
      snapshotHash,
    }: KnownSnapshotList): Promise<SnapshotPermissionRead | null> => {
      signal.throwIfAborted()
      const made = { snapshotId, snapshotHash, attemptedAt }
      try {
        return { ...made, permissions: await describeSnapshotPermissions(ec2, snapshotId), error: null }
      } catch (error) {
        const failure = readFailure(error)
        // Gone between the listing and this call; the next listing removes it.
        if (failure.code === 'InvalidSnapshot.NotFound') return null
        failures.push(failure)
        return { ...made, permissions: null, error: { code: failure.code, message: failure.message } }
      }
    }
    const reads = await Promise.all(lists.map(list => limit(read, list)))
    return {
      facts: { snapshotIds: known.map(({ id }) => id), reads: reads.filter(made => made !== null) },
      incomplete: summarizeFailures(failures, lists.length, 'snapshots'),
      callsAvoided: known.length - lists.length,
    }
  },
  write: (client, { accountId, region }, { snapshotIds, reads }) =>
    replaceSnapshotPermissions(client, accountId, region, snapshotIds, reads),
}
