import { sql } from 'kysely'
import type { LaunchFacts, LaunchQuestion } from '../../domain/launch-check/launch-facts.ts'
import { grants } from '../access/grants.ts'
import { isMember } from '../accounts/named-accounts.ts'
import { trust } from '../images/trust.ts'
import { listReadAt } from '../launch-permissions/launch-permissions-read.ts'
import type { Read, Sql } from '../statement.ts'

/**
 * What decides each launch (R1 to R9, R13), in the questions' order, by one statement. Costs grow with the questions, and
 * with the volumes and product codes of their images. Of an image that is not in the asked Region the row of another one.
 */
export const readLaunchFacts = async (read: Read, questions: readonly LaunchQuestion[]): Promise<LaunchFacts[]> => {
  const rows = await read<Row>(launchFactsStatement(questions))
  return rows.map(({ ordinal, image, account, type }) => {
    const question = questions[Number(ordinal) - 1]
    if (question === undefined) throw new Error('Facts came for a launch that was not asked for')
    return { ...question, image: image && withDates(image), account: withDates(account), type: type && withDates(type) }
  })
}

type Row = { ordinal: string } & Record<'account', Json<LaunchFacts['account']>> & {
    image: Json<NonNullable<LaunchFacts['image']>> | null
    type: Json<NonNullable<LaunchFacts['type']>> | null
  }

/** As JSON has it: times are texts. */
type Json<Facts> = { readonly [Name in keyof Facts]: Date extends Facts[Name] ? string | null : Facts[Name] }

const times = ['creationDate', 'deprecationTime', 'observedAt', 'listReadAt', 'readAt']
const isTime = (name: string) => times.includes(name) || name.endsWith('ReadAt') || name.endsWith('CreationTime')

const withDates = <Facts>(json: Json<Facts>): Facts =>
  Object.fromEntries(Object.entries(json).map(([name, value]) => [name, withDate(name, value)])) as Facts

const withDate = (name: string, value: unknown): unknown => {
  if (name === 'watermarks' && Array.isArray(value)) return value.map(withDates)
  return isTime(name) && value !== null ? new Date(String(value)) : value
}

/** The statement of `readLaunchFacts`. */
export const launchFactsStatement = (questions: readonly LaunchQuestion[]): Sql => sql`
  select asked.ordinal, ${imageFacts} as image, ${accountFacts} as account, ${typeFacts} as type
  from unnest(
    ${questions.map(({ imageId }) => imageId)}::text[], ${questions.map(({ accountId }) => accountId)}::text[],
    ${questions.map(({ region }) => region)}::text[], ${questions.map(({ instanceType }) => instanceType)}::text[]
  ) with ordinality as asked (image_id, account_id, region, instance_type, ordinal)
  left join lateral (
    select i.* from amigraph.images i where i.image_id = asked.image_id
    order by i.region <> asked.region, i.region limit 1
  ) image on true
  left join amigraph.accounts member on member.account_id = asked.account_id
  cross join lateral (
    select asked.account_id, member.organization_id, coalesce(member.ancestor_ids, '{}') as ancestor_ids
  ) account
  order by asked.ordinal`

const readAt = (kind: string, account: Sql | null, region: Sql): Sql => sql`(
  select max(c.last_success_at) from amigraph.coverage c
  where c.kind = ${sql.lit(kind)} and c.region = ${region}${account ? sql` and c.account_id = ${account}` : sql``})`

const imageFacts = sql`case when image.image_id is not null then json_build_object(
  'region', image.region, 'ownerAccountId', image.owner_account_id, 'ownerAlias', image.owner_alias,
  'name', image.name, 'state', image.state, 'creationDate', image.creation_date,
  'deprecationTime', image.deprecation_time, 'isPublic', image.is_public, 'architecture', image.architecture,
  'bootMode', image.boot_mode, 'tpmSupport', image.tpm_support, 'virtualizationType', image.virtualization_type,
  'rootDeviceType', image.root_device_type, 'enaSupport', image.ena_support, 'trust', ${trust('image')},
  'productCodes', case when image.evidence <> 'INSTANCE' then array(
    select code.product_code from amigraph.image_product_codes code
    where code.region = image.region and code.image_id = image.image_id order by code.product_code) end,
  'watermarks', case when image.watermark_count is not null then coalesce((
    select json_agg(json_build_object('watermarkKey', mark.watermark_key,
      'sourceImageRegion', mark.source_image_region, 'sourceImageCreationTime', mark.source_image_creation_time,
      'watermarkCreationTime', mark.watermark_creation_time))
    from amigraph.image_watermarks mark
    where mark.region = image.region and mark.image_id = image.image_id), '[]') end,
  'supportedInstanceTypes', image.supported_instance_types,
  'unsupportedInstanceTypes', image.unsupported_instance_types,
  'observedAt', ${readAt('IMAGES_OWNED', sql`image.evidence_account_id`, sql`image.region`)},
  'grants', coalesce(${grants('image', 'account')}, '[]'),
  'listReadAt', ${listReadAt('image')},
  'storage', case when image.evidence <> 'INSTANCE' then coalesce((
    select json_agg(json_build_object(
      'snapshotId', storage.snapshot_id, 'encrypted', storage.encrypted, 'keyArn', storage.key,
      'keyManager', amigraph.key_manager(storage.key),
      'access', case when storage.encrypted then amigraph.key_access(storage.key, asked.account_id) else 'UNKNOWN' end
    ) order by storage.ordinal)
    from (
      select v.ordinal, v.snapshot_id, v.encrypted,
        case when v.encrypted then amigraph.key_of(v.key_reference, v.region, v.key_account_id) end as key
      from amigraph.image_storage v where v.region = image.region and v.image_id = image.image_id
    ) storage), '[]') end) end`

const accountFacts = sql`json_build_object(
  'state', member.state,
  'isMember', ${isMember(sql`asked.account_id`)},
  'organizationReadAt', (select max(c.last_success_at) from amigraph.coverage c where c.kind = 'ORGANIZATION'),
  'isRegionEnabled', exists (
    select from amigraph.account_regions r where r.account_id = asked.account_id and r.region = asked.region),
  'regionsReadAt', ${readAt('REGIONS', sql`asked.account_id`, sql`'global'`)},
  'viewReadAt', (
    select c.last_success_at from amigraph.coverage c
    join amigraph.allowed_images_settings s on s.account_id = c.account_id and s.region = c.region
    where c.account_id = asked.account_id and c.region = asked.region and c.kind = 'IMAGES_SHARED'
      and s.state <> 'ENABLED'),
  'allowedImages', (
    select json_build_object('state', s.state, 'criteria', s.criteria) from amigraph.allowed_images_settings s
    where s.account_id = asked.account_id and s.region = asked.region),
  'allowedImagesReadAt', ${readAt('ALLOWED_IMAGES', sql`asked.account_id`, sql`asked.region`)})`

const typeFacts = sql`case when asked.instance_type is not null then json_build_object(
  'offered', (
    select json_build_object('architectures', t.supported_architectures, 'bootModes', t.supported_boot_modes,
      'virtualizationTypes', t.supported_virtualization_types, 'rootDeviceTypes', t.supported_root_device_types,
      'nitroTpmSupport', t.nitro_tpm_support, 'enaSupport', t.ena_support)
    from amigraph.instance_types t where t.region = asked.region and t.instance_type = asked.instance_type),
  'readAt', ${readAt('INSTANCE_TYPES', null, sql`asked.region`)}) end`
