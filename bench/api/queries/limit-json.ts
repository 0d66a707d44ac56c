import type { Dialect } from './dialect.ts'

/** The launch permissions of image `i`, as an entry of its JSON. */
export const permissionsJson = (dialect: Dialect, first: number, withAccounts: boolean): string => {
  const field = dialect.permissions(first, 'kind').match(/^\w+/)?.[0]
  const connected = dialect.permissions(first, 'kind').includes('nodes')
  const accountJson = `, 'account', case when p.kind = 'ACCOUNT' then (
    select json_build_object('accountId', p.target_id, 'name', (select a.name from amigraph.accounts a
      where a.account_id = p.target_id))) end`
  const list = `(select coalesce(json_agg(json_build_object('kind', p.kind, 'grantee', p.grantee${withAccounts ? accountJson : ''})), '[]')
    from (select p.* from amigraph.launch_permissions p where p.region = i.region and p.image_id = i.image_id
      order by p.kind, p.grantee${dialect.pagedPermissions ? ` limit ${first}` : ''}) p)`
  return `'${field}', ${connected ? `json_build_object('nodes', ${list})` : list}`
}
