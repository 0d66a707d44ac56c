import type { ClientBase } from 'pg'
import { countedBills, instanceImagesOf, momentOf } from './instance-images-of-lines.ts'

/**
 * The first image that each of these snapshots backs (snapshot_id); several images can share one. Costs grow with the
 * number of block devices.
 */
export const imagesOfSnapshots = (snapshots: string): string => `
  select distinct on (used.snapshot_id) used.snapshot_id, d.region, d.image_id
  from ${snapshots} used
  join amigraph.image_block_devices d using (snapshot_id)
  join amigraph.images i using (region, image_id)
  order by used.snapshot_id, i.creation_date, d.image_id`

/** What decides how costs of these images (region, image_id) are attributed, as far as it is known now. */
export const factsOfImages = (images: string): string => `
  select named.region, named.image_id, coalesce(i.owner_account_id, told.owner_account_id) as owner_account_id,
    i.usage_operation, array(
      select p.product_code from amigraph.image_product_codes p
      where p.region = named.region and p.image_id = named.image_id
      order by p.product_code) as product_codes
  from ${images} named
  left join amigraph.images i using (region, image_id)
  left join lateral (
    select min(m.owner_account_id) as owner_account_id from amigraph.instance_image_metadata m
    where i.owner_account_id is null and m.region = named.region and m.image_id = named.image_id
  ) told on true`

/**
 * Finds the image of each instance and snapshot that a month's bills name, and keeps what is known of it beside what was:
 * in `attributed_images` and `attributed_snapshots`; of instances in the temporary tables `instances_of_month` and
 * `codes_of_month`, beside `snapshots_of_month`. Costs grow with the number of sums. `first`: the first day of the month.
 */
export async function findImagesOfLines(client: ClientBase, first: string): Promise<void> {
  await client.query(findInstances, [first])
  await makeQuick(client, 'instances_of_month')
  await client.query(findSnapshots, [first])
  await client.query('analyze snapshots_of_month')
  for (const statement of [keepSnapshots, forgetSnapshots, keepImages, forgetImages, findCodes])
    await client.query(statement, [first])
  await makeQuick(client, 'codes_of_month')
}

/**
 * The lines have just been written: PostgreSQL may plan for a few of them, and look something up here for each of
 * millions.
 */
const makeQuick = async (client: ClientBase, table: string) => {
  await client.query(`create index on ${table} (instance_id, account_id, moment)`)
  await client.query(`analyze ${table}`)
}

const resources = (kind: string) => `
  from amigraph.bill_lines l join (${countedBills}) counted using (export, payer_account_id)
  where l.month = $1 and l.resource_id like '${kind}-%'`

const findInstances = `
create temporary table instances_of_month on commit drop as
with line as (
  select distinct l.account_id, l.resource_id, ${momentOf('l.usage_hour')} as moment ${resources('i')}
)
${instanceImagesOf('line')}`

const findSnapshots = `
create temporary table snapshots_of_month on commit drop as
select distinct l.resource_id as snapshot_id ${resources('snap')}`

const keepSnapshots = `
insert into amigraph.attributed_snapshots as kept (month, snapshot_id, region, image_id)
select $1::date, snapshot_id, region, image_id from (${imagesOfSnapshots('snapshots_of_month')}) known
on conflict (month, snapshot_id) do update set region = excluded.region, image_id = excluded.image_id
where (kept.region, kept.image_id) <> (excluded.region, excluded.image_id)`

const forgetSnapshots = `
delete from amigraph.attributed_snapshots kept
where month = $1 and not exists (select from snapshots_of_month used where used.snapshot_id = kept.snapshot_id)`

const images = `(
  select region, image_id from instances_of_month
  union
  select region, image_id from amigraph.attributed_snapshots where month = $1)`

const keepImages = `
insert into amigraph.attributed_images as kept (month, region, image_id, owner_account_id, usage_operation, product_codes)
select $1::date, region, image_id, owner_account_id, usage_operation, product_codes from (${factsOfImages(images)}) known
on conflict (month, region, image_id) do update set
  owner_account_id = coalesce(excluded.owner_account_id, kept.owner_account_id),
  usage_operation = coalesce(excluded.usage_operation, kept.usage_operation),
  product_codes = array(select distinct unnest(kept.product_codes || excluded.product_codes) order by 1)`

const forgetImages = `
delete from amigraph.attributed_images kept
where month = $1 and not exists (select from ${images} used where (used.region, used.image_id) = (kept.region, kept.image_id))`

/** (R14) Those that the instance carries, and those of its image. */
const findCodes = `
create temporary table codes_of_month on commit drop as
select carried.account_id, carried.instance_id, carried.moment, array_agg(distinct carried.product_code) as codes
from (
  select i.account_id, i.instance_id, i.moment, p.product_code
  from instances_of_month i join amigraph.instance_products p using (account_id, instance_id)
  union all
  select i.account_id, i.instance_id, i.moment, unnest(image.product_codes)
  from instances_of_month i join amigraph.attributed_images image using (region, image_id)
  where image.month = $1
) carried
group by carried.account_id, carried.instance_id, carried.moment`
