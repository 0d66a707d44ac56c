import type { Queryable } from '../pool.ts'

/** What the parameters that launch templates of an account and Region name stood for when they were last resolved. */
export async function readResolvedParameters(
  client: Queryable,
  accountId: string,
  region: string,
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ parameter: string; image_id: string }>(
    `select distinct on (image_parameter) image_parameter as parameter, image_id
     from amigraph.launch_template_versions
     where account_id = $1 and region = $2 and image_parameter is not null and image_id is not null
     order by image_parameter, launch_template_id, version_number`,
    [accountId, region],
  )
  return new Map(rows.map(row => [row.parameter, row.image_id]))
}
