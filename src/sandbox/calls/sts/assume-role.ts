import type { AssumeRoleRequest, AssumeRoleResponse } from '@aws-sdk/client-sts'
import { AwsError, type Call } from '../../call.ts'
import type { Credentials } from '../../credentials.ts'

/**
 * A session of a role that trusts the management account. AccessDenied, in one wording for all reasons as AWS has it:
 * no such account or role, an account that is not active, a caller or an external ID that the role does not trust.
 * ValidationError for an ARN, a session name or a duration (900 to 43,200 seconds) that cannot be.
 */
export const assumeRole =
  (credentials: Credentials): Call<AssumeRoleRequest, AssumeRoleResponse> =>
  (input, { world, caller }) => {
    const { RoleArn: roleArn = '', RoleSessionName: sessionName = '', DurationSeconds: seconds = 3600 } = input
    const [, accountId, role] = /^arn:aws[a-z-]*:iam::(\d{12}):role\/([\w+=,.@/-]+)$/.exec(roleArn) ?? []
    if (!accountId || !role) throw new AwsError('ValidationError', `${roleArn} is invalid`)
    if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) {
      throw invalid(sessionName, 'roleSessionName', 'Member must satisfy regular expression pattern: [\\w+=,.@-]*')
    }
    if (seconds < 900) throw invalid(seconds, 'durationSeconds', 'Member must have value greater than or equal to 900')
    if (seconds > 43_200) {
      throw invalid(seconds, 'durationSeconds', 'Member must have value less than or equal to 43200')
    }

    const account = world.accounts.get(accountId)
    const trust = account?.state === 'ACTIVE' ? account.roles.get(role) : undefined
    const isCallerTrusted =
      caller.accountId === world.organization.managementAccountId || caller.accountId === accountId
    const isExternalIdRight = trust?.externalId === undefined || trust.externalId === input.ExternalId
    if (!trust || !isCallerTrusted || !isExternalIdRight) {
      throw new AwsError(
        'AccessDenied',
        `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
        403,
      )
    }

    const roleName = role.slice(role.lastIndexOf('/') + 1)
    const session = credentials.issue({ accountId, roleName, sessionName, seconds })
    return {
      Credentials: {
        AccessKeyId: session.accessKeyId,
        SecretAccessKey: session.secretAccessKey,
        SessionToken: session.sessionToken,
        Expiration: session.expiration,
      },
      AssumedRoleUser: { AssumedRoleId: session.caller.userId, Arn: session.caller.arn },
      SourceIdentity: input.SourceIdentity,
    }
  }

const invalid = (value: string | number, member: string, constraint: string) =>
  new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`,
  )
