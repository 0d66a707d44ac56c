import type { ClientBase } from 'pg'
import { contentHash } from '../../domain/content-hash.ts'
import { accessRules } from '../../domain/kms/access-rules.ts'
import { toRow } from '../facts/fact-table.ts'
import { replaceFacts } from '../facts/replace-facts.ts'
import { kmsKeyAccess } from '../facts/tables.ts'

/**
 * Compiles what the stored keys of an account and Region let others do (R9): call it whenever their policies, states or
 * grants were written, in the same transaction. Returns the rows changed. Cost grows with the keys of the source.
 */
export async function replaceKeyAccess(client: ClientBase, accountId: string, region: string): Promise<number> {
  const { rows: keys } = await client.query<StoredKey>(
    `select k.arn as "keyArn", k.manager, k.state, k.policy,
       case when exists (
         select from amigraph.kms_key_reads r where r.name = k.arn and r.call = 'ListGrants' and r.observed_at is not null
       ) then (
         select coalesce(json_agg(json_build_object(
           'granteePrincipal', g.grantee_principal,
           'operations', g.operations,
           'isConstrained', g.constraints is not null
         ) order by g.grant_id), '[]')
         from amigraph.kms_grants g where g.key_arn = k.arn
       ) end as grants
     from amigraph.kms_keys k
     where k.account_id = $1 and k.region = $2
     order by k.arn`,
    [accountId, region],
  )
  const rows = keys.flatMap(key =>
    accessRules({ ...key, accountId, region }).map(rule => {
      const ruleId = contentHash(rule)
      return { ...toRow({ keyArn: key.keyArn, ruleId, accountId, region, ...rule }), content_hash: ruleId }
    }),
  )
  return replaceFacts(client, kmsKeyAccess, { account_id: accountId, region }, rows, row => [row])
}

type StoredKey = Omit<Parameters<typeof accessRules>[0], 'accountId' | 'region'>
