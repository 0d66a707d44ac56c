import type { DescribeOrganizationResponse } from '@aws-sdk/client-organizations'
import type { Call } from '../../call.ts'
import { accountArn } from '../../world/organization-tree.ts'
import { requireMember } from './access.ts'

/** Any member may ask which organization it is in. */
export const describeOrganization: Call<Record<never, never>, DescribeOrganizationResponse> = (_input, context) => {
  requireMember(context)
  const { organization, accounts } = context.world
  return {
    Organization: {
      Id: organization.id,
      Arn: organization.arn,
      FeatureSet: 'ALL',
      MasterAccountArn: accountArn(organization, organization.managementAccountId),
      MasterAccountId: organization.managementAccountId,
      MasterAccountEmail: accounts.get(organization.managementAccountId)?.email,
      AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
    },
  }
}
