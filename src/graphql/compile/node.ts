import { sql } from 'kysely'
import { knownAccount } from '../../db/accounts/any-account.ts'
import type { Fields, Relation } from '../../db/concept.ts'
import { imageByKey } from '../../db/images/image.ts'
import { instanceByKey } from '../../db/instances/instance.ts'
import { organizationByKey } from '../../db/organization/organization.ts'
import { organizationalUnitByKey } from '../../db/organizational-units/organizational-unit.ts'
import { productCodeByKey } from '../../db/product-codes/product-code.ts'
import { derive, type Slot } from '../../db/slot.ts'
import { snapshotByKey } from '../../db/snapshots/snapshot.ts'
import type { Sql } from '../../db/statement.ts'
import { type NodeType, nodeIdParts, parseNodeId } from '../../domain/node-id.ts'
import { checkPageSize } from '../page-arguments.ts'
import type { CompileField, FieldAt, Row } from './compilation.ts'
import { arrayOf, objectOf } from './json.ts'
import { membersOf, objectTypeOf } from './members.ts'
import { NotCompilable } from './not-compilable.ts'
import { askedBelow } from './related.ts'
import { rowsOf } from './rows.ts'

const byKey: Record<NodeType, Relation> = {
  Account: knownAccount,
  Image: imageByKey,
  Instance: instanceByKey,
  Organization: organizationByKey,
  OrganizationalUnit: organizationalUnitByKey,
  ProductCode: productCodeByKey,
  Snapshot: snapshotByKey,
}

const types = Object.keys(nodeIdParts) as NodeType[]
const parts = [...new Set(Object.values(nodeIdParts).flat())]

const partOf = (id: string, part: string): string | null => parseNodeId(id).key[part] ?? null

/** The object with a global ID, or null. The statement is the same whatever the ID names: it looks into one table. */
export const node: CompileField = at => {
  const id = at.args['id'] as string | Slot
  const fields: Fields = Object.fromEntries(
    parts.map(part => [part, () => sql`${derive(id, value => partOf(value, part))}::text`]),
  )
  return byType(at, sql`${derive(id, value => parseNodeId(value).type)}::text`, { ...at.row, fields })
}

/** The objects with these global IDs, in their order. */
export const nodes: CompileField = at => {
  const ids = derive(at.args['ids'] as readonly string[] | Slot, values => {
    checkPageSize('the number of ids', values.length)
    return values
  })
  const alias = at.compilation.alias('ids')
  const columns = ['type', ...parts].map(
    name =>
      sql`${derive(ids as readonly string[] | Slot, values => values.map(id => (name === 'type' ? parseNodeId(id).type : partOf(id, name))))}::text[]`,
  )
  const names = ['type', ...parts, 'place'].map(name => sql.ref(name))
  const fields: Fields = Object.fromEntries(parts.map(part => [part, t => sql.ref(`${t}.${part}`)]))
  const object = byType(at, sql.ref(`${alias}.type`), { ...at.row, alias, fields })
  return arrayOf(sql`
    select ${object} from unnest(${sql.join(columns)}) with ordinality as ${sql.ref(alias)} (${sql.join(names)})
    order by ${sql.ref(`${alias}.place`)}`)
}

const byType = (at: FieldAt, type: Sql, row: Row): Sql =>
  sql`case ${type} ${sql.join(
    types.map(name => sql`when ${sql.lit(name)} then ${objectOfType(at, name, row)}`),
    sql` `,
  )} end`

const objectOfType = (at: FieldAt, name: NodeType, row: Row): Sql => {
  const { compilation, nodes: asked } = at
  const type = compilation.schema.getType(name)
  if (!type) throw new NotCompilable(`The schema has no ${name}`)
  const rows = rowsOf(compilation, byKey[name], row)
  const members = membersOf(compilation, objectTypeOf(type as never), asked, { ...rows, asked: askedBelow(at) })
  return objectOf(members, { item: rows.item() })
}
