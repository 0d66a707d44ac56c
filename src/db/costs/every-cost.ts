import { sql } from 'kysely'
import type { FilterInput } from '../filter.ts'
import type { Sql } from '../statement.ts'

/** The sums that every cost has. */
export const sums = [
  'software_cost',
  'infrastructure_cost',
  'on_demand_cost',
  'spot_cost',
  'savings_plan_usage_cost',
  'reserved_usage_cost',
  'effective_infrastructure_cost',
  'snapshot_cost',
  'tax',
  'credit',
  'refund',
  'fee',
  'discount',
  'savings_plan_negation',
  'other_cost',
  'total_cost',
  'instance_hours',
] as const

const keys = [
  'month',
  'region',
  'image_id',
  'image_owner_id',
  'product_code',
  'usage_operation',
  'currency',
  'payer_account_id',
  'reason',
] as const

/** What is asked of costs: columns that are not theirs are joined, or left out, by that. */
export type AskedOfCosts = { readonly columns: readonly string[]; readonly filter: FilterInput }

/**
 * Costs, with the unit of their account and the golden family of their image where those are asked for. Where accounts
 * are not, the sums over all of them do, for who sees every account; others add up what they see. What was not attributed
 * belongs together by image, whatever its Region.
 */
export const everyCost = (t: string, { columns, filter }: AskedOfCosts): Sql => {
  const asks = (column: string, field: string) => columns.includes(column) || mentions(filter, field)
  const unit = asks('parent_id', 'organizationalUnit')
  const golden = asks('golden_family', 'goldenFamily')
  const from = unit || asks('account_id', 'account') ? sql`amigraph.costs` : organizationCosts
  return sql`(
    select cost.*, case when cost.image_id <> '' then cost.region else '' end as image_region${
      unit ? sql`, a.parent_id, a.ancestor_ids` : sql``
    }${golden ? sql`, g.golden_origin, g.golden_family` : sql``}
    from ${from} cost${
      unit ? sql` left join amigraph.accounts a on a.account_id = cost.account_id` : sql``
    }${golden ? sql` left join ${goldenFamilies} g on g.region = cost.region and g.image_id = cost.image_id` : sql``}
  ) as ${sql.ref(t)}`
}

const names = sql.join([...keys, ...sums].map(name => sql.ref(name)))

const organizationCosts = sql`(
  select ${names} from amigraph.organization_costs
  union all
  select ${names} from amigraph.costs where not (select amigraph.sees_organization()))`

/** (R19) The family of each golden image that the viewer sees: where an image is of several, the first by name. */
const goldenFamilies = sql`(
  select distinct on (region, image_id) region, image_id, origin as golden_origin, family as golden_family
  from amigraph.golden_images order by region, image_id, family collate "C", origin)`

const mentions = (filter: FilterInput, field: string): boolean =>
  Object.entries(filter).some(([name, value]) => {
    if (value === null || value === undefined) return false
    if (name === 'not') return mentions(value as FilterInput, field)
    if (name === 'any' || name === 'all') return (value as FilterInput[]).some(each => mentions(each, field))
    return name === field
  })
