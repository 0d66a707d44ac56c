import type { GraphQLResolveInfo } from 'graphql'
import { type AccountRow, accountByKey } from '../db/accounts/account.ts'
import { outsideAccount } from '../db/accounts/outside-account.ts'
import type { Relation } from '../db/concept.ts'
import { imageByKey } from '../db/images/image.ts'
import { instanceByKey } from '../db/instances/instance.ts'
import { organizationByKey } from '../db/organization/organization.ts'
import { organizationalUnitByKey } from '../db/organizational-units/organizational-unit.ts'
import { productCodeByKey } from '../db/product-codes/product-code.ts'
import { snapshotByKey } from '../db/snapshots/snapshot.ts'
import { type NodeType, parseNodeId } from '../domain/node-id.ts'
import type { RequestContext } from './request-context.ts'
import type { ResolversTypes } from './schema.generated.ts'
import { fieldPaths, selectionOf } from './selection.ts'

const byKey: Record<Exclude<NodeType, 'Account'>, Relation> = {
  Image: imageByKey,
  Instance: instanceByKey,
  Organization: organizationByKey,
  OrganizationalUnit: organizationalUnitByKey,
  ProductCode: productCodeByKey,
  Snapshot: snapshotByKey,
}

export type NodeRow = NonNullable<Awaited<ResolversTypes['Node']>>

/** The object with a global ID, or null; with `__typename`, because its type cannot be told from its row. */
export const loadNode = async (
  context: RequestContext,
  id: string,
  info: GraphQLResolveInfo,
): Promise<NodeRow | null> => {
  const { type, key } = parseNodeId(id)
  const found =
    type === 'Account'
      ? await loadKnownAccount(context, key['accountId'] ?? '', info)
      : await context.load.one<NodeRow>(byKey[type], key, selectionOf(info))
  return found && Object.assign(found, { __typename: type })
}

/** An account that is a member, or that something names, as far as the viewer sees either; null for any other. */
export const loadKnownAccount = async (
  { load }: RequestContext,
  accountId: string,
  info: GraphQLResolveInfo,
): Promise<AccountRow | null> => {
  const selection = selectionOf(info)
  const member = await load.one<AccountRow>(accountByKey, { accountId }, selection)
  if (member) return member
  const named = await load.namedAccount(accountId)
  return named.isNamed ? { ...outsideAccount(named), asked: fieldPaths(selection) } : null
}
