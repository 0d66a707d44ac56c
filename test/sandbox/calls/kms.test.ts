import { describe, expect, it } from 'vitest'
import { describeKey } from '../../../src/sandbox/calls/kms/describe-key.ts'
import { getKeyPolicy } from '../../../src/sandbox/calls/kms/get-key-policy.ts'
import { listGrants } from '../../../src/sandbox/calls/kms/list-grants.ts'
import { createGrant, putKeyPolicy } from '../../../src/sandbox/world/changes.ts'
import { regionOf } from '../../../src/sandbox/world/find.ts'
import { type KeyKind, keyFor, launchOperations, mayUseKey } from '../../../src/sandbox/world/kms-keys.ts'
import { away, builder, consumer, createStage, errorCode, home, management, outsideOfUnits, stranger } from './stage.ts'

const kind: KeyKind = { alias: 'alias/images', awsManaged: false, sharedWithOrganization: false }
const stageWith = (more: Partial<KeyKind> = {}) => {
  const stage = createStage()
  return { ...stage, key: keyFor(regionOf(stage.world, home), builder, { ...kind, ...more }, stage.world.random) }
}

describe('DescribeKey', () => {
  it('knows a key by ARN, ID, alias and alias ARN', async () => {
    const { as, key } = stageWith()
    const id = key.arn.split('/')[1] as string
    for (const KeyId of [key.arn, id, 'alias/images', `arn:aws:kms:${home}:${builder}:alias/images`])
      expect((await describeKey({ KeyId }, as(builder))).KeyMetadata).toMatchObject({
        Arn: key.arn,
        KeyId: id,
        KeyManager: 'CUSTOMER',
        KeyState: 'Enabled',
      })
  })

  it('refuses other Regions, unknown keys, strangers, and a key that leaves nothing to the account', async () => {
    const { as, key, world } = stageWith()
    expect(await errorCode(() => describeKey({ KeyId: key.arn }, as(builder, away)))).toBe('NotFoundException')
    expect(await errorCode(() => describeKey({ KeyId: 'alias/none' }, as(builder)))).toBe('NotFoundException')
    expect(await errorCode(() => describeKey({ KeyId: key.arn }, as(stranger)))).toBe('AccessDeniedException')
    putKeyPolicy(world, key.arn, { isClosed: true })
    expect(await errorCode(() => describeKey({ KeyId: key.arn }, as(builder)))).toBe('AccessDeniedException')
  })
})

it('GetKeyPolicy is the own account’s alone, and has one policy', async () => {
  const { as, key } = stageWith({ sharedWithOrganization: true })
  const { Policy = '' } = await getKeyPolicy({ KeyId: key.arn }, as(builder))
  expect(JSON.parse(Policy)).toMatchObject({ Version: '2012-10-17' })
  expect(await errorCode(() => getKeyPolicy({ KeyId: key.arn }, as(consumer)))).toBe('AccessDeniedException')
  expect(await errorCode(() => getKeyPolicy({ KeyId: key.arn, PolicyName: 'x' }, as(builder)))).toBe(
    'NotFoundException',
  )
})

it('ListGrants goes through all of them in pages', async () => {
  const { as, key, world } = stageWith()
  for (let i = 0; i < 5; i++)
    createGrant(world, key.arn, { granteePrincipal: `arn:aws:iam::${consumer}:role/r${i}`, operations: ['Decrypt'] })
  const found: string[] = []
  let Marker: string | undefined
  do {
    const page = await listGrants({ KeyId: key.arn, Limit: 2, Marker }, as(builder))
    found.push(...(page.Grants ?? []).map(({ GranteePrincipal }) => GranteePrincipal ?? ''))
    expect(page.Truncated).toBe(page.NextMarker !== undefined)
    Marker = page.NextMarker
  } while (Marker !== undefined)
  expect(found.sort()).toEqual([0, 1, 2, 3, 4].map(i => `arn:aws:iam::${consumer}:role/r${i}`))
  expect(await errorCode(() => listGrants({ KeyId: key.arn, Marker: 'x' }, as(builder)))).toBe('InvalidMarkerException')
})

it.each<[string, Partial<KeyKind>, string[]]>([
  ['AWS managed', { awsManaged: true, sharedWithOrganization: true }, [builder]],
  ['not shared', {}, [builder]],
  ['shared with an account', { sharedWith: new Set([stranger]) }, [builder, stranger]],
  ['shared with the organization', { sharedWithOrganization: true }, [management, builder, consumer, outsideOfUnits]],
  ['shared with a unit', { sharedWithUnits: new Set(['ou-stag-producti']) }, [builder, consumer]],
  ['shared with a unit above', { sharedWithUnits: new Set(['ou-stag-workload']) }, [builder, consumer]],
  ['a condition nobody fulfils', { isConditional: true }, [builder]],
  ['disabled', { state: 'Disabled', sharedWithOrganization: true }, []],
])('%s: who may launch with it (R9)', (_, more, allowed) => {
  const { key, world } = stageWith(more)
  const accounts = [management, builder, consumer, outsideOfUnits, stranger]
  expect(accounts.filter(account => mayUseKey(world, key, account))).toEqual(allowed)
})

it('a grant lets in an account with all that a launch needs, a role or a part of it does not (R9)', () => {
  const { key, world } = stageWith()
  const operations = [...launchOperations]
  createGrant(world, key.arn, { granteePrincipal: `arn:aws:iam::${stranger}:root`, operations: ['Decrypt'] })
  createGrant(world, key.arn, { granteePrincipal: `arn:aws:iam::${stranger}:role/r`, operations })
  expect(mayUseKey(world, key, stranger)).toBe(false)
  createGrant(world, key.arn, { granteePrincipal: `arn:aws:iam::${stranger}:root`, operations })
  expect(mayUseKey(world, key, stranger)).toBe(true)
})
