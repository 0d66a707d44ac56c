import type { ClientBase } from 'pg'
import type { KmsGrant, KmsKey, KmsKeyAlias } from '../../domain/facts.ts'
import { type Extent, everything, isWithin } from '../facts/extent.ts'
import { replacePlainFacts } from '../facts/replace-plain-facts.ts'
import { kmsGrants, kmsKeyAliases, kmsKeys } from '../facts/tables.ts'
import { replaceKeyAccess } from '../key-access/replace-key-access.ts'
import { type KeyCallRead, recordKeyReads } from './record-key-reads.ts'

/** How asking for one key went. What could not be read is null, and so is what was not asked. */
export type KeyRead = {
  /** ARN of the key, or of an alias of it */
  name: string
  /** Null where an alias could not be resolved */
  arn: string | null
  description: Pick<KmsKey, 'manager' | 'state' | 'multiRegion'> | null
  policy: string | null
  grants: KmsGrant[] | null
  calls: KeyCallRead[]
}

/**
 * Makes the keys of an account and Region those that were asked for; `extent` says of which names, keys and aliases, that
 * is told. Of a key that could not be read in part, that part stays as it was (R20). Returns the rows changed, the reads
 * themselves apart.
 */
export async function replaceKmsKeys(
  client: ClientBase,
  accountId: string,
  region: string,
  asked: readonly KeyRead[],
  extent: Extent = everything,
): Promise<number> {
  const reads = asked.filter(({ name }) => isWithin(extent)(name))
  const source = { account_id: accountId, region }
  const { keys: knownKeys, aliases: knownAliases } = await readKnown(client, accountId, region)
  const keys = new Map<string, KmsKey>()
  const aliases: KmsKeyAlias[] = []
  for (const { name, arn: read, description, policy } of reads) {
    const arn = read ?? knownAliases.get(name)
    if (arn === undefined) continue
    if (name !== arn) aliases.push({ aliasArn: name, arn, accountId, region })
    const known = keys.get(arn) ?? knownKeys.get(arn)
    const isOpen = description === null || description.manager === 'CUSTOMER'
    keys.set(arn, {
      arn,
      accountId,
      region,
      manager: description?.manager ?? known?.manager ?? null,
      state: description?.state ?? known?.state ?? null,
      multiRegion: description?.multiRegion ?? known?.multiRegion ?? null,
      policy: isOpen ? (policy ?? known?.policy ?? null) : null,
    })
  }
  const told = withKeysOf(extent, name => knownAliases.get(name) ?? asked.find(read => read.name === name)?.arn ?? name)
  let changed = await replacePlainFacts(client, kmsKeys, source, [...keys.values()], told)
  changed += await replacePlainFacts(client, kmsKeyAliases, source, aliases, told)
  for (const { arn, grants } of reads)
    if (arn !== null && grants !== null) changed += await replacePlainFacts(client, kmsGrants, { key_arn: arn }, grants)
  if (told.only === null) changed += await forgetGrants(client, accountId, region, [...keys.keys(), ...told.except])
  await recordKeyReads(client, accountId, region, reads, told)
  return changed + (await replaceKeyAccess(client, accountId, region))
}

/** Names, and the keys that those which are aliases mean. */
function withKeysOf({ only, except }: Extent, keyOf: (name: string) => string): Extent {
  const both = (names: readonly string[]): string[] => [...new Set(names.flatMap(name => [name, keyOf(name)]))]
  return { only: only && both(only), except: both(except) }
}

type Known = { keys: Map<string, KmsKey>; aliases: Map<string, string> }

async function readKnown(client: ClientBase, accountId: string, region: string): Promise<Known> {
  const keys = await client.query<KmsKey>(
    `select arn, account_id as "accountId", region, manager, state, multi_region as "multiRegion", policy
     from amigraph.kms_keys where account_id = $1 and region = $2`,
    [accountId, region],
  )
  const aliases = await client.query<KmsKeyAlias>(
    `select alias_arn as "aliasArn", arn from amigraph.kms_key_aliases where account_id = $1 and region = $2`,
    [accountId, region],
  )
  return {
    keys: new Map(keys.rows.map(key => [key.arn, key])),
    aliases: new Map(aliases.rows.map(({ aliasArn, arn }) => [aliasArn, arn])),
  }
}

/** Of keys that encrypt nothing shared any more. */
async function forgetGrants(
  client: ClientBase,
  accountId: string,
  region: string,
  keyArns: readonly string[],
): Promise<number> {
  const { rowCount } = await client.query(
    `delete from amigraph.kms_grants where account_id = $1 and region = $2 and key_arn <> all ($3::text[])`,
    [accountId, region, keyArns],
  )
  return rowCount ?? 0
}
