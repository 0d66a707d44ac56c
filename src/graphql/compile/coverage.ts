import { type RawBuilder, sql } from 'kysely'
import { dependencyOfSource, gapStatuses } from '../../db/coverage/dependencies.ts'
import { sourceCoverage, statusNow } from '../../db/coverage/source-coverage.ts'
import { every } from '../../db/filter.ts'
import { derive, deriveDeep, Slot } from '../../db/slot.ts'
import type { Sql } from '../../db/statement.ts'
import type { Scope, ScopePart } from '../../domain/coverage-scope.ts'
import { globalRegion } from '../../domain/source.ts'
import { checkPageSize } from '../page-arguments.ts'
import type { CompileField, FieldAt, Row } from './compilation.ts'
import { arrayOf, objectOf } from './json.ts'
import { membersOf, objectTypeOf } from './members.ts'

/** A value of the row for a scope: an expression where the resolvers have the value itself. */
export const rowValue = ({ alias, fields }: Pick<Row, 'alias' | 'fields'>, name: string): string => {
  const field = fields[name]
  if (field === undefined) throw new Error(`The row has no ${name}`)
  return field(alias) as unknown as string
}

/** Several values of the row. */
export const rowValues = <Name extends string>(
  row: Pick<Row, 'alias' | 'fields'>,
  ...names: Name[]
): Record<Name, string> => Object.fromEntries(names.map(name => [name, rowValue(row, name)])) as Record<Name, string>

/** The coverage of what depends on a scope. In the scope's lists may stand values, slots and expressions. */
export const coverageOf = (at: FieldAt, scope: Scope): Sql => {
  const { compilation, row, nodes } = at
  const sum = compilation.alias('sum')
  const members = membersOf(compilation, objectTypeOf(at.type), nodes, row, {
    complete: () => sql.ref(`${sum}.complete`),
    oldestObservation: () =>
      sql`to_char(${sql.ref(`${sum}.oldest`)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    gapCount: () => sql.ref(`${sum}.gaps`),
    gaps,
  })
  return objectOf(members, {
    with: sql`source as (${sources(scope)}), ${dependencyOfSource}`,
    item: sql`(
      select coalesce(not bool_or(dependency.status in ${gapStatuses}) and bool_or(dependency.kind = 'ORGANIZATION'), false)
          as complete,
        min(dependency.oldest_success_at) as oldest,
        (count(*) filter (where dependency.status in ${gapStatuses}))::integer as gaps
      from dependency) as ${sql.ref(sum)}`,
  })
}

/** The coverage of a row, by the fields that are asked for of it. */
export const coverage =
  (scope: (row: Row, asked: readonly string[]) => Scope): CompileField =>
  at =>
    coverageOf(at, scope(at.row, at.row.asked))

const gaps: CompileField = at => {
  const { compilation, nodes, args, type } = at
  const alias = compilation.alias('t')
  // The row is of the dependency, whose status is that of now already.
  const fields = { ...sourceCoverage.fields, status: (t: string) => sql.ref(`${t}.status`) }
  const members = membersOf(compilation, objectTypeOf(type), nodes, { alias, fields, asked: [] })
  const gap = sql.ref(alias)
  const order = ['account_id', 'region', 'kind'].map(name => sql.ref(`${alias}.${name}`))
  return arrayOf(sql`
    select ${objectOf(members)} from (
      select * from dependency as ${gap} where ${sql.ref(`${alias}.status`)} in ${gapStatuses}
      order by ${sql.join(order)}
      limit ${derive(args['first'] as number | Slot, first => checkPageSize('first', first))}::integer
    ) as ${gap} order by ${sql.join(order)}`)
}

/** The sources of a scope, each part by itself, so that each is found by what it names. */
const sources = ({ parts, permissionsOf }: Scope): Sql =>
  sql.join([...parts.map(sourcesOfPart), ...(permissionsOf ? [sourceOfImage(permissionsOf)] : [])], sql` union all `)

const sourcesOfPart = ({ kinds, accounts, regions, unlessMembers }: ScopePart): Sql => sql`
  select 0 as scope, c.account_id, c.region, c.kind, ${statusNow('c')} as status, c.last_success_at, c.last_attempt_at,
    c.attempts, c.error_code, c.error_message, false as of_image
  from amigraph.coverage c
  where ${every([
    sql`c.kind = any(${kinds}::text[])`,
    sql`c.status <> 'NOT_APPLICABLE'`,
    ...(accounts ? [sql`c.account_id = any(${listOf(accounts)})`] : []),
    ...(regions ? [sql`c.region = any(${listOf(regions)} || ${sql.lit(globalRegion)}::text)`, ...known(regions)] : []),
    ...(unlessMembers ? [isNotOnlyOf(unlessMembers)] : []),
  ])}`

/** (R6) The list of one image: it can fail where its source does not. */
const sourceOfImage = ({ region, imageId }: { region: string; imageId: string }): Sql => sql`
  select 0, i.owner_account_id, i.region, 'LAUNCH_PERMISSIONS',
    case when r.error_code is not null then 'FAILED' when r.observed_at is null then 'NEVER' else 'FRESH' end,
    r.observed_at, r.attempted_at, case when r.error_code is null then 0 else 1 end, r.error_code, r.error_message, true
  from amigraph.images i
  join amigraph.accounts a on a.account_id = i.owner_account_id
  left join amigraph.launch_permission_reads r on r.region = i.region and r.image_id = i.image_id
  where i.region = ${region} and i.image_id = ${imageId}`

type List = readonly string[] | Slot

const listOf = (list: List): Sql =>
  list instanceof Slot || !list.some(isExpression)
    ? sql`${deriveDeep(list, filled => filled)}::text[]`
    : sql`array_remove(array[${sql.join(list.map(item => sql`${item}::text`))}], null)`

/** What a row does not tell, such as the Region of an image's source, has no sources. */
const known = (list: List): Sql[] =>
  list instanceof Slot ? [] : list.filter(isExpression).map(item => sql`${item} is not null`)

/** One of these accounts is not a member; of one that is not known that is not known either, so it counts. */
const isNotOnlyOf = (accounts: List): Sql => {
  const unknown = accounts instanceof Slot ? [] : accounts.filter(isExpression).map(item => sql`${item} is null`)
  const outsider = sql`exists (select from unnest(${listOf(accounts)}) as owner (id)
    where not exists (select from amigraph.accounts a where a.account_id = owner.id))`
  return sql`(${sql.join([...unknown, outsider], sql` or `)})`
}

const isExpression = (value: unknown): value is RawBuilder<unknown> =>
  typeof value === 'object' && value !== null && 'toOperationNode' in value
