import {
  ListOrganizationalUnitsForParentCommand,
  ListRootsCommand,
  type OrganizationsClient,
} from '@aws-sdk/client-organizations'
import pLimit from 'p-limit'
import type { UnitNode } from '../../domain/organization-tree.ts'
import { pages } from '../pages.ts'

/**
 * organizations ListRoots, then ListOrganizationalUnitsForParent level by level (20 a page): every root and unit.
 * Units of one level are asked for together, as far as Organizations allows.
 */
export async function listUnits(organizations: OrganizationsClient): Promise<UnitNode[]> {
  const nodes: UnitNode[] = []
  for await (const { Roots = [] } of pages(NextToken => organizations.send(new ListRootsCommand({ NextToken }))))
    for (const root of Roots)
      if (root.Id) nodes.push({ id: root.Id, parentId: null, arn: root.Arn ?? '', name: root.Name ?? root.Id })

  const limit = pLimit(parallelCalls)
  let level = nodes.map(node => node.id)
  while (level.length > 0) {
    const below = (await Promise.all(level.map(id => limit(listChildren, organizations, id)))).flat()
    nodes.push(...below)
    level = below.map(node => node.id)
  }
  return nodes
}

/** Under way or in turn at once; its bucket lets fewer leave. */
const parallelCalls = 10

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
