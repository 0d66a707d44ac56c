import type { DescribeInstancesRequest, DescribeInstancesResult, Instance, Reservation } from '@aws-sdk/client-ec2'
import type { Call } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { instancesOf, isListed } from '../../world/instance-store.ts'
import type { WorldInstance } from '../../world/world.ts'
import { compileFilters } from './filter.ts'
import { instanceFilters } from './instance-filters.ts'
import { instanceView } from './instance-view.ts'
import { ownedInstances } from './owned-instances.ts'
import { type PageRule, pageFrom, pageStart, refusePaging } from './page.ts'

const rule: PageRule = { operation: 'DescribeInstances', smallest: 5, largest: 1000, unlimited: true }

/**
 * The caller's instances, by reservation; terminated ones for an hour (R17). MaxResults counts instances, so a large
 * reservation can go over several pages.
 */
export const describeInstances: Call<DescribeInstancesRequest, DescribeInstancesResult> = (input, context) => {
  const matches = compileFilters<Instance>(input.Filters, instanceFilters, instance => instance.Tags ?? [])
  const isShown = (instance: WorldInstance) =>
    isListed(instance, context.now()) && (!input.Filters?.length || matches(instanceView(instance)))
  if (input.InstanceIds?.length) {
    refusePaging(input, 'instancesSet')
    return { Reservations: reservations(ownedInstances(input.InstanceIds, context).filter(isShown)) }
  }
  const { after, limit } = pageStart(rule, input)
  const own = instancesOf(regionOf(context.world, context.region), context.caller.accountId)
  const { items, NextToken } = pageFrom(rule, own.after(after), instance => instance.instanceId, isShown, limit)
  return { Reservations: reservations(items), NextToken }
}

const reservations = (instances: readonly WorldInstance[]): Reservation[] =>
  [...Map.groupBy(instances, instance => instance.reservationId)].map(([ReservationId, members]) => ({
    ReservationId,
    OwnerId: members[0]?.accountId,
    Groups: [],
    Instances: members.map(instanceView),
  }))
