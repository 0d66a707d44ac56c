import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts'
import { fromNodeProviderChain } from '@aws-sdk/credential-providers'
import type { AwsCredentialIdentity } from '@smithy/types'
import { readFailure } from './aws-failure.ts'

export type CredentialProvider = (options?: { forceRefresh?: boolean }) => Promise<AwsCredentialIdentity>

/** The credentials of the machine, as the SDK finds them: environment, profile, web identity, container, instance. */
export const machineCredentials: CredentialProvider = fromNodeProviderChain()

export type AssumedRole = {
  roleArn: string
  externalId: string | null
}

/**
 * Credentials of an assumed role, shared by all clients of the account, so that a sync costs one AssumeRole an account
 * and hour, not one a Region. Renewed when a fifth of their life is left; callers that wait for the same renewal share
 * it. A failure is not remembered: the next call tries again.
 */
export function assumeRole(sts: STSClient, role: AssumedRole, now: () => number = Date.now): CredentialProvider {
  let current: { identity: AwsCredentialIdentity; renewAt: number } | null = null
  let pending: Promise<AwsCredentialIdentity> | null = null

  const renew = async (): Promise<AwsCredentialIdentity> => {
    const start = now()
    const { Credentials: given } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: role.roleArn,
        RoleSessionName: 'amigraph',
        ...(role.externalId === null ? {} : { ExternalId: role.externalId }),
      }),
    )
    if (!given?.AccessKeyId || !given.SecretAccessKey || !given.SessionToken || !given.Expiration)
      throw new Error(`AssumeRole of ${role.roleArn} answered without credentials`)
    const identity: AwsCredentialIdentity = {
      accessKeyId: given.AccessKeyId,
      secretAccessKey: given.SecretAccessKey,
      sessionToken: given.SessionToken,
      expiration: given.Expiration,
    }
    current = { identity, renewAt: start + 0.8 * (given.Expiration.getTime() - start) }
    return identity
  }

  return options => {
    if (current !== null && !options?.forceRefresh && now() < current.renewAt) return Promise.resolve(current.identity)
    pending ??= renew().finally(() => {
      pending = null
    })
    return pending
  }
}

/**
 * The account that amigraph itself is at home in: its reader role where there is one, else the credentials that are
 * already there. Which of the two is settled by the first answer, for as long as the process runs.
 */
export function roleOrOwn(role: CredentialProvider, own: CredentialProvider): CredentialProvider {
  let settled: CredentialProvider | null = null
  return async options => {
    if (settled !== null) return settled(options)
    try {
      const identity = await role(options)
      settled = role
      return identity
    } catch (error) {
      if (readFailure(error).class !== 'denied') throw error
      settled = own
      return own(options)
    }
  }
}
