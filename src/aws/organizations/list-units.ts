import {
  ListOrganizationalUnitsForParentCommand,
  ListRootsCommand,
  type OrganizationsClient,
} from '@aws-sdk/client-organizations'
import type { UnitNode } from '../../domain/organization-tree.ts'
import { pages } from '../pages.ts'

/**
 * organizations ListRoots, then ListOrganizationalUnitsForParent level by level (20 a page): every root and unit.
 * Organizations allows few calls a second, so units of one level are asked for a few at a time.
 */
export async function listUnits(organizations: OrganizationsClient): Promise<UnitNode[]> {
  const nodes: UnitNode[] = []
  for await (const { Roots = [] } of pages(NextToken => organizations.send(new ListRootsCommand({ NextToken }))))
    for (const root of Roots)
      if (root.Id) nodes.push({ id: root.Id, parentId: null, arn: root.Arn ?? '', name: root.Name ?? root.Id })

  let level = nodes.map(node => node.id)
  while (level.length > 0) {
    const below: UnitNode[] = []
    for (let start = 0; start < level.length; start += parallel)
      below.push(
        ...(await Promise.all(level.slice(start, start + parallel).map(id => listChildren(organizations, id)))).flat(),
      )
    nodes.push(...below)
    level = below.map(node => node.id)
  }
  return nodes
}

const parallel = 4

async function listChildren(organizations: OrganizationsClient, parentId: string): Promise<UnitNode[]> {
  const children: UnitNode[] = []
  const listing = pages(NextToken =>
    organizations.send(new ListOrganizationalUnitsForParentCommand({ ParentId: parentId, NextToken })),
  )
  for await (const { OrganizationalUnits = [] } of listing)
    for (const unit of OrganizationalUnits)
      if (unit.Id) children.push({ id: unit.Id, parentId, arn: unit.Arn ?? '', name: unit.Name ?? unit.Id })
  return children
}
