import { indexFor } from './indexed.ts'
import type { World, WorldAccount, WorldOrganization, WorldUnit } from './world.ts'

export const organizationArn = (managementAccountId: string, organizationId: string): string =>
  `arn:aws:organizations::${managementAccountId}:organization/${organizationId}`

export const unitArn = (managementAccountId: string, organizationId: string, unitId: string): string =>
  `arn:aws:organizations::${managementAccountId}:ou/${organizationId}/${unitId}`

export const accountArn = (organization: WorldOrganization, accountId: string): string =>
  `arn:aws:organizations::${organization.managementAccountId}:account/${organization.id}/${accountId}`

/** The organizational units from the given parent up, nearest first; none for the root. */
export const unitsAbove = (organization: WorldOrganization, parentId: string): WorldUnit[] => {
  const units: WorldUnit[] = []
  // A recorded tree can be cut off or, damaged, go in circles
  for (let unit = organization.units.get(parentId); unit !== undefined && !units.includes(unit); ) {
    units.push(unit)
    unit = organization.units.get(unit.parentId)
  }
  return units
}

/** `o-…/r-…/ou-…/`, the place of a parent in the tree. */
export const pathOf = (organization: WorldOrganization, parentId: string): string => {
  const units = unitsAbove(organization, parentId).map(unit => unit.id)
  return `${[organization.id, organization.root.id, ...units.reverse()].join('/')}/`
}

export const isParent = (organization: WorldOrganization, id: string): boolean =>
  id === organization.root.id || organization.units.has(id)

export const putUnit = (organization: WorldOrganization, unit: WorldUnit): void => {
  organization.units.set(unit.id, unit)
  indexFor(organization.unitsByParent, unit.parentId, keyOfUnit).add(unit)
}

export const putAccount = (world: World, account: WorldAccount): void => {
  world.accounts.set(account.accountId, account)
  world.accountIndex.add(account)
  indexFor(world.accountsByParent, account.parentId, keyOfAccount).add(account)
}

export const dropAccount = (world: World, account: WorldAccount): void => {
  world.accounts.delete(account.accountId)
  world.accountIndex.delete(account.accountId)
  world.accountsByParent.get(account.parentId)?.delete(account.accountId)
}

export const placeAccount = (world: World, account: WorldAccount, parentId: string): void => {
  world.accountsByParent.get(account.parentId)?.delete(account.accountId)
  account.parentId = parentId
  indexFor(world.accountsByParent, parentId, keyOfAccount).add(account)
}

const keyOfUnit = (unit: WorldUnit) => unit.id
const keyOfAccount = (account: WorldAccount) => account.accountId
