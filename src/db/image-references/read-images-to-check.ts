import type { Queryable } from '../pool.ts'

export type ImageToCheck = { imageId: string; isOwn: boolean }

/**
 * The images that an account is asked about: those that it owns, that others share with it, that it runs, that its launch
 * templates launch, and public ones of other members. Own ones first, then those in use, then the newest. All but the
 * public ones follow from what was read of this very account, so that it does not matter in which order accounts are read;
 * whether an account was read since an image was known to be public, its deregistration tells. Cost grows with the number
 * of images.
 */
export async function readImagesToCheck(client: Queryable, accountId: string, region: string): Promise<ImageToCheck[]> {
  const { rows } = await client.query<ImageToCheck>(
    `with asked as (
       select image_id, bool_or(is_own) as is_own, bool_or(is_used) as is_used
       from (
         select image_id, true as is_own, false as is_used from amigraph.images
         where region = $2 and owner_account_id = $1 and evidence = 'OWNER'
         union all
         select m.image_id, false, false from amigraph.image_views v
         join amigraph.image_view_members m on m.view_id = v.view_id and m.region = v.region
         where v.account_id = $1 and v.region = $2
         union all
         select image_id, false, true from amigraph.instances where account_id = $1 and region = $2
         union all
         select image_id, false, true from amigraph.launch_template_versions
         where account_id = $1 and region = $2 and image_id is not null
         union all
         select i.image_id, false, false from amigraph.images i
         where i.region = $2 and i.is_public and i.evidence = 'OWNER'
         union all
         select p.image_id, false, false from amigraph.launch_permissions p
         where p.region = $2 and p.target_id = 'all' and p.kind = 'PUBLIC'
       ) reachable
       group by image_id
     )
     select asked.image_id as "imageId", asked.is_own as "isOwn"
     from asked left join amigraph.images i on i.region = $2 and i.image_id = asked.image_id
     order by asked.is_own desc, asked.is_used desc, i.creation_date desc nulls last, asked.image_id`,
    [accountId, region],
  )
  return rows
}
