import { buildSchema, type GraphQLField, isObjectType } from 'graphql'
import { expect } from 'vitest'
import { readTypeDefs } from '../../src/graphql/schema.ts'
import type { TestApi } from './api.ts'
import { rememberedImage } from './connection-kinds.ts'
import { accounts, images, units } from './inventory.ts'

export const schema = buildSchema(readTypeDefs().join('\n'))

/** A field of the schema that is a Relay connection. */
export type ConnectionField = {
  readonly path: string
  readonly parent: string
  readonly name: string
  readonly node: string
  readonly field: GraphQLField<unknown, unknown>
}

export const connectionFields: readonly ConnectionField[] = Object.values(schema.getTypeMap()).flatMap(type =>
  isObjectType(type)
    ? Object.values(type.getFields()).flatMap(field => {
        const [, node] = /^(\w+)Connection!?$/.exec(String(field.type)) ?? []
        return node === undefined
          ? []
          : [{ path: `${type.name}.${field.name}`, parent: type.name, name: field.name, node, field }]
      })
    : [],
)

const months = 'months: { from: "2026-01", to: "2026-12" }'

/** Where each type's connections are asked for: the way to one object of it. */
export const ways: Readonly<Record<string, string>> = {
  Query: '@',
  AllowedImagesWhatIf: 'allowedImagesWhatIf(criteria: []) { @ }',
  Account: `account(accountId: "${accounts.golden}") { @ }`,
  Cost: `costs(${months}, first: 1) { nodes { @ } }`,
  Image: `image(imageId: "${images.manyPaths}") { @ }`,
  OrganizationalUnit: `organizationalUnit(id: "${units.root}") { @ }`,
  PaidProduct: 'paidProducts(first: 1, filter: { productCode: { eq: "prodcode1" } }) { nodes { @ } }',
  ProductCode: 'productCode(productCode: "prodcode1") { @ }',
  Snapshot: 'snapshot(snapshotId: "snap-00000001") { @ }',
}

/** Where another object of the type is the one to ask. */
const ownWays: Readonly<Record<string, string>> = { 'Image.history': `image(imageId: "${rememberedImage}") { @ }` }

/** What has to be given besides the page. */
const ownArguments: Readonly<Record<string, string>> = {
  'Image.lineage': 'direction: DESCENDANTS',
  'OrganizationalUnit.accounts': 'descendants: true',
  'Query.billingReconciliation': months,
  'Query.changes': 'since: "2020-01-01T00:00:00Z", until: "2020-03-01T00:00:00Z"',
  'Query.deregistrationSavings': months,
  'Query.replacementSavings': months,
  'Query.usageOperationDrifts': months,
  'Query.costs': `${months}, groupBy: [IMAGE]`,
}

/** Asks for a page of a connection, wherever it is. */
export const askConnection = async (
  api: TestApi,
  { path, parent, name }: Pick<ConnectionField, 'path' | 'parent' | 'name'>,
  args: string,
  selection: string,
  // biome-ignore lint/suspicious/noExplicitAny: what is selected is the test's
): Promise<any> => {
  const asked = `page: ${name}(${ownArguments[path] ?? ''} ${args}) { ${selection} }`
  const { data, errors } = await api.query(`{ ${(ownWays[path] ?? ways[parent])?.replace('@', asked)} }`)
  expect(errors).toBeUndefined()
  let found = data
  while (!('page' in found)) found = Array.isArray(found) ? found[0] : Object.values(found)[0]
  return found.page
}
