import { InvalidInput } from './invalid-input.ts'

/** The parts that name an object within its type, in the order in which its global ID has them. */
export const nodeIdParts = {
  Account: ['accountId'],
  Image: ['region', 'imageId'],
  Instance: ['accountId', 'region', 'instanceId'],
  Organization: ['organizationId'],
  OrganizationalUnit: ['organizationalUnitId'],
  ProductCode: ['productCode'],
  Snapshot: ['region', 'snapshotId'],
} as const

export type NodeType = keyof typeof nodeIdParts

export type NodeId = { type: NodeType; key: Record<string, string> }

/** The global ID of an object: its type and key, joined by colons. Plain text, so that SQL makes it as well. */
export const formatNodeId = (type: NodeType, ...key: readonly string[]): string => [type, ...key].join(':')

/** What a global ID names; throws InvalidInput where it is not one. */
export const parseNodeId = (id: string): NodeId => {
  const [type = '', ...values] = id.split(':')
  if (!Object.hasOwn(nodeIdParts, type)) throw invalid(id)
  const parts: readonly string[] = nodeIdParts[type as NodeType]
  if (values.length !== parts.length || values.includes('')) throw invalid(id)
  return { type: type as NodeType, key: Object.fromEntries(parts.map((part, i) => [part, values[i] as string])) }
}

const invalid = (id: string) =>
  new InvalidInput(`${JSON.stringify(id.slice(0, 100))} is not a global ID; take one from a field named id`)
