import type { ListRootsRequest, ListRootsResponse } from '@aws-sdk/client-organizations'
import type { Call } from '../../call.ts'
import { OrderedIndex } from '../../world/ordered-index.ts'
import type { WorldRoot } from '../../world/world.ts'
import { requireAdministrator } from './access.ts'
import { pageOf } from './page.ts'

/** An organization has one root. */
export const listRoots: Call<ListRootsRequest, ListRootsResponse> = (input, context) => {
  requireAdministrator(context)
  const roots = new OrderedIndex<WorldRoot>(root => root.id)
  roots.add(context.world.organization.root)
  const { items, NextToken } = pageOf('ListRoots', roots, input)
  return {
    Roots: items.map(root => ({
      Id: root.id,
      Arn: root.arn,
      Name: root.name,
      PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
    })),
    NextToken,
  }
}
