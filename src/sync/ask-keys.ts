import pLimit from 'p-limit'
import { type AwsFailure, readFailure } from '../aws/aws-failure.ts'
import type { AwsClients } from '../aws/clients.ts'
import { describeKey } from '../aws/kms/describe-key.ts'
import { getKeyPolicy } from '../aws/kms/get-key-policy.ts'
import { listGrants } from '../aws/kms/list-grants.ts'
import type { KeyCallRead } from '../db/kms-keys/record-key-reads.ts'
import type { KeyRead } from '../db/kms-keys/replace-kms-keys.ts'
import type { Place } from '../domain/source.ts'
import { allOf } from './collector.ts'

/** Keys asked for at once in one account and Region. */
const parallelKeys = 5

/** The key was deleted for good: that is an answer. */
const goneCode = 'NotFoundException'

export type AskedKeys = { reads: KeyRead[]; failures: AwsFailure[] }

/**
 * Asks an account for its keys, by ARN or alias. Of keys that AWS manages neither policy nor grants are asked: what they
 * encrypt cannot be shared, whatever those say. One that fails does not keep the others back.
 */
export async function askKeys(
  aws: AwsClients,
  place: Place,
  names: readonly string[],
  attemptedAt: Date,
): Promise<AskedKeys> {
  if (names.length === 0) return { reads: [], failures: [] }
  const kms = await aws.kms(place.accountId, place.region)
  const limit = pLimit(parallelKeys)
  const failures: AwsFailure[] = []
  const reads = await Promise.all(names.map(name => limit(() => readKey(kms, place, name, attemptedAt, failures))))
  return { reads, failures }
}

async function readKey(
  kms: Awaited<ReturnType<AwsClients['kms']>>,
  { accountId, region }: Place,
  name: string,
  attemptedAt: Date,
  failures: AwsFailure[],
): Promise<KeyRead> {
  const calls: KeyCallRead[] = []
  const failed: AwsFailure[] = []
  const attempt = async <Answer>(call: KeyCallRead['call'], ask: () => Promise<Answer>): Promise<Answer | null> => {
    try {
      const answer = await ask()
      calls.push({ call, attemptedAt, error: null })
      return answer
    } catch (error) {
      const failure = readFailure(error)
      const isGone = failure.code === goneCode
      calls.push({ call, attemptedAt, error: isGone ? null : { code: failure.code, message: failure.message } })
      if (!isGone) failed.push(failure)
      return null
    }
  }

  const described = await attempt('DescribeKey', () => describeKey(kms, name))
  const isGone = described === null && calls[0]?.error === null
  const arn = described?.arn ?? (name.includes(':key/') ? name : null)
  const isAsked = arn !== null && !isGone && described?.manager !== 'AWS'
  const policy = isAsked ? await attempt('GetKeyPolicy', () => getKeyPolicy(kms, arn)) : null
  const grants = isAsked ? await attempt('ListGrants', () => allOf(listGrants(kms, arn))) : null
  if (failed[0] !== undefined) failures.push(failed[0])
  return {
    name,
    arn,
    description: isGone ? { manager: null, state: 'NOT_FOUND', multiRegion: null } : described,
    policy,
    grants: isGone ? [] : (grants?.map(grant => ({ keyArn: arn as string, accountId, region, ...grant })) ?? null),
    calls,
  }
}
