import { describeOrganization } from '../../aws/organizations/describe-organization.ts'
import { listAccounts } from '../../aws/organizations/list-accounts.ts'
import { listUnits } from '../../aws/organizations/list-units.ts'
import { type CollectedOrganization, replaceOrganization } from '../../db/organization/replace-organization.ts'
import { placeAccount, placeUnits } from '../../domain/organization-tree.ts'
import { type Collector, complete } from '../collector.ts'

/** The organization, its tree of units and its accounts, as the management account sees them. */
export const organization: Collector<CollectedOrganization> = {
  async collect({ aws }) {
    const [found, listedUnits, listedAccounts] = await Promise.all([
      describeOrganization(aws.organizations),
      listUnits(aws.organizations),
      listAccounts(aws.organizations),
    ])
    const units = placeUnits(found.organizationId, listedUnits)
    const accounts = listedAccounts.map(account => placeAccount(found.organizationId, account, units))
    return complete({ organization: found, units: [...units.values()], accounts })
  },
  write: (client, source, facts) => replaceOrganization(client, source, facts),
}
