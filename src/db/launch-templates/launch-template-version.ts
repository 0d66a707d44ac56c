import { type AskedRow, type Concept, column, type OrderKey, table, textKey } from '../concept.ts'
import { observedAt } from '../coverage/observed-at.ts'
import { flag, oneOf, oneOfOrUnset, text } from '../filter.ts'
import { relate } from '../relation.ts'

const unique: OrderKey[] = [
  textKey('account_id'),
  textKey('region'),
  textKey('launch_template_id'),
  { type: 'integer', value: column('version_number') },
]

/** The latest and the default versions of launch templates. */
export const launchTemplateVersion: Concept = {
  name: 'LaunchTemplateVersion',
  from: table('amigraph.launch_template_versions'),
  fields: {
    accountId: column('account_id'),
    region: column('region'),
    launchTemplateId: column('launch_template_id'),
    launchTemplateName: column('launch_template_name'),
    versionNumber: column('version_number'),
    description: column('description'),
    isDefault: column('is_default'),
    isLatest: column('is_latest'),
    imageId: column('image_id'),
    imageParameter: column('image_parameter'),
    instanceType: column('instance_type'),
    createTime: column('create_time'),
    createdBy: column('created_by'),
    observedAt: observedAt('LAUNCH_TEMPLATES'),
  },
  always: ['accountId', 'region', 'imageId'],
  filters: {
    account: oneOf(column('account_id')),
    region: oneOf(column('region')),
    launchTemplateId: oneOf(column('launch_template_id')),
    launchTemplateName: text(column('launch_template_name')),
    imageId: oneOfOrUnset(column('image_id')),
    instanceType: text(column('instance_type')),
    isDefault: flag(column('is_default')),
    isLatest: flag(column('is_latest')),
  },
  orders: { LAUNCH_TEMPLATE: unique },
  defaultOrder: { field: 'LAUNCH_TEMPLATE', direction: 'ASC' },
}

/** What every row of a version has. */
export type LaunchTemplateVersionRow = AskedRow & {
  readonly accountId: string
  readonly region: string
  readonly imageId: string | null
}

/** The versions that launch an image. */
export const launchTemplateVersionsOfImage = relate('launch template versions of image', launchTemplateVersion, {
  region: 'region',
  image_id: 'imageId',
})
