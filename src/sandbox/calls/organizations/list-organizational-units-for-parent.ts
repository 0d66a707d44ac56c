import type {
  ListOrganizationalUnitsForParentRequest,
  ListOrganizationalUnitsForParentResponse,
} from '@aws-sdk/client-organizations'
import type { Call } from '../../call.ts'
import { pathOf } from '../../world/organization-tree.ts'
import { requireAdministrator } from './access.ts'
import { pageOf } from './page.ts'
import { requireParent } from './parent.ts'

/** The organizational units directly below the root or another unit. */
export const listOrganizationalUnitsForParent: Call<
  ListOrganizationalUnitsForParentRequest,
  ListOrganizationalUnitsForParentResponse
> = (input, context) => {
  requireAdministrator(context)
  const { organization } = context.world
  const parentId = requireParent(organization, input.ParentId)
  const units = organization.unitsByParent.get(parentId)
  const { items, NextToken } = pageOf(`ListOrganizationalUnitsForParent ${parentId}`, units, input)
  return {
    OrganizationalUnits: items.map(unit => ({
      Id: unit.id,
      Arn: unit.arn,
      Name: unit.name,
      Path: pathOf(organization, unit.id),
    })),
    NextToken,
  }
}
