import type { ClientBase } from 'pg'
import type { Account, Organization, OrganizationalUnit } from '../../domain/facts.ts'
import type { Source } from '../../domain/source.ts'
import { replacePlainFacts } from '../facts/replace-plain-facts.ts'
import { accounts, organizationalUnits, organizations } from '../facts/tables.ts'
import { forgetDepartedAccounts } from './forget-departed-accounts.ts'

export type CollectedOrganization = {
  organization: Organization
  units: readonly OrganizationalUnit[]
  accounts: readonly Account[]
}

/** Makes organization, units and accounts equal to a complete listing. Returns the rows changed. */
export async function replaceOrganization(
  client: ClientBase,
  source: Source,
  collected: CollectedOrganization,
): Promise<number> {
  const changed =
    (await replacePlainFacts(client, organizations, {}, [collected.organization])) +
    (await replacePlainFacts(client, organizationalUnits, {}, collected.units)) +
    (await replacePlainFacts(client, accounts, {}, collected.accounts))
  // From before it was known which account to ask, or from another account that was asked then.
  await client.query(`delete from amigraph.coverage where kind = $1 and account_id <> $2`, [
    source.kind,
    source.accountId,
  ])
  return changed + (await forgetDepartedAccounts(client))
}
