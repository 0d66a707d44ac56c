import type { Place } from '../../domain/source.ts'
import type { Queryable } from '../pool.ts'
import { readKeysToAsk } from './read-keys-to-ask.ts'

/**
 * Those of the names that an account and Region's keys are asked for by which mean one of these keys, by ARN or ID. None
 * for keys that encrypt nothing shared, which are the most.
 */
export async function readNamedKeys(
  client: Queryable,
  { accountId, region }: Place,
  keyIds: readonly string[],
): Promise<string[]> {
  const names = await readKeysToAsk(client, accountId, region)
  if (names.length === 0) return []
  const { rows } = await client.query<{ name: string }>(
    `select asked.name
     from unnest($3::text[]) as asked (name)
     left join amigraph.kms_key_aliases alias on alias.alias_arn = asked.name
     where coalesce(alias.arn, asked.name) in (
       select amigraph.kms_key_arn(key_id, $2, $1) from unnest($4::text[]) as named (key_id))
     order by asked.name`,
    [accountId, region, names, keyIds],
  )
  return rows.map(row => row.name)
}
