import { sql } from 'kysely'
import { column, type Field, type Fields, nodeId } from '../concept.ts'
import { platform } from '../images/platform.ts'
import { trust, trustReason } from '../images/trust.ts'

/** What is told of the image behind an instance; null where nothing is. */
const ofImage =
  (field: Field): Field =>
  t =>
    sql`(
    select ${field('behind')} from amigraph.images as behind
    where behind.region = ${column('region')(t)} and behind.image_id = ${column('image_id')(t)})`

/** Instance: API field → SQL over a row of amigraph.instances. */
export const instanceFields: Fields = {
  id: nodeId('Instance', 'account_id', 'region', 'instance_id'),
  accountId: column('account_id'),
  region: column('region'),
  instanceId: column('instance_id'),
  imageId: column('image_id'),
  state: column('state'),
  instanceType: column('instance_type'),
  architecture: column('architecture'),
  bootMode: column('boot_mode'),
  currentBootMode: column('current_boot_mode'),
  platform,
  platformDetails: column('platform_details'),
  usageOperation: column('usage_operation'),
  lifecycle: column('lifecycle'),
  availabilityZone: column('availability_zone'),
  launchTime: column('launch_time'),
  imageAllowed: t => sql`(
    select m.image_allowed from amigraph.instance_image_metadata m
    where m.account_id = ${column('account_id')(t)} and m.region = ${column('region')(t)}
      and m.image_id = ${column('image_id')(t)})`,
  trust: ofImage(trust),
  trustReason: t => sql`coalesce(${ofImage(trustReason)(t)}, 'Nothing is known of the image')`,
  tags: column('tags'),
  observedAt: t => sql`(
    select c.last_success_at from amigraph.coverage c
    where c.account_id = ${column('account_id')(t)} and c.region = ${column('region')(t)} and c.kind = 'INSTANCES')`,
}
