import { sql } from 'kysely'
import { type Concept, column, type Relation, textKey } from '../concept.ts'
import { observedAt } from '../coverage/observed-at.ts'
import { imageObservedAt } from '../images/observed-at.ts'

/** What tells that two images of a lineage belong together. */
export const lineageLink: Concept = {
  name: 'LineageLink',
  from: t => sql`(select null::text as kind) as ${sql.ref(t)}`,
  fields: {
    kind: column('kind'),
    relationship: column('relationship'),
    region: column('region'),
    imageId: column('imageId'),
    accountId: column('accountId'),
    instanceId: column('instanceId'),
    buildArn: column('buildArn'),
    observedAt: t => sql`case ${column('kind')(t)}
      when 'ANCESTRY' then (
        select ancestry.observed_at from amigraph.image_ancestry_reads ancestry
        where ancestry.region = ${column('subjectRegion')(t)} and ancestry.image_id = ${column('subjectImageId')(t)})
      when 'IMAGE_BUILDER' then (
        select ${observedAt('IMAGE_BUILDS')('build')} from amigraph.image_builds build
        where build.arn = ${column('buildArn')(t)})
      else (
        select ${imageObservedAt('subject')} from amigraph.images subject
        where subject.region = ${column('subjectRegion')(t)} and subject.image_id = ${column('subjectImageId')(t)}) end`,
  },
  always: ['accountId'],
  filters: {},
  orders: { PLACE: [{ type: 'bigint', value: column('place') }, textKey('kind')] },
  defaultOrder: { field: 'PLACE', direction: 'ASC' },
}

/** What every row of a link has. */
export type LineageLinkRow = { readonly accountId: string | null }

/** The links of one image of a lineage, which its row holds. */
export const linksOfRelative: Relation = {
  name: 'links of relative',
  to: lineageLink,
  parentKey: ['links'],
  from: (t, parent) => sql`(
    select link.*, held.place
    from jsonb_array_elements(${sql.ref(`${parent}.links`)}::jsonb) with ordinality as held (value, place)
    cross join lateral jsonb_to_record(held.value) as link (kind text, relationship text, region text, "imageId" text,
      "subjectRegion" text, "subjectImageId" text, "accountId" text, "instanceId" text, "buildArn" text)
  ) as ${sql.ref(t)}`,
  on: () => sql`true`,
}
