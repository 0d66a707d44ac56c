import { describeOrganization } from '../../aws/organizations/describe-organization.ts'
import { listAccounts } from '../../aws/organizations/list-accounts.ts'
import { listUnits } from '../../aws/organizations/list-units.ts'
import { type CollectedOrganization, replaceOrganization } from '../../db/organization/replace-organization.ts'
import { placeUnits } from '../../domain/organization-tree.ts'
import { type Collector, complete } from '../collector.ts'

/** The organization, its tree of units and its accounts, as the management account sees them. */
export const organization: Collector<CollectedOrganization> = {
  async collect({ aws }) {
    const found = await describeOrganization(aws.organizations)
    const units = placeUnits(found.organizationId, await listUnits(aws.organizations))
    const accounts = await listAccounts(aws.organizations, found.organizationId, units)
    return complete({ organization: found, units: [...units.values()], accounts })
  },
  write: (client, source, facts) => replaceOrganization(client, source, facts),
}
