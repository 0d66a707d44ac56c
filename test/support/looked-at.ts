import { sql } from 'kysely'
import type { Read, Sql } from '../../src/db/statement.ts'

type Plan = {
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

/** How many rows of these tables a statement looks at, by its plan. */
export const lookedAt = async (read: Read, statement: Sql, tables: readonly string[]): Promise<number> => {
  const [row] = await read<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    sql`explain (analyze, format json, timing off) ${statement}`,
  )
  const count = (plan: Plan): number =>
    (tables.includes(plan['Relation Name'] ?? '')
      ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
      : 0) + (plan.Plans ?? []).reduce((sum, inner) => sum + count(inner), 0)
  const plan = row?.['QUERY PLAN'][0].Plan
  if (!plan) throw new Error('There is no plan')
  return count(plan)
}
