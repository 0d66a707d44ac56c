import { beforeEach, describe, expect, test } from 'vitest'
import type { CallContext } from '../../../src/sandbox/call.ts'
import { organizationsCalls } from '../../../src/sandbox/calls/organizations/calls.ts'
import { addAccount, removeAccount, suspendAccount } from '../../../src/sandbox/world/changes.ts'
import { builder, consumer, createStage, errorCode, management, outsideOfUnits, type Stage, stranger } from './stage.ts'

let stage: Stage
beforeEach(() => {
  stage = createStage()
})

const byPath = async () => {
  const { Accounts = [] } = await organizationsCalls.ListAccounts({}, stage.as(management))
  return Object.fromEntries(Accounts.map(account => [account.Id, account]))
}

describe('who may call', () => {
  const calls: [string, (context: CallContext) => unknown][] = [
    ['ListAccounts', context => organizationsCalls.ListAccounts({}, context)],
    ['ListRoots', context => organizationsCalls.ListRoots({}, context)],
    ['ListAccountsForParent', context => organizationsCalls.ListAccountsForParent({ ParentId: 'r-stag' }, context)],
    [
      'ListOrganizationalUnitsForParent',
      context => organizationsCalls.ListOrganizationalUnitsForParent({ ParentId: 'r-stag' }, context),
    ],
    ['ListParents', context => organizationsCalls.ListParents({ ChildId: builder }, context)],
  ]
  test.each(calls)('%s: the management account and delegated administrators', async (_name, call) => {
    expect(await errorCode(() => call(stage.as(management)))).toBeUndefined()
    expect(await errorCode(() => call(stage.as(builder)))).toBe('AccessDeniedException')
    expect(await errorCode(() => call(stage.as(stranger)))).toBe('AWSOrganizationsNotInUseException')
    stage.world.organization.delegatedAdministrators.add(builder)
    expect(await errorCode(() => call(stage.as(builder)))).toBeUndefined()
  })

  test('DescribeOrganization: every member', async () => {
    const answer = await organizationsCalls.DescribeOrganization({}, stage.as(consumer))
    expect(answer.Organization).toMatchObject({ Id: 'o-stage00000', MasterAccountId: management, FeatureSet: 'ALL' })
    expect(await errorCode(() => organizationsCalls.DescribeOrganization({}, stage.as(stranger)))).toBe(
      'AWSOrganizationsNotInUseException',
    )
  })
})

describe('accounts', () => {
  test('State, the retired Status, and the place in the tree', async () => {
    suspendAccount(stage.world, consumer)
    const accounts = await byPath()
    expect(accounts[consumer]).toMatchObject({
      State: 'SUSPENDED',
      Status: 'SUSPENDED',
      Arn: `arn:aws:organizations::${management}:account/o-stage00000/${consumer}`,
      Paths: [`o-stage00000/r-stag/ou-stag-workload/ou-stag-producti/${consumer}/`],
      JoinedTimestamp: new Date('2026-03-01T12:00:00Z'),
    })
    expect(accounts[outsideOfUnits]?.Paths).toEqual([`o-stage00000/r-stag/${outsideOfUnits}/`])
  })

  test('one that left is gone', async () => {
    removeAccount(stage.world, consumer)
    expect(Object.keys(await byPath())).toEqual([management, builder, outsideOfUnits])
  })

  test('20 a page, and each once while accounts join and leave', async () => {
    for (let count = 0; count < 50; count++)
      addAccount(stage.world, { name: `n${count}`, email: `n${count}@example.com` })
    const before = new Set(stage.world.accounts.keys())
    const seen: (string | undefined)[] = []
    let NextToken: string | undefined
    do {
      const answer = await organizationsCalls.ListAccounts({ NextToken }, stage.as(management))
      expect(answer.Accounts?.length).toBeLessThanOrEqual(20)
      seen.push(...(answer.Accounts ?? []).map(account => account.Id))
      NextToken = answer.NextToken
      if (seen.length === 20) {
        addAccount(stage.world, { name: 'late', email: 'late@example.com' })
        removeAccount(stage.world, seen.find(id => id !== management) ?? '')
      }
    } while (NextToken !== undefined)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining([...before]))
  })

  test('a parent has its own accounts, not those further down', async () => {
    const ask = async (ParentId: string) =>
      (await organizationsCalls.ListAccountsForParent({ ParentId }, stage.as(management))).Accounts?.map(({ Id }) => Id)
    expect(await ask('ou-stag-workload')).toEqual([builder])
    expect(await ask('r-stag')).toEqual([management, outsideOfUnits])
  })
})

describe('the tree', () => {
  test('root, units and their paths', async () => {
    const units = async (ParentId: string) =>
      (await organizationsCalls.ListOrganizationalUnitsForParent({ ParentId }, stage.as(management)))
        .OrganizationalUnits
    expect((await organizationsCalls.ListRoots({}, stage.as(management))).Roots).toMatchObject([{ Id: 'r-stag' }])
    expect(await units('r-stag')).toMatchObject([{ Id: 'ou-stag-workload', Name: 'Workloads' }])
    expect(await units('ou-stag-workload')).toMatchObject([
      { Id: 'ou-stag-producti', Path: 'o-stage00000/r-stag/ou-stag-workload/ou-stag-producti/' },
    ])
    expect(await units('ou-stag-producti')).toEqual([])
  })

  const parents: [string, string, string][] = [
    [management, 'r-stag', 'ROOT'],
    [consumer, 'ou-stag-producti', 'ORGANIZATIONAL_UNIT'],
    ['ou-stag-producti', 'ou-stag-workload', 'ORGANIZATIONAL_UNIT'],
    ['ou-stag-workload', 'r-stag', 'ROOT'],
  ]
  test.each(parents)('%s is in %s', async (ChildId, Id, Type) => {
    const { Parents } = await organizationsCalls.ListParents({ ChildId }, stage.as(management))
    expect(Parents).toEqual([{ Id, Type }])
  })

  const refused: [string, () => unknown, code: string][] = [
    [
      'a token that is none',
      () => organizationsCalls.ListAccounts({ NextToken: 'x' }, stage.as(management)),
      'InvalidInputException',
    ],
    [
      'pages of 21',
      () => organizationsCalls.ListAccounts({ MaxResults: 21 }, stage.as(management)),
      'InvalidInputException',
    ],
    [
      'a parent that cannot be',
      () => organizationsCalls.ListAccountsForParent({ ParentId: 'x' }, stage.as(management)),
      'InvalidInputException',
    ],
    [
      'a parent that is not there',
      () => organizationsCalls.ListAccountsForParent({ ParentId: 'ou-stag-00000000' }, stage.as(management)),
      'ParentNotFoundException',
    ],
    [
      'a child that is not there',
      () => organizationsCalls.ListParents({ ChildId: stranger }, stage.as(management)),
      'ChildNotFoundException',
    ],
  ]
  test.each(refused)('%s is refused', async (_name, attempt, code) => {
    expect(await errorCode(attempt)).toBe(code)
  })
})
