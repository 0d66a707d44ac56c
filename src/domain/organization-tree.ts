import type { Account, OrganizationalUnit } from './facts.ts'

export type UnitNode = { id: string; parentId: string | null; arn: string; name: string }

/**
 * Gives every root and organizational unit its path of names and of IDs from the root down (R6: an OU grant reaches
 * every account below it, at any depth). Units whose parent is not among the nodes are left out: they were moved or
 * deleted while the tree was being read, and the next read shows where they are.
 */
export function placeUnits(organizationId: string, nodes: readonly UnitNode[]): Map<string, OrganizationalUnit> {
  const byParent = Map.groupBy(nodes, node => node.parentId)
  const placed = new Map<string, OrganizationalUnit>()
  const place = (node: UnitNode, above: OrganizationalUnit | null): void => {
    if (placed.has(node.id)) return
    const unit: OrganizationalUnit = {
      organizationalUnitId: node.id,
      organizationId,
      parentId: node.parentId,
      arn: node.arn,
      name: node.name,
      path: above === null ? node.name : `${above.path}/${node.name}`,
      ancestorIds: [...(above?.ancestorIds ?? []), node.id],
    }
    placed.set(node.id, unit)
    for (const child of byParent.get(node.id) ?? []) place(child, unit)
  }
  for (const root of byParent.get(null) ?? []) place(root, null)
  return placed
}

/** An account as it is listed: with the IDs of the root and the units above it, from the root down. */
export type AccountNode = Omit<Account, 'organizationId' | 'organizationalUnitPath' | 'ancestorIds'> & {
  unitIds: string[]
}

/** Puts an account where it is in the tree; where its unit was not listed, the account's own word for it is taken. */
export function placeAccount(
  organizationId: string,
  { unitIds, ...account }: AccountNode,
  units: ReadonlyMap<string, OrganizationalUnit>,
): Account {
  const parent = account.parentId === null ? undefined : units.get(account.parentId)
  return {
    ...account,
    organizationId,
    organizationalUnitPath: parent?.path ?? null,
    ancestorIds: parent?.ancestorIds ?? unitIds,
  }
}
