import type { Pool } from '../../../src/db/pool.ts'
import type { KnownValues } from './random-values.ts'

/** What occurs in a database, and a few values that don't. */
export const readKnownValues = async (pool: Pool): Promise<KnownValues> => {
  const column = async (statement: string): Promise<string[]> => {
    const { rows } = await pool.query<{ value: string }>(statement)
    return rows.map(({ value }) => value)
  }
  return {
    accounts: [
      ...(await column('select account_id as value from amigraph.accounts order by 1 limit 20')),
      ...(await column(
        'select distinct owner_account_id as value from amigraph.images where owner_account_id is not null order by 1 limit 20',
      )),
      '999999999999',
    ],
    regions: [
      ...(await column('select distinct region as value from amigraph.images order by 1 limit 5')),
      'eu-north-1',
    ],
    ids: [
      ...(await column('select distinct image_id as value from amigraph.images order by 1 limit 60')),
      ...(await column('select instance_id as value from amigraph.instances order by 1 limit 30')),
      ...(await column('select snapshot_id as value from amigraph.snapshots order by 1 limit 20')),
      ...(await column('select organizational_unit_id as value from amigraph.organizational_units order by 1')),
      ...(await column('select distinct product_code as value from amigraph.image_product_codes order by 1')),
      'ami-00000000',
    ],
    nodeIds: [
      ...(await column(
        `select 'Image:' || region || ':' || image_id as value from amigraph.images order by 1 limit 40`,
      )),
      ...(await column(`select 'Account:' || account_id as value from amigraph.accounts order by 1`)),
      ...(await column(
        `select 'Instance:' || account_id || ':' || region || ':' || instance_id as value from amigraph.instances order by 1 limit 20`,
      )),
      ...(await column(`select 'Organization:' || organization_id as value from amigraph.organizations`)),
      ...(await column(
        `select 'OrganizationalUnit:' || organizational_unit_id as value from amigraph.organizational_units order by 1`,
      )),
      ...(await column(
        `select distinct 'ProductCode:' || product_code as value from amigraph.image_product_codes order by 1`,
      )),
      ...(await column(
        `select 'Snapshot:' || region || ':' || snapshot_id as value from amigraph.snapshots order by 1 limit 20`,
      )),
      'Account:900000000009',
      'Image:eu-central-1:ami-00000000',
    ],
    texts: [
      ...(await column(
        'select distinct name as value from amigraph.images where name is not null order by 1 limit 40',
      )),
      ...(await column('select distinct path as value from amigraph.organizational_units order by 1')),
      ...(await column('select distinct key as value from amigraph.image_tags order by 1 limit 10')),
      ...(await column('select distinct value from amigraph.image_tags order by 1 limit 10')),
      'RunInstances',
      'RunInstances:0002',
      'Linux/UNIX',
      'm7i.large',
      '',
    ],
    moments: await column(
      `select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as value from (
         select distinct valid_to as at from amigraph.versions order by 1 limit 20) noted
       union all select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    ),
    times: [
      '2026-01-01T00:00:00.123Z',
      '2020-02-29T12:00:00+05:30',
      ...(await column(
        `select distinct to_char(creation_date at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as value
         from amigraph.images where creation_date is not null order by 1 limit 20`,
      )),
    ],
  }
}
