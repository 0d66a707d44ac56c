import { sql } from 'kysely'
import { type Concept, column, type Relation, type RelationArguments, textKey } from '../concept.ts'
import { instance } from '../instances/instance.ts'
import { launchTemplateVersion } from '../launch-templates/launch-template-version.ts'
import {
  imageOf,
  isWanted,
  type Launches,
  launchingInstances,
  launchingTemplates,
  proposalKey,
  verdictsOf,
  type WantedVerdicts,
} from './verdicts.ts'

/** What a proposal starts from (`proposalKey`). */
export type ProposalRow = Readonly<Record<'criteria', string>> &
  Readonly<Record<'accounts' | 'organizationalUnits' | 'regions', string | null>>

/** What launches images, with what a proposal says of it and what holds today. */
const underCriteria = (name: string, to: Concept, launches: Launches): Relation => ({
  name,
  to: { ...to, fields: { ...to.fields, verdict: column('proposed'), today: column('today') } },
  parentKey: proposalKey,
  from: (t, parent, args) => sql`(
    select launched.*, judged.proposed, judged.today
    from ${launches.table} launched
    join (${verdictsOf(launches, parent)}) judged on judged.account_id = launched.account_id
      and judged.region = launched.region and judged.image_id = ${imageOf('launched')}
    where ${launches.where('launched')} and ${isWanted('judged', wanted(args))}
  ) as ${sql.ref(t)}`,
  on: () => sql`true`,
})

const wanted = (args: RelationArguments) => args as WantedVerdicts

export const instancesUnderCriteria = underCriteria('instances under criteria', instance, launchingInstances)
export const templatesUnderCriteria = underCriteria(
  'launch template versions under criteria',
  launchTemplateVersion,
  launchingTemplates,
)

/** An image, as far as what launches it has one verdict: its owner's launches have another than those of others. */
const imageUnderCriteria: Concept = {
  name: 'ImageUnderCriteria',
  from: t => sql`(select null::text as image_id) as ${sql.ref(t)}`,
  fields: {
    region: column('region'),
    imageId: column('image_id'),
    verdict: column('proposed'),
    accountCount: column('account_count'),
    instanceCount: column('instance_count'),
    launchTemplateVersionCount: column('template_count'),
  },
  always: ['region', 'imageId'],
  filters: {},
  orders: { IMAGE: [textKey('image_id'), textKey('region'), textKey('proposed')] },
  defaultOrder: { field: 'IMAGE', direction: 'ASC' },
}

/** What every row of an image has. */
export type ImageUnderCriteriaRow = { readonly region: string; readonly imageId: string }

export const imagesUnderCriteria: Relation = {
  name: 'images under criteria',
  to: imageUnderCriteria,
  parentKey: proposalKey,
  from: (t, parent, args) => sql`(
    select judged.region, judged.image_id, judged.proposed, count(distinct judged.account_id)::integer as account_count,
      coalesce(sum(judged.launches) filter (where judged.is_instance), 0)::integer as instance_count,
      coalesce(sum(judged.launches) filter (where not judged.is_instance), 0)::integer as template_count
    from (
      select of_instances.*, true as is_instance from (${verdictsOf(launchingInstances, parent)}) of_instances
      union all
      select of_templates.*, false from (${verdictsOf(launchingTemplates, parent)}) of_templates
    ) judged
    where judged.image_id <> '' and ${isWanted('judged', wanted(args))}
    group by judged.region, judged.image_id, judged.proposed
  ) as ${sql.ref(t)}`,
  on: () => sql`true`,
}

const counts: Concept = {
  name: 'CriteriaCounts',
  from: t => sql`(select null::integer as allowed) as ${sql.ref(t)}`,
  fields: {
    allowed: column('allowed'),
    disallowed: column('disallowed'),
    unknown: column('unknown'),
    newlyDisallowed: column('newly_disallowed'),
    newlyAllowed: column('newly_allowed'),
    accountsDisallowed: column('accounts_disallowed'),
  },
  always: [],
  filters: {},
  orders: { ALLOWED: [{ type: 'integer', value: column('allowed') }] },
  defaultOrder: { field: 'ALLOWED', direction: 'ASC' },
}

/** How many launches have which verdict: one row. */
const countsUnderCriteria = (name: string, launches: Launches): Relation => ({
  name,
  to: counts,
  parentKey: proposalKey,
  from: (t, parent) => sql`(
    select ${sql.join(
      Object.entries({
        allowed: sql`judged.proposed = 'ALLOWED'`,
        disallowed: sql`judged.proposed = 'DISALLOWED'`,
        unknown: sql`judged.proposed = 'UNKNOWN'`,
        newly_disallowed: sql`judged.proposed = 'DISALLOWED' and judged.today = 'ALLOWED'`,
        newly_allowed: sql`judged.proposed = 'ALLOWED' and judged.today = 'DISALLOWED'`,
      }).map(
        ([column, holds]) =>
          sql`coalesce(sum(judged.launches) filter (where ${holds}), 0)::integer as ${sql.ref(column)}`,
      ),
    )},
      count(distinct judged.account_id) filter (where judged.proposed = 'DISALLOWED')::integer as accounts_disallowed
    from (${verdictsOf(launches, parent)}) judged
  ) as ${sql.ref(t)}`,
  on: () => sql`true`,
})

export const instanceCountsUnderCriteria = countsUnderCriteria('instance counts under criteria', launchingInstances)
export const templateCountsUnderCriteria = countsUnderCriteria(
  'launch template version counts under criteria',
  launchingTemplates,
)
