import { sql } from 'kysely'
import type { ReportedImage } from '../../domain/usage-report.ts'
import { isMember } from '../accounts/named-accounts.ts'
import { leadsOutside } from '../launch-permissions/status.ts'
import type { Queryable } from '../pool.ts'
import { compileStatement } from '../statement.ts'

/**
 * The images of an owner that somebody outside the organization may use, or does, or of which a report is under way that
 * will tell, by image. Cost grows with the owner's images in the Region and their permissions.
 */
export async function readImagesToReport(
  client: Queryable,
  accountId: string,
  region: string,
): Promise<ReportedImage[]> {
  const { rows } = await client.query<ReportedImage>(
    compileStatement(sql`
      select i.image_id as "imageId", report.observed_at as "observedAt", report.error_code is not null as failed,
        coalesce(grants.opened_at, case when i.is_public then i.valid_from end, to_timestamp(0)) as "openedAt"
      from amigraph.images i
      left join amigraph.image_usage_reports report on report.region = i.region and report.image_id = i.image_id
      cross join lateral (
        select max(p.first_seen_at) as opened_at from amigraph.launch_permissions p
        where p.region = i.region and p.image_id = i.image_id and ${leadsOutside('p')}
      ) grants
      where i.owner_account_id = ${accountId} and i.region = ${region} and i.evidence = 'OWNER'
        and i.state in ('AVAILABLE', 'DISABLED')
        and (i.is_public or grants.opened_at is not null
          or report.requested_at > coalesce(report.observed_at, '-infinity') or exists (
          select from amigraph.image_outside_usage used
          where used.region = i.region and used.image_id = i.image_id and used.usage_count > 0
            and not ${isMember(sql.ref('used.account_id'))}))
      order by i.image_id`),
  )
  return rows
}
