import type { ClientBase } from 'pg'
import { contentHash } from '../../domain/content-hash.ts'
import { doubtUnexplainedViews } from '../launch-permissions/doubt-unexplained-views.ts'
import { prepare } from '../statement.ts'

/**
 * Records which images of others an account sees as launchable for itself (R21). The set is named by its content and
 * kept once: most accounts of an OU see the same one, and at 10,000 accounts a row an account and image would be too
 * many. Returns 1 where the account's view changed, else 0.
 */
export async function replaceImageView(
  client: ClientBase,
  accountId: string,
  region: string,
  imageIds: readonly string[],
): Promise<number> {
  const members = [...new Set(imageIds)].sort()
  const viewId = contentHash([region, ...members])
  const current = await client.query<{ view_id: string }>(
    prepare({
      text: `select view_id from amigraph.image_views where account_id = $1 and region = $2`,
      values: [accountId, region],
    }),
  )
  const oldViewId = current.rows[0]?.view_id
  if (oldViewId === viewId) return 0
  await doubtUnexplainedViews(client, { accountId, region }, await readMembers(client, oldViewId), members)

  // One change of views a Region at a time: nobody can take up a view that is just being dropped as unused.
  await client.query(`select pg_advisory_xact_lock(hashtextextended('amigraph:image-views:' || $1, 0))`, [region])
  await client.query(
    `insert into amigraph.image_view_members (view_id, region, image_id)
     select $1, $2, image_id from unnest($3::text[]) as member (image_id) on conflict do nothing`,
    [viewId, region, members],
  )
  await client.query(
    `insert into amigraph.image_views (account_id, region, view_id) values ($1, $2, $3)
     on conflict (account_id, region) do update set view_id = excluded.view_id`,
    [accountId, region, viewId],
  )
  await client.query(
    `delete from amigraph.image_view_members where view_id = $1
       and not exists (select from amigraph.image_views where view_id = $1)`,
    [oldViewId ?? ''],
  )
  return 1
}

async function readMembers(client: ClientBase, viewId: string | undefined): Promise<string[]> {
  if (viewId === undefined) return []
  const { rows } = await client.query<{ image_id: string }>(
    `select image_id from amigraph.image_view_members where view_id = $1`,
    [viewId],
  )
  return rows.map(row => row.image_id)
}
