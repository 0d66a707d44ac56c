import type { Queryable } from '../pool.ts'

/** Makes the trusted owners (R3, ALLOWLISTED) those of the configuration. */
export async function replaceTrustedOwners(client: Queryable, accountIds: readonly string[]): Promise<void> {
  await client.query(
    `with removed as (delete from amigraph.trusted_owners where account_id <> all($1::text[]))
     insert into amigraph.trusted_owners (account_id) select unnest($1::text[]) on conflict do nothing`,
    [accountIds],
  )
}
