import { sql } from 'kysely'
import { globalRegion } from '../../domain/source.ts'
import { isMember } from '../accounts/named-accounts.ts'
import { type Concept, column, type Field, type Relation, table, textKey } from '../concept.ts'
import { lastLaunchedTime } from '../images/last-launched-time.ts'
import { listWasRead } from '../launch-permissions/launch-permissions-read.ts'
import { permissionStatus } from '../launch-permissions/status.ts'
import { relate } from '../relation.ts'
import { usesOf } from './uses.ts'

/** What would tell of a use, in any account. */
export const useKinds = ['INSTANCES', 'LAUNCH_TEMPLATES', 'IMAGE_REFERENCES', 'IMAGES_OWNED', 'REGIONS'] as const

const isUsed: Field = t => sql`exists (select from (${usesOf(t)}) used)`

const isProtected: Field = t => sql`coalesce(${column('deregistration_protection')(t)} <> 'disabled', false)`

/** A source that would tell of a use was not read, or not lately; or none is known at all. Each an index look-up. */
const hasGap: Field = t => {
  const kinds = sql.join(useKinds.map(kind => sql.lit(kind)))
  const here = sql`c.region in (${column('region')(t)}, ${sql.lit(globalRegion)})`
  return sql`(
    exists (select from amigraph.coverage c
      where c.status not in ('FRESH', 'NOT_APPLICABLE') and c.kind in (${kinds}, 'ORGANIZATION') and ${here})
    or exists (select from amigraph.coverage c
      where c.status = 'FRESH' and c.kind in (${kinds}, 'ORGANIZATION') and ${here} and c.fresh_until < now())
    or ${sql.join(
      useKinds
        .filter(kind => kind !== 'REGIONS')
        .map(
          kind =>
            sql`not exists (select from amigraph.coverage c where c.kind = ${sql.lit(kind)} and c.region = ${column('region')(t)})`,
        ),
      sql` or `,
    )})`
}

/** Somebody outside may use it, and nobody told whether. */
const mayBeUsedOutside: Field = t => {
  const same = (other: string) =>
    sql`${sql.ref(`${other}.region`)} = ${column('region')(t)} and ${sql.ref(`${other}.image_id`)} = ${column('image_id')(t)}`
  return sql`((${column('is_public')(t)} or exists (
      select from amigraph.launch_permissions p
      where ${same('p')} and (p.kind = 'PUBLIC' or ${permissionStatus('p')} = 'OUTSIDE_ORGANIZATION')))
    and not exists (
      select from amigraph.image_usage_reports report where ${same('report')} and report.observed_at is not null))`
}

/** Why it is not safe, in the order of the verdicts. */
const reasons: Field = t => sql`array(
  select reason from (values
    (${isUsed(t)}, 'IN_USE'),
    (${isProtected(t)}, 'PROTECTED'),
    (${hasGap(t)}, 'COVERAGE_GAP'),
    (not ${listWasRead(t)}, 'PERMISSIONS_UNKNOWN'),
    (${mayBeUsedOutside(t)}, 'OUTSIDE_USE_UNKNOWN'),
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
  always: ['region', 'imageId'],
  filters: {},
  orders: { IMAGE: [textKey('region'), textKey('image_id')] },
  defaultOrder: { field: 'IMAGE', direction: 'ASC' },
}

/** What every row of it has. */
export type DeregistrationRow = { readonly region: string; readonly imageId: string }

const ofImage = relate('deregistration of image', deregistration, { region: 'region', image_id: 'imageId' })

/** Of a member's image that is still there. */
export const deregistrationOfImage: Relation = {
  ...ofImage,
  on: (t, parent, args) =>
    sql`${ofImage.on(t, parent, args)} and ${isMember(column('owner_account_id')(t))}
      and ${column('state')(t)} <> 'DEREGISTERED'`,
}
