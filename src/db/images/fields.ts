import { sql } from 'kysely'
import { column, type Fields, nodeId } from '../concept.ts'
import { onlyFor, seesAccount } from '../sees-account.ts'
import { watermarksAreKnown } from './counters.ts'
import { deprecated } from './deprecated.ts'
import { lastLaunchedTime } from './last-launched-time.ts'
import { imageObservedAt } from './observed-at.ts'
import { platform } from './platform.ts'
import { publicDeprecationTime } from './public-deprecation-time.ts'
import { trust, trustReason } from './trust.ts'
import { visibility } from './visibility.ts'

/** Image: API field → SQL over a row of amigraph.images. */
export const imageFields: Fields = {
  id: nodeId('Image', 'region', 'image_id'),
  region: column('region'),
  imageId: column('image_id'),
  ownerAccountId: column('owner_account_id'),
  ownerAlias: column('owner_alias'),
  name: column('name'),
  description: column('description'),
  trust,
  trustReason,
  state: column('state'),
  stateReason: column('state_reason'),
  visibility,
  imageType: column('image_type'),
  architecture: column('architecture'),
  platform,
  platformDetails: column('platform_details'),
  usageOperation: column('usage_operation'),
  bootMode: column('boot_mode'),
  tpmSupport: column('tpm_support'),
  imdsSupport: column('imds_support'),
  virtualizationType: column('virtualization_type'),
  hypervisor: column('hypervisor'),
  enaSupport: column('ena_support'),
  sriovNetSupport: column('sriov_net_support'),
  rootDeviceType: column('root_device_type'),
  rootDeviceName: column('root_device_name'),
  imageLocation: column('image_location'),
  kernelId: column('kernel_id'),
  ramdiskId: column('ramdisk_id'),
  creationDate: column('creation_date'),
  deprecationTime: column('deprecation_time'),
  deprecated,
  publicDeprecationTime,
  lastLaunchedTime,
  deregistrationProtection: onlyFor('owner_account_id', column('deregistration_protection')),
  sourceImageId: column('source_image_id'),
  sourceImageRegion: column('source_image_region'),
  sourceInstanceId: onlyFor('owner_account_id', column('source_instance_id')),
  supportedInstanceTypes: column('supported_instance_types'),
  unsupportedInstanceTypes: column('unsupported_instance_types'),
  // Not a field of the API: without it there is no list.
  watermarksAreKnown,
  instanceCount: t => sql`(
    select count(*)::integer from amigraph.instances n
    where n.region = ${column('region')(t)} and n.image_id = ${column('image_id')(t)} and n.state <> 'TERMINATED')`,
  evidence: column('evidence'),
  // Another account than the owner or the viewer's own would be one more that the image is shared with, or that runs it.
  evidenceAccountId: t => sql`case
    when ${column('evidence_account_id')(t)} = ${column('owner_account_id')(t)} or ${seesAccount(column('evidence_account_id')(t))}
    then ${column('evidence_account_id')(t)} end`,
  observedAt: imageObservedAt,
  firstSeenAt: column('first_seen_at'),
}
