import { readProposal } from '../../../domain/allowed-images-proposal.ts'
import { checkAwsId } from '../../../domain/aws-id.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

export const allowedImagesWhatIf: QueryResolvers['allowedImagesWhatIf'] = (
  _,
  { criteria, accounts = null, organizationalUnits = null, regions = null },
) => ({
  criteria: JSON.stringify(readProposal(criteria)),
  accounts: accounts && JSON.stringify(accounts),
  organizationalUnits:
    organizationalUnits && JSON.stringify(organizationalUnits.map(id => checkAwsId('organizationalUnit', id))),
  regions: regions && JSON.stringify(regions),
})
