import { sql } from 'kysely'
import type { SourceKind } from '../../domain/source.ts'
import { isMember } from '../accounts/named-accounts.ts'
import type { Alias } from '../concept.ts'
import { observedAt } from '../coverage/observed-at.ts'
import { imageObservedAt } from '../images/observed-at.ts'
import type { Sql } from '../statement.ts'

/**
 * Everything that uses an image: rows of (kind, account_id, example, weight, observed_at), an example each, the same one
 * again where another call tells of it too. Instances that are not terminated; what names the image; copies of it and
 * images made from its instances; outside accounts of a usage report.
 */
export const usesOf = (image: Alias): Sql => {
  const [region, imageId] = [sql.ref(`${image}.region`), sql.ref(`${image}.image_id`)]
  return sql`
    select 'INSTANCE' as kind, n.account_id, n.instance_id as example, 1::bigint as weight,
      ${readAt('INSTANCES', 'n')} as observed_at
    from amigraph.instances n
    where n.region = ${region} and n.image_id = ${imageId} and n.state <> 'TERMINATED'
    union all
    select 'LAUNCH_TEMPLATE', v.account_id, v.launch_template_id, 1, ${readAt('LAUNCH_TEMPLATES', 'v')}
    from amigraph.launch_template_versions v
    where v.region = ${region} and v.image_id = ${imageId}
    union all
    select r.kind, r.account_id, case r.kind when 'LAUNCH_TEMPLATE' then substring(r.arn from '[^/]+$') else r.arn end, 1,
      ${readAt('IMAGE_REFERENCES', 'r')}
    from amigraph.image_references r
    where r.region = ${region} and r.image_id = ${imageId} and r.kind <> 'OTHER'
    union all
    select 'IMAGE_BUILDER_RECIPE', b.account_id, b.recipe_arn, 1, ${readAt('IMAGE_BUILDS', 'b')}
    from amigraph.image_builds b
    where b.region = ${region} and b.parent_image = ${imageId} and b.recipe_arn is not null
    union all
    select 'DERIVED_IMAGE', d.owner_account_id, d.image_id, 1, ${imageObservedAt('d')}
    from amigraph.images d
    where d.source_image_region = ${region} and d.source_image_id = ${imageId} and ${isThere('d', imageId)}
    union all
    select 'DERIVED_IMAGE', d.owner_account_id, d.image_id, 1, ${imageObservedAt('d')}
    from amigraph.instance_images n
    join amigraph.images d on d.region = n.region and d.source_instance_id = n.instance_id
    where n.region = ${region} and n.image_id = ${imageId} and ${isThere('d', imageId)}
    union all
    select 'DERIVED_IMAGE', a.owner_account_id, a.image_id, 1, (
      select ancestry.observed_at from amigraph.image_ancestry_reads ancestry
      where ancestry.region = a.region and ancestry.image_id = a.image_id)
    from amigraph.image_ancestors a join amigraph.images d on d.region = a.region and d.image_id = a.image_id
    where a.ancestor_region = ${region} and a.ancestor_image_id = ${imageId} and ${isThere('d', imageId)}
    union all
    select 'OUTSIDE_ACCOUNT', u.account_id, u.resource_type, u.usage_count, (
      select report.observed_at from amigraph.image_usage_reports report
      where report.region = u.region and report.image_id = u.image_id)
    from amigraph.image_outside_usage u
    where u.region = ${region} and u.image_id = ${imageId} and u.usage_count > 0
      and not ${isMember(sql.ref('u.account_id'))}`
}

const readAt = (kind: SourceKind, t: Alias): Sql => observedAt(kind)(t)

const isThere = (t: Alias, otherThan: Sql): Sql => sql`${sql.ref(`${t}.state`)} <> 'DEREGISTERED'
      and ${sql.ref(`${t}.image_id`)} <> ${otherThan} and ${sql.ref(`${t}.owner_account_id`)} is not null`
