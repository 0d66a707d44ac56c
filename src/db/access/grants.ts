import { sql } from 'kysely'
import type { Alias } from '../concept.ts'
import { permissionKinds } from '../launch-permissions/launch-permission.ts'
import { listWasRead } from '../launch-permissions/launch-permissions-read.ts'
import type { Sql } from '../statement.ts'

/** (R6) Images in another state launch for nobody; a deprecated one stays available (R4). */
export const launchableState = sql.lit('AVAILABLE')

/** Whether the owner's list was never read, so that only what accounts see can tell of the image's shares (R21). */
export const neverRead = (image: Alias): Sql => sql`not ${listWasRead(image)}`

/** A launch permission `p` reaches the account: by its own ID, a unit above it, its organization, or for everybody. */
export const reaches = (account: Alias): Sql => {
  const id = sql.ref(`${account}.account_id`)
  const organizationId = sql.ref(`${account}.organization_id`)
  const ancestors = sql.ref(`${account}.ancestor_ids`)
  // The first condition is what the index on target_id serves; the others keep the namespaces of the kinds apart.
  return sql`p.target_id = any(${ancestors} || array[${id}, ${organizationId}, 'all'])
    and case p.kind when 'ACCOUNT' then p.target_id = ${id}
      when 'ORGANIZATIONAL_UNIT' then p.target_id = any(${ancestors})
      when 'ORGANIZATION' then p.target_id = ${organizationId}
      else p.kind = 'PUBLIC' end`
}

/**
 * Every path on which an account may launch an image (R6), as a JSON array of {kind, grantee} in the order of the kinds,
 * then by grantee. Whether the image's and the account's state allow a launch at all is not looked at here.
 */
export const grants = (image: Alias, account: Alias): Sql => {
  const [region, imageId] = [sql.ref(`${image}.region`), sql.ref(`${image}.image_id`)]
  const accountId = sql.ref(`${account}.account_id`)
  return sql`(
    select json_agg(json_build_object('kind', granted.kind, 'grantee', granted.grantee)
      order by array_position(array[${sql.join(permissionKinds.map(kind => sql.lit(kind)))}], granted.kind),
        granted.grantee collate "C")
    from (
      select 'OWNER' as kind, ${accountId} as grantee where ${sql.ref(`${image}.owner_account_id`)} = ${accountId}
      union
      select p.kind, p.grantee from amigraph.launch_permissions p
      where p.region = ${region} and p.image_id = ${imageId} and ${reaches(account)}
      union
      select 'PUBLIC', 'all' where ${sql.ref(`${image}.is_public`)}
      union
      select 'OBSERVED', v.account_id
      from amigraph.image_views v join amigraph.image_view_members m on m.view_id = v.view_id
      where v.account_id = ${accountId} and v.region = ${region} and m.image_id = ${imageId} and ${neverRead(image)}
    ) granted)`
}
