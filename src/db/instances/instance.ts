import { type AskedRow, type Concept, table } from '../concept.ts'
import { relate } from '../relation.ts'
import { instanceFields } from './fields.ts'
import { instanceFilters } from './filters.ts'
import { instanceOrders } from './orders.ts'

/** EC2 instances of member accounts. */
export const instance: Concept = {
  name: 'Instance',
  from: table('amigraph.instances'),
  fields: instanceFields,
  always: ['accountId', 'region', 'instanceId', 'imageId'],
  filters: instanceFilters,
  orders: instanceOrders,
  defaultOrder: { field: 'LAUNCH_TIME', direction: 'DESC' },
}

/** What every row of an instance has. */
export type InstanceRow = AskedRow & {
  readonly accountId: string
  readonly region: string
  readonly instanceId: string
  readonly imageId: string
}

/** One instance. */
export const instanceByKey = relate('instance', instance, {
  account_id: 'accountId',
  region: 'region',
  instance_id: 'instanceId',
})

/** The instances of that ID, in whatever account and Region. */
export const instancesById = relate('instances by ID', instance, { instance_id: 'instanceId' })
