import { emptyWorld } from '../empty-world.ts'
import { digits, letters } from '../identifiers.ts'
import { organizationArn, putAccount, putUnit, unitArn } from '../organization-tree.ts'
import { createRandom, type Random } from '../random.ts'
import type { World, WorldAccount } from '../world.ts'
import { type Cast, castMember } from './cast.ts'
import { type AccountPlan, accountPlans, furtherAccount, unitPlans } from './company.ts'
import { regionKinds } from './regions.ts'

export type OrganizationPlan = {
  accounts: number
  seed: number
  now: () => Date
  base: Date
  regions: readonly string[]
  roleName: string
  externalId: string | undefined
}

/** A world with its organization, its accounts and empty Regions. */
export const makeOrganization = (plan: OrganizationPlan): { world: World; cast: Cast } => {
  // Apart from the world's own source, which draws everything else
  const ids = createRandom(plan.seed ^ 0x5bd1e995)
  const managementAccountId = accountIdFrom(ids)
  const id = `o-${letters(10, ids)}`
  const rootId = `r-${letters(4, ids)}`
  const world = emptyWorld({
    seed: plan.seed,
    bornAt: plan.base,
    now: plan.now,
    regions: regionKinds(plan.regions),
    organization: {
      id,
      arn: organizationArn(managementAccountId, id),
      managementAccountId,
      root: { id: rootId, arn: `arn:aws:organizations::${managementAccountId}:root/${id}/${rootId}`, name: 'Root' },
      units: new Map(),
      unitsByParent: new Map(),
      delegatedAdministrators: new Set(),
    },
  })
  const unitIds = new Map<string, string>()
  for (const unit of unitPlans) addUnit(world, unitIds, unit.name, unitIds.get(unit.below ?? '') ?? rootId)
  for (let index = 0; index < plan.accounts; index++) {
    addMember(world, unitIds, plan, index, index === 0 ? managementAccountId : accountIdFrom(world.random))
  }
  return { world, cast: makeCast(world, unitIds) }
}

// Real IDs may start with a zero; some of ours do, as a trap for whoever takes them for numbers
const accountIdFrom = (random: Random) => digits(12, random)

const addUnit = (world: World, unitIds: Map<string, string>, name: string, parentId: string) => {
  const { organization, random } = world
  const id = `ou-${organization.root.id.slice(2)}-${letters(8, random)}`
  putUnit(organization, { id, arn: unitArn(organization.managementAccountId, organization.id, id), name, parentId })
  unitIds.set(name, id)
  return id
}

const unitOf = (world: World, unitIds: Map<string, string>, index: number, plan: AccountPlan) => {
  const known = unitIds.get(plan.unit ?? '')
  if (plan.unit === undefined) return world.organization.root.id
  if (known !== undefined) return known
  const { unit, stageUnit } = furtherAccount(index - accountPlans.length)
  return addUnit(world, unitIds, unit, unitIds.get(stageUnit) ?? world.organization.root.id)
}

const addMember = (
  world: World,
  unitIds: Map<string, string>,
  plan: OrganizationPlan,
  index: number,
  accountId: string,
) => {
  const account = accountPlans[index] ?? furtherAccount(index - accountPlans.length)
  const mailbox = account.name.toLowerCase().replaceAll(' ', '-')
  const isSuspended = account.unit === 'Decommissioned'
  // One account was set up by hand, and nobody has deployed the role there
  const hasRole = account.name !== 'Data Science'
  putAccount(world, {
    accountId,
    name: account.name,
    email: `aws+${mailbox}@nordwind.example`,
    state: isSuspended ? 'SUSPENDED' : 'ACTIVE',
    parentId: unitOf(world, unitIds, index, account),
    joinedMethod: account.invited ? 'INVITED' : 'CREATED',
    joinedAt: new Date(plan.base.getTime() - (2000 - Math.min(index, 1500)) * 86_400_000),
    roles: new Map(
      hasRole ? [[plan.roleName, plan.externalId === undefined ? {} : { externalId: plan.externalId }]] : [],
    ),
    enabledRegions: new Set(
      [...world.regions.values()]
        .filter(region => !region.optIn || index % 3 === 1 || index === 3)
        .map(({ name }) => name),
    ),
  })
}

const makeCast = (world: World, unitIds: Map<string, string>): Cast => {
  const members: WorldAccount[] = [...world.accounts.values()]
  return {
    management: castMember(members, 'Nordwind Management'),
    imageFactory: castMember(members, 'Image Factory'),
    payments: castMember(members, 'Card Payments Production'),
    booking: castMember(members, 'Booking Production'),
    network: castMember(members, 'Shared Network'),
    tracking: castMember(members, 'Tracking Production'),
    members,
    units: new Map([...unitIds].map(([name, id]) => [name, world.organization.units.get(id)?.arn ?? ''])),
  }
}
