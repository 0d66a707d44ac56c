import { sql } from 'kysely'
import type { LineageDirection } from '../../domain/lineage.ts'
import type { Alias } from '../concept.ts'
import { seesAccount } from '../sees-account.ts'
import type { Sql } from '../statement.ts'

/** The columns that name an image. */
type Key = readonly [region: Sql, imageId: Sql]

/** What tells that one image was made from another. */
type Link = {
  readonly kind: 'SOURCE_IMAGE' | 'SOURCE_INSTANCE' | 'ANCESTRY' | 'IMAGE_BUILDER'
  readonly from: Sql
  /** The image that the step begins at */
  readonly at: Key
  /** The image that it leads to */
  readonly to: Key
  /** The image of the lineage that it is told of, where that is not where the step begins */
  readonly near?: Key
  readonly generations?: Sql
  readonly relationship: Sql
  /** The image that the call was about */
  readonly subject: Key
  readonly toldBy: Sql
  readonly instanceId?: Sql
  readonly buildArn?: Sql
  readonly where?: Sql
}

/**
 * Every step from an image to what it was made from, or to what was made from it, one for each call that tells of it. A
 * step is one generation, but for those of GetImageAncestry, which pass over images whose Region AWS doesn't say. What
 * the reader does not see is not followed, nor what names itself. Cost grows with the steps: each is an index look-up.
 */
export const stepsFrom = (image: Alias, direction: LineageDirection): Sql =>
  sql.join(
    [sourceImage, sourceInstance, ancestry, imageBuilder].map(link => stepOf(image, link(direction, image))),
    sql` union all `,
  )

const stepOf = (image: Alias, link: Link): Sql => {
  const { kind, from, at, to, generations = sql`1`, near = keyOf(image), relationship, subject, toldBy, where } = link
  return sql`
    select ${to[0]} as region, ${to[1]} as image_id, ${generations} as generations, ${sql.lit(kind)} as kind,
      ${near[0]} as near_region, ${near[1]} as near_image_id, ${relationship} as relationship,
      ${subject[0]} as subject_region, ${subject[1]} as subject_image_id, ${toldBy} as told_by,
      ${link.instanceId ?? sql`null::text`} as instance_id, ${link.buildArn ?? sql`null::text`} as build_arn
    from ${from}
    where ${at[0]} = ${sql.ref(`${image}.region`)} and ${at[1]} = ${sql.ref(`${image}.image_id`)}
      and (${sql.join(to)}) is distinct from (${sql.join(near)})${where ? sql` and ${where}` : sql``}`
}

const key = (t: Alias, region = 'region', imageId = 'image_id'): Key => [
  sql.ref(`${t}.${region}`),
  sql.ref(`${t}.${imageId}`),
]
const keyOf = (image: Alias): Key => key(image)

/** From a child to its parent, or the other way. */
const ends = (direction: LineageDirection, child: Key, parent: Key): Pick<Link, 'at' | 'to'> =>
  direction === 'ANCESTORS' ? { at: child, to: parent } : { at: parent, to: child }

/** (R1) SourceImageId and SourceImageRegion of the image itself. */
const sourceImage = (direction: LineageDirection): Link => ({
  kind: 'SOURCE_IMAGE',
  from: sql`amigraph.images i`,
  ...ends(direction, key('i'), key('i', 'source_image_region', 'source_image_id')),
  where: sql`i.source_image_id is not null`,
  relationship: relationshipToSource('i'),
  subject: key('i'),
  // Another account than the owner or the reader's own would be one more that the image is shared with.
  toldBy: sql`case when i.evidence_account_id = i.owner_account_id or ${seesAccount(sql`i.evidence_account_id`)}
    then i.evidence_account_id end`,
})

/**
 * Whether an image is a copy of its source. CreateImage, which names an instance besides, makes an image in the instance's
 * own Region, and so never one of a source in another. Whether an instance was named is for the owner to say.
 */
export const relationshipToSource = (image: Alias): Sql => {
  const ref = (name: string) => sql.ref(`${image}.${name}`)
  return sql`case
    when ${ref('source_image_region')} <> ${ref('region')} then 'COPY'
    when ${ref('evidence')} <> 'OWNER' or not ${seesAccount(ref('owner_account_id'))} then null
    when ${ref('source_instance_id')} is null then 'COPY'
    else 'DERIVED' end`
}

/** The image that the instance ran from which this one was made; its owner's to know. */
const sourceInstance = (direction: LineageDirection): Link => ({
  kind: 'SOURCE_INSTANCE',
  from: sql`amigraph.images i
    join amigraph.instance_images n on n.instance_id = i.source_instance_id and n.region = i.region`,
  ...ends(direction, key('i'), key('n')),
  where: seesAccount(sql`i.owner_account_id`),
  relationship: sql`'DERIVED'`,
  subject: key('i'),
  toldBy: sql`n.account_id`,
  instanceId: sql`n.instance_id`,
})

/** GetImageAncestry of some image, from any place in its chain to any other, as generation 0 from itself. */
const ancestry = (direction: LineageDirection): Link => {
  const isUp = direction === 'ANCESTORS'
  const inSameChain = (t: Alias, where: Sql) => sql`lateral (
      select a.ancestor_region as at_region, a.ancestor_image_id as at_image_id, a.generation
      from amigraph.image_ancestors a where a.region = here.region and a.image_id = here.image_id
      union all
      select here.region, here.image_id, 0
    ) ${sql.ref(t)} on ${where}`
  return {
    kind: 'ANCESTRY',
    from: sql`(
      select a.region, a.image_id, a.owner_account_id, a.ancestor_region as at_region, a.ancestor_image_id as at_image_id,
        a.generation
      from amigraph.image_ancestors a
      union all
      select a.region, a.image_id, a.owner_account_id, a.region, a.image_id, 0
      from amigraph.image_ancestors a where a.generation = 1
    ) here
    join ${inSameChain('there', sql`there.generation ${sql.raw(isUp ? '>' : '<')} here.generation`)}
    join ${inSameChain('near', sql`near.generation = there.generation ${sql.raw(isUp ? '-' : '+')} 1`)}`,
    at: key('here', 'at_region', 'at_image_id'),
    to: key('there', 'at_region', 'at_image_id'),
    near: key('near', 'at_region', 'at_image_id'),
    generations: sql`abs(there.generation - here.generation)`,
    relationship: sql`null::text`,
    subject: key('here'),
    toldBy: sql`here.owner_account_id`,
  }
}

/**
 * (R19) A build whose recipe starts from an image, or from what another build made; recipes that name a version in general
 * (`x.x.x`), a parameter or a product leave open which image that was. What a build put elsewhere is a copy of its first
 * image, and not made of its parent itself.
 */
const imageBuilder = (direction: LineageDirection, image: Alias): Link => {
  const parents = sql`(
      select b.region, b.parent_image as image_id where b.parent_image like 'ami-%'
      union all
      select base.image_region, base.image_id from amigraph.image_build_outputs base
      where base.build_arn = b.parent_image and base.image_region = b.region)`
  const builtFrom = sql`(
      select ${sql.ref(`${image}.image_id`)} as parent_image
      union all
      select base.build_arn from amigraph.image_build_outputs base
      where base.image_region = ${sql.ref(`${image}.region`)} and base.image_id = ${sql.ref(`${image}.image_id`)})`
  const of: Pick<Link, 'from' | 'at' | 'to'> =
    direction === 'ANCESTORS'
      ? {
          from: sql`amigraph.image_build_outputs o
    join amigraph.image_builds b on b.arn = o.build_arn
    cross join lateral ${parents} parent`,
          at: key('o', 'image_region'),
          to: key('parent'),
        }
      : {
          from: sql`${builtFrom} parent
    join amigraph.image_builds b on b.parent_image = parent.parent_image
    join amigraph.image_build_outputs o on o.build_arn = b.arn
    cross join lateral (select ${sql.ref(`${image}.image_id`)} as image_id) here`,
          at: [sql`b.region`, sql`here.image_id`],
          to: key('o', 'image_region'),
        }
  return {
    kind: 'IMAGE_BUILDER',
    ...of,
    where: sql`not exists (
      select from amigraph.images copy
      join amigraph.image_build_outputs original on original.build_arn = o.build_arn
        and original.image_region = copy.source_image_region and original.image_id = copy.source_image_id
      where copy.region = o.image_region and copy.image_id = o.image_id)`,
    relationship: sql`'DERIVED'`,
    subject: key('o', 'image_region'),
    toldBy: sql`b.account_id`,
    buildArn: sql`b.arn`,
  }
}
