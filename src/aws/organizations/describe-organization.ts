import { DescribeOrganizationCommand, type OrganizationsClient } from '@aws-sdk/client-organizations'
import type { Organization } from '../../domain/facts.ts'
import { spell } from '../../domain/vocabulary.ts'
import { AwsFailure } from '../aws-failure.ts'

/** organizations DescribeOrganization. */
export async function describeOrganization(organizations: OrganizationsClient): Promise<Organization> {
  const { Organization: found } = await organizations.send(new DescribeOrganizationCommand({}))
  if (!found?.Id || !found.MasterAccountId)
    throw new AwsFailure('InvalidResponse', 'DescribeOrganization answered without an organization', 'transient')
  return {
    organizationId: found.Id,
    arn: found.Arn ?? '',
    managementAccountId: found.MasterAccountId,
    featureSet: spell('organizationFeatureSet', found.FeatureSet),
  }
}
