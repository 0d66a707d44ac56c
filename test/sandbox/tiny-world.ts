import { emptyWorld } from '../../src/sandbox/world/empty-world.ts'
import { OrderedIndex } from '../../src/sandbox/world/ordered-index.ts'
import type { World, WorldAccount } from '../../src/sandbox/world/world.ts'

export const management = '111111111111'
export const member = '222222222222'
export const suspended = '333333333333'

/** An empty organization of three accounts; `setTime` moves its clock, which otherwise stands still. */
export const tinyWorld = (start = new Date('2026-03-01T12:00:00Z')): World & { setTime: (time: Date) => void } => {
  let time = start
  const world = emptyWorld({
    now: () => time,
    organization: {
      id: 'o-tiny000000',
      arn: `arn:aws:organizations::${management}:organization/o-tiny000000`,
      managementAccountId: management,
      root: { id: 'r-tiny', arn: `arn:aws:organizations::${management}:root/o-tiny000000/r-tiny`, name: 'Root' },
      units: new Map(),
      unitsByParent: new Map(),
      delegatedAdministrators: new Set(),
    },
    regions: [
      { name: 'us-east-1', optIn: false },
      { name: 'eu-west-1', optIn: false },
      { name: 'eu-south-2', optIn: true },
    ],
  })
  const add = (accountId: string, changed: Partial<WorldAccount> = {}) => {
    const account: WorldAccount = {
      accountId,
      name: `account ${accountId}`,
      email: `${accountId}@example.com`,
      state: 'ACTIVE',
      parentId: world.organization.root.id,
      joinedMethod: 'CREATED',
      joinedAt: new Date('2024-01-01T00:00:00Z'),
      roles: new Map([['amigraph-reader', {}]]),
      enabledRegions: new Set(['us-east-1', 'eu-west-1']),
      ...changed,
    }
    world.accounts.set(accountId, account)
    world.accountIndex.add(account)
    const siblings = world.accountsByParent.get(account.parentId) ?? new OrderedIndex<WorldAccount>(a => a.accountId)
    siblings.add(account)
    world.accountsByParent.set(account.parentId, siblings)
  }
  add(management)
  add(member, {
    roles: new Map([
      ['amigraph-reader', {}],
      ['audit/guarded', { externalId: 'a secret handshake' }],
    ]),
  })
  add(suspended, { state: 'SUSPENDED' })
  return Object.assign(world, {
    setTime: (changed: Date) => {
      time = changed
    },
  })
}
