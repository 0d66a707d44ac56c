import type { AwsFailure } from '../../aws/aws-failure.ts'
import { type KnownList, readKnownLists } from '../../db/launch-permissions/read-known-lists.ts'
import {
  type PermissionRead,
  replaceLaunchPermissions,
} from '../../db/launch-permissions/replace-launch-permissions.ts'
import { settleDoubts } from '../../db/launch-permissions/settle-doubts.ts'
import { toBeAsked } from '../../domain/known-answer.ts'
import { askLaunchPermissions } from '../ask-launch-permissions.ts'
import type { Collector } from '../collector.ts'
import { summarizeFailures } from '../summarize-failures.ts'

/** So many images are asked for before is looked whether anybody still waits for them. */
const batchSize = 500

type ReadLists = { reads: PermissionRead[]; settled: KnownList[] }

/**
 * The launch permissions of the images that an account owns, one call an image: those that may have changed and those
 * never read at once, all others spread over the time that their answer may get old. An image that fails keeps its last
 * list and makes the source incomplete; one that is gone does neither.
 */
export const launchPermissions: Collector<ReadLists> = {
  async collect({ aws, statements, source: { accountId, region }, observedAt, asked, spreading, signal }) {
    const known = await readKnownLists(statements, accountId, region)
    const lists = asked ? known : toBeAsked(known, observedAt, spreading)
    const ec2 = await aws.ec2(accountId, region)
    const reads: PermissionRead[] = []
    const failures: AwsFailure[] = []
    for (let start = 0; start < lists.length; start += batchSize) {
      signal.throwIfAborted()
      const imageIds = lists.slice(start, start + batchSize).map(({ id }) => id)
      const answered = await askLaunchPermissions(ec2, imageIds, observedAt)
      reads.push(...answered.reads)
      failures.push(...answered.failures)
    }
    const answered = new Set(reads.filter(({ error }) => error === null).map(({ imageId }) => imageId))
    return {
      facts: { reads, settled: lists.filter(({ id }) => answered.has(id)) },
      incomplete: summarizeFailures(failures, lists.length, 'images'),
      callsAvoided: known.length - lists.length,
    }
  },
  async write(client, { accountId, region }, { reads, settled }) {
    const changed = await replaceLaunchPermissions(client, accountId, region, reads)
    await settleDoubts(client, region, settled)
    return changed
  },
}
