import { type Concept, column, table, textKey } from '../concept.ts'
import { observedAt } from '../coverage/observed-at.ts'
import { relate } from '../relation.ts'

/** Windows images that accounts keep pre-provisioned snapshots of. */
export const fastLaunchImage: Concept = {
  name: 'FastLaunch',
  from: table('amigraph.fast_launch_images'),
  fields: {
    accountId: column('account_id'),
    state: column('state'),
    stateTransitionReason: column('state_transition_reason'),
    stateTransitionTime: column('state_transition_time'),
    targetResourceCount: column('target_resource_count'),
    maxParallelLaunches: column('max_parallel_launches'),
    launchTemplateId: column('launch_template_id'),
    launchTemplateName: column('launch_template_name'),
    launchTemplateVersion: column('launch_template_version'),
    observedAt: observedAt('FAST_LAUNCH'),
  },
  always: ['accountId'],
  filters: {},
  orders: { ACCOUNT: [textKey('account_id')] },
  defaultOrder: { field: 'ACCOUNT', direction: 'ASC' },
}

/** What every row of fast launch has. */
export type FastLaunchRow = { readonly accountId: string }

/** Fast launch of an image, by the accounts that have it on. */
export const fastLaunchOfImage = relate('fast launch of image', fastLaunchImage, {
  region: 'region',
  image_id: 'imageId',
})
