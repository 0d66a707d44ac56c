import { sql } from 'kysely'
import { globalRegion, type SourceKind } from '../../domain/source.ts'
import { isMember } from '../accounts/named-accounts.ts'
import { type Alias, type Concept, column, type Field, type Relation, table, textKey } from '../concept.ts'
import { sourceCoverage } from '../coverage/source-coverage.ts'
import { lastLaunchedTime } from '../images/last-launched-time.ts'
import { listWasRead } from '../launch-permissions/launch-permissions-read.ts'
import { leadsOutside } from '../launch-permissions/status.ts'
import { relate } from '../relation.ts'
import type { Sql } from '../statement.ts'
import { usesOf } from './uses.ts'

/** What would tell of a use in the image's Region, of any account. */
const toldInRegion = ['INSTANCES', 'LAUNCH_TEMPLATES', 'IMAGE_REFERENCES'] as const satisfies SourceKind[]

/** What would tell of a copy or a derived image, wherever it is. */
const toldAnywhere = ['IMAGES_OWNED', 'IMAGE_ANCESTRY'] as const satisfies SourceKind[]

const listed = (values: readonly string[]): Sql => sql.join(values.map(value => sql.lit(value)))

const isUsed: Field = t => sql`exists (select from (${usesOf(t)}) used)`

const isProtected: Field = t => sql`coalesce(${column('deregistration_protection')(t)} <> 'disabled', false)`

/** Of these sources one was not read, or not lately. Each an index look-up. */
const isUnread = (which: Sql): Sql => sql`
    exists (select from amigraph.coverage c where c.status not in ('FRESH', 'NOT_APPLICABLE') and ${which})
    or exists (select from amigraph.coverage c where c.status = 'FRESH' and ${which} and c.fresh_until < now())`

/**
 * A source that would tell of a use, or of who else may use it, was not read, or not lately; or none is known at all. The
 * same sources as in `deregistrationScope`.
 */
const hasGap: Field = t => {
  const region = column('region')(t)
  return sql`(${sql.join(
    [
      isUnread(
        sql`c.kind in (${listed([...toldInRegion, 'REGIONS', 'ORGANIZATION'])})
          and c.region in (${region}, ${sql.lit(globalRegion)})`,
      ),
      isUnread(sql`c.kind in (${listed(toldAnywhere)})`),
      isUnread(sql`c.account_id = ${column('owner_account_id')(t)} and c.region = ${region}
        and c.kind = 'LAUNCH_PERMISSIONS'`),
      ...toldInRegion.map(
        kind =>
          sql`not exists (select from amigraph.coverage c where c.kind = ${sql.lit(kind)} and c.region = ${region})`,
      ),
      ...toldAnywhere.map(kind => sql`not exists (select from amigraph.coverage c where c.kind = ${sql.lit(kind)})`),
    ],
    sql` or `,
  )})`
}

/** A row of the same image. */
const sameImage = (t: Alias, other: Alias): Sql =>
  sql`${column('region')(other)} = ${column('region')(t)} and ${column('image_id')(other)} = ${column('image_id')(t)}`

/**
 * Somebody outside may use it, and no usage report tells whether: none that is newer than the sharing, or not lately, which
 * is at most as long as AWS keeps one.
 */
const mayBeUsedOutside: Field = t => sql`((${column('is_public')(t)} or exists (${sharedOutside(t)}))
    and not exists (
      select from amigraph.image_usage_reports report
      where ${sameImage(t, 'report')} and report.error_code is null
        and report.observed_at > now() - interval '30 days'
        and report.observed_at >= coalesce((select max(p.first_seen_at) from (${sharedOutside(t)}) p), '-infinity')
        and not (${isUnread(sql`c.account_id = report.owner_account_id and c.region = report.region and c.kind = 'IMAGE_USAGE'`)})))`

const sharedOutside: Field = t => sql`select p.first_seen_at from amigraph.launch_permissions p
    where ${sameImage(t, 'p')} and ${leadsOutside('p')}`

/** (R6) Anybody may name it, and member accounts that neither run it nor see it as shared with them are asked since then. */
const publicSince: Field = t => sql`case when ${column('is_public')(t)} or exists (${publicGrant(t)})
    then coalesce((select min(p.first_seen_at) from (${publicGrant(t)}) p), ${column('valid_from')(t)}) end`

const publicGrant: Field = t => sql`select p.first_seen_at from amigraph.launch_permissions p
    where ${sameImage(t, 'p')} and p.kind = 'PUBLIC'`

/** By then whoever reads sees what was noted: noting it is one transaction, which takes a while. */
const notedWithin = sql`interval '15 minutes'`

/** Sources of references that were read before it was known to be public: they were not asked about it. */
const readBefore = (since: Sql, region: Sql): Sql => sql`select c.* from amigraph.coverage c
    where c.kind = 'IMAGE_REFERENCES' and c.region = ${region} and c.status <> 'NOT_APPLICABLE'
      and coalesce(c.last_success_at, '-infinity') < ${since} + ${notedWithin}`

const isReadTooEarly: Field = t => sql`exists (${readBefore(publicSince(t), column('region')(t))})`

/** Its owner can still restore it. */
const isInRecycleBin: Field = t =>
  sql`exists (select from amigraph.recycle_bin_images bin where ${sameImage(t, 'bin')})`

/** Why it is not safe, in the order of the verdicts. */
const reasons: Field = t => sql`array(
  select reason from (values
    (${isUsed(t)}, 'IN_USE'),
    (${isProtected(t)}, 'PROTECTED'),
    (${hasGap(t)}, 'COVERAGE_GAP'),
    (not ${listWasRead(t)}, 'PERMISSIONS_UNKNOWN'),
    (${mayBeUsedOutside(t)}, 'OUTSIDE_USE_UNKNOWN'),
    (${isReadTooEarly(t)}, 'REFERENCES_UNKNOWN'),
    (not amigraph.sees_organization(), 'LIMITED_VIEW')
  ) as found (applies, reason)
  where found.applies)`

/**
 * Whether an image is safe to deregister (question 6). What is protected or in use is so for certain; that nothing uses
 * it is only said where every source that would tell was read (R20), and to who sees every account.
 */
export const deregistration: Concept = {
  name: 'Deregistration',
  from: table('amigraph.images'),
  fields: {
    region: column('region'),
    imageId: column('image_id'),
    ownerAccountId: column('owner_account_id'),
    reasons: t => sql`to_json(${reasons(t)})`,
    verdict: t => sql`(
      select case when reasons[1] is null then 'SAFE' when reasons[1] in ('IN_USE', 'PROTECTED') then reasons[1]
        else 'UNKNOWN' end
      from (select ${reasons(t)} as reasons) found)`,
    lastLaunchedTime,
    snapshotStorageGiB: t => sql`(
      select coalesce(sum(size), 0)::integer from (
        select distinct on (v.snapshot_id) v.volume_size_gib as size
        from amigraph.image_storage v
        where v.region = ${column('region')(t)} and v.image_id = ${column('image_id')(t)}
          and v.owner_account_id = ${column('owner_account_id')(t)}
          and not exists (
            select from amigraph.image_block_devices other
            where other.region = v.region and other.snapshot_id = v.snapshot_id and other.image_id <> v.image_id)
      ) alone)`,
  },
  always: ['region', 'imageId', 'ownerAccountId'],
  filters: {},
  orders: { IMAGE: [textKey('region'), textKey('image_id')] },
  defaultOrder: { field: 'IMAGE', direction: 'ASC' },
}

/** What every row of it has. */
export type DeregistrationRow = {
  readonly region: string
  readonly imageId: string
  readonly ownerAccountId: string | null
}

const ofImage = relate('deregistration of image', deregistration, { region: 'region', image_id: 'imageId' })

/** Of a member's image that is still there, or can be restored. */
export const deregistrationOfImage: Relation = {
  ...ofImage,
  on: (t, parent, args) =>
    sql`${ofImage.on(t, parent, args)}
      and case ${column('state')(t)} when 'DEREGISTERED' then ${isInRecycleBin(t)}
        else ${isMember(column('owner_account_id')(t))} end`,
}

/** The sources that make REFERENCES_UNKNOWN, the first 100 by account. */
export const sourcesReadTooEarly: Relation = {
  name: 'sources read too early',
  to: sourceCoverage,
  parentKey: ['region', 'imageId'],
  from: (t, parent) => sql`(
    select c.* from amigraph.images i
    cross join lateral (${readBefore(publicSince('i'), sql.ref('i.region'))}) c
    where i.region = ${sql.ref(`${parent}.region`)} and i.image_id = ${sql.ref(`${parent}.imageId`)}
    order by c.account_id limit 100) as ${sql.ref(t)}`,
  on: () => sql`true`,
}
