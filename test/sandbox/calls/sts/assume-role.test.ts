import type { AssumeRoleRequest } from '@aws-sdk/client-sts'
import { describe, expect, it } from 'vitest'
import type { Caller } from '../../../../src/sandbox/call.ts'
import { assumeRole } from '../../../../src/sandbox/calls/sts/assume-role.ts'
import { createCredentials } from '../../../../src/sandbox/credentials.ts'
import { management, member, suspended, tinyWorld } from '../../tiny-world.ts'

const role = (accountId: string, name = 'amigraph-reader') => `arn:aws:iam::${accountId}:role/${name}`

const assume = async (input: Partial<AssumeRoleRequest>, from?: Partial<Caller>) => {
  const world = tinyWorld()
  const credentials = createCredentials({ managementAccountId: management, now: world.now })
  const caller = { ...credentials.root.caller, ...from }
  const context = { world, caller, region: 'us-east-1', now: world.now }
  return assumeRole(credentials)({ RoleArn: role(member), RoleSessionName: 'sync', ...input }, context)
}

describe('hands out a session', () => {
  it.each([
    ['of a member account', {}, `arn:aws:sts::${member}:assumed-role/amigraph-reader/sync`],
    [
      'of its own account',
      { RoleArn: role(management) },
      `arn:aws:sts::${management}:assumed-role/amigraph-reader/sync`,
    ],
    [
      'of a role with a path and the right external ID',
      { RoleArn: role(member, 'audit/guarded'), ExternalId: 'a secret handshake' },
      `arn:aws:sts::${member}:assumed-role/guarded/sync`,
    ],
    [
      'whatever external ID comes to a role that wants none',
      { ExternalId: 'something' },
      `arn:aws:sts::${member}:assumed-role/amigraph-reader/sync`,
    ],
  ])('%s', async (_case, input, arn) => {
    const answer = await assume(input)
    expect(answer.AssumedRoleUser?.Arn).toBe(arn)
    expect(answer.Credentials?.AccessKeyId).toMatch(/^ASIASANDBOX[0-9A-Z]{9}$/)
  })
})

describe('denies access', () => {
  it.each([
    ['to a role that is not there', { RoleArn: role(member, 'another') }, undefined],
    ['to a role by its name without its path', { RoleArn: role(member, 'guarded') }, undefined],
    ['to an unknown account', { RoleArn: role('999999999999') }, undefined],
    ['to a suspended account', { RoleArn: role(suspended) }, undefined],
    ['without the external ID', { RoleArn: role(member, 'audit/guarded') }, undefined],
    ['with another external ID', { RoleArn: role(member, 'audit/guarded'), ExternalId: 'x' }, undefined],
    ['from another member account', { RoleArn: role(management) }, { accountId: member }],
  ])('%s', async (_case, input, from) => {
    const RoleArn = input.RoleArn
    await expect(assume(input, from)).rejects.toMatchObject({
      code: 'AccessDenied',
      status: 403,
      message: `User: arn:aws:iam::${management}:user/sandbox is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
    })
  })
})

// AWS Security Token Service API Reference, AssumeRole
it.each([
  [{ RoleArn: 'nonsense' }, 'nonsense is invalid'],
  [{ RoleSessionName: 'with space' }, "Value 'with space' at 'roleSessionName'"],
  [{ RoleSessionName: 'x' }, "Value 'x' at 'roleSessionName'"],
  [{ DurationSeconds: 899 }, "Value '899' at 'durationSeconds'"],
  [{ DurationSeconds: 43_201 }, "Value '43201' at 'durationSeconds'"],
])('finds %j invalid', async (input, message) => {
  await expect(assume(input)).rejects.toMatchObject({
    code: 'ValidationError',
    status: 400,
    message: expect.stringContaining(message),
  })
})
