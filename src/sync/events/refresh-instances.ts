import { describeInstancesById, instanceIdsPerCall } from '../../aws/ec2/describe-instances.ts'
import { keepToldInstances } from '../../db/instances/keep-told-instances.ts'
import { replaceInstances } from '../../db/instances/replace-instances.ts'
import { beginTargetedWrite } from '../../db/targeted-reads/begin-targeted-write.ts'
import { recordTargetedReads } from '../../db/targeted-reads/record-targeted-reads.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { ToldInstance } from '../../domain/aws-event/named-thing.ts'
import type { Place } from '../../domain/source.ts'
import { allOf } from '../collector.ts'
import { databaseRetries } from '../sync-context.ts'
import type { EventContext } from './event-context.ts'

/** Instances by ID, each with what an event told of it, if one did. */
export type NamedInstances = ReadonlyMap<string, ToldInstance | null>

/**
 * Reads these instances, and writes what is found: what AWS does not list any more is gone. Which image such a one ran
 * on is kept where the event told it (R17). Throws AwsFailure where AWS does not answer.
 */
export async function refreshInstances(context: EventContext, place: Place, named: NamedInstances): Promise<void> {
  const entries = [...named]
  for (let start = 0; start < entries.length; start += instanceIdsPerCall)
    await refreshPart(context, place, new Map(entries.slice(start, start + instanceIdsPerCall)))
}

async function refreshPart(
  { aws, pool, now }: EventContext,
  { accountId, region }: Place,
  named: NamedInstances,
): Promise<void> {
  const source = { accountId, region, kind: 'INSTANCES' } as const
  const observedAt = await now()
  const instanceIds = [...named.keys()]
  const ec2 = await aws.ec2(accountId, region)
  const listed = await allOf(describeInstancesById(ec2, accountId, region, instanceIds))
  const listedIds = new Set(listed.map(({ instanceId }) => instanceId))
  const told = new Map(
    [...named].flatMap(([instanceId, told]) =>
      told === null || listedIds.has(instanceId) ? [] : [[instanceId, told]],
    ),
  )
  await inTransaction(
    pool,
    async client => {
      const only = await beginTargetedWrite(client, source, observedAt, instanceIds)
      await replaceInstances(client, accountId, region, listed, { only, except: [] })
      await recordTargetedReads(client, source, only, observedAt)
      await keepToldInstances(client, accountId, region, told)
    },
    { retries: databaseRetries },
  )
}
