import type { Account, Organization, OrganizationalUnit, Parent, Root } from '@aws-sdk/client-organizations'
import { organizationArn, putAccount, putUnit, unitArn } from '../organization-tree.ts'
import type { World, WorldOrganization, WorldRole } from '../world.ts'
import type { Dump } from './dump.ts'
import { listIn, type Output, textIn } from './read-outputs.ts'

/** The organization of a dump; without a recorded one, made of the accounts found, the first as management account. */
export const loadOrganization = (dump: Dump): WorldOrganization => {
  const recorded = dump.organizations
    .outputs('describe-organization')
    .map(output => output.body.Organization as Organization | undefined)
    .find(organization => organization !== undefined)
  const managementAccountId = recorded?.MasterAccountId ?? dump.accounts[0]?.accountId ?? ''
  const id = recorded?.Id ?? 'o-loadeddump'
  const root = dump.organizations.outputs('list-roots').flatMap(output => listIn<Root>(output, 'Roots'))[0]
  const rootId = root?.Id ?? 'r-dump'
  const organization: WorldOrganization = {
    id,
    arn: recorded?.Arn ?? organizationArn(managementAccountId, id),
    managementAccountId,
    root: {
      id: rootId,
      arn: root?.Arn ?? `arn:aws:organizations::${managementAccountId}:root/${id}/${rootId}`,
      name: root?.Name ?? 'Root',
    },
    units: new Map(),
    unitsByParent: new Map(),
    delegatedAdministrators: new Set(),
  }
  loadUnits(dump, organization)
  return organization
}

/** A unit's parent is in its path, in the name of the file, or in the command that was recorded with it. */
const loadUnits = (dump: Dump, organization: WorldOrganization) => {
  for (const output of dump.organizations.outputs('list-organizational-units-for-parent')) {
    for (const unit of listIn<OrganizationalUnit>(output, 'OrganizationalUnits')) {
      const id = textIn(output, unit, 'Id')
      if (organization.units.has(id)) continue
      putUnit(organization, {
        id,
        arn: unit.Arn ?? unitArn(organization.managementAccountId, organization.id, id),
        name: unit.Name ?? id,
        parentId: parentInPath(unit.Path, id) ?? idAskedFor(output) ?? organization.root.id,
      })
    }
  }
}

/** Every account that was listed or has a folder; only what has a folder can be looked into. */
export const loadAccounts = (dump: Dump, world: World, role: { name: string } & WorldRole): void => {
  const parents = parentsOf(dump)
  const listings = ['list-accounts', 'list-accounts-for-parent'].flatMap(dump.organizations.outputs)
  const listed = new Map(
    listings.flatMap(output =>
      listIn<Account>(output, 'Accounts').map(item => [textIn(output, item, 'Id'), item] as const),
    ),
  )
  const { organization } = world
  const withFolder = new Map(dump.accounts.map(account => [account.accountId, account]))
  for (const accountId of new Set([organization.managementAccountId, ...listed.keys(), ...withFolder.keys()])) {
    const account = listed.get(accountId) ?? {}
    const folder = withFolder.get(accountId)
    const path = account.Paths?.[0]
    const { name: roleName, ...trust } = role
    putAccount(world, {
      accountId,
      name: account.Name ?? accountId,
      email: account.Email ?? '',
      state: account.State ?? account.Status ?? 'ACTIVE',
      parentId: parentInPath(path, accountId) ?? parents.get(accountId) ?? organization.root.id,
      joinedMethod: account.JoinedMethod ?? 'INVITED',
      joinedAt: account.JoinedTimestamp ?? new Date(0),
      roles: new Map(folder ? [[roleName, trust]] : []),
      enabledRegions: new Set(
        [...world.regions.values()]
          .filter(region => (folder === undefined ? !region.optIn : isEnabled(folder, region.name)))
          .map(({ name }) => name),
      ),
    })
  }
}

const isEnabled = ({ own, regions }: Dump['accounts'][number], name: string) =>
  regions.some(region => region.name === name) ||
  own
    .outputs('describe-regions')
    .flatMap(output => listIn<{ RegionName?: string; OptInStatus?: string }>(output, 'Regions'))
    .some(region => region.RegionName === name && region.OptInStatus !== 'not-opted-in')

const parentsOf = (dump: Dump) => {
  const parents = new Map<string, string>()
  for (const output of dump.organizations.outputs('list-accounts-for-parent')) {
    const parentId = idAskedFor(output)
    for (const account of listIn<Account>(output, 'Accounts')) {
      if (parentId !== undefined) parents.set(textIn(output, account, 'Id'), parentId)
    }
  }
  for (const output of dump.organizations.outputs('list-parents')) {
    const childId = idAskedFor(output)
    const parentId = listIn<Parent>(output, 'Parents')[0]?.Id
    if (childId !== undefined && parentId !== undefined) parents.set(childId, parentId)
  }
  return parents
}

/** The last but one part of `o-…/r-…/ou-…/` or `o-…/r-…/111122223333/`. */
const parentInPath = (path: string | undefined, id: string) => {
  const parts = path?.split('/').filter(part => part !== '' && part !== id)
  const parent = parts?.at(-1)
  return parent === undefined || parent.startsWith('o-') ? undefined : parent
}

/** The root, unit or account that the command or the file name asks about. */
const idAskedFor = ({ command, file }: Output) =>
  /--(?:parent|child)-id[ =]+"?([\w-]+)/.exec(command)?.[1] ??
  /(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|\d{12})\.json$/.exec(file)?.[1]
