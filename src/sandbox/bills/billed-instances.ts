/** What ran in a world, as bills know it: also what came and went between two looks at it. */
import { createHash } from 'node:crypto'
import { digits } from '../world/identifiers.ts'
import { createRandom } from '../world/random.ts'
import type { World, WorldInstance } from '../world/world.ts'
import type { BillingMonth } from './billing-months.ts'
import { billedProducts, hourlyPrice } from './prices.ts'

export type BilledInstance = {
  readonly accountId: string
  readonly region: string
  readonly instanceId: string
  readonly instanceType: string
  /** As the bill has it, which is not always what the AMI says (R16) */
  readonly operation: string
  readonly productCode: string
  /** Dollars */
  readonly hourly: number
  readonly softwareHourly: number
  readonly purchase: 'ON_DEMAND' | 'SPOT' | 'SAVINGS_PLAN' | 'RESERVED'
  readonly launched: Date
  /** When it stopped or was terminated */
  readonly ended: Date
}

/** Every instance that ran during these months, until `now`. */
export const billedInstances = (world: World, months: readonly BillingMonth[], now: Date): BilledInstance[] => {
  const instances = [...world.regions.values()].flatMap(region =>
    [...region.instances.values()].flatMap(index => [...index.after()]),
  )
  const known = instances.map(instance =>
    billed(instance, instance.instanceId, instance.launchTime, end(instance, now)),
  )
  const brief = months.flatMap(month => briefInstances(world, instances, month, now))
  return [...known, ...brief, ...instancesOfDeparted(world, instances, months)]
}

const billed = (
  { accountId, region, instanceType, image, billing }: WorldInstance,
  instanceId: string,
  launched: Date,
  ended: Date,
): BilledInstance => {
  const spread = numberOf(instanceId)
  const own = billing?.usageOperation ?? image?.facts.UsageOperation ?? 'RunInstances'
  // The licence came with the image, and AWS charges for it all the same (R16)
  const operation = own === 'RunInstances:0800' && spread % 2 === 0 ? 'RunInstances:0002' : own
  const productCode = image?.facts.ProductCodes?.find(({ ProductCodeType }) => ProductCodeType === 'marketplace')
  return {
    accountId,
    region,
    instanceId,
    instanceType,
    operation,
    productCode: productCode?.ProductCodeId ?? '',
    hourly: hourlyPrice(instanceType, operation),
    softwareHourly: billedProducts[productCode?.ProductCodeId ?? '']?.hourly ?? 0,
    purchase: purchases[spread % purchases.length] ?? 'ON_DEMAND',
    launched,
    ended,
  }
}

const purchases = ['ON_DEMAND', 'SAVINGS_PLAN', 'ON_DEMAND', 'SPOT', 'ON_DEMAND', 'RESERVED', 'ON_DEMAND'] as const

const end = ({ terminatedAt, state, launchTime }: WorldInstance, now: Date): Date => {
  if (terminatedAt) return terminatedAt
  // Nothing tells when it was stopped
  return state === 'stopped' ? new Date(launchTime.getTime() + 0.8 * (now.getTime() - launchTime.getTime())) : now
}

const minute = 60_000

/** Launched by a pipeline for some minutes: nobody who looks every few hours ever sees them (R17). */
const briefInstances = (
  world: World,
  instances: readonly WorldInstance[],
  { name, start, end: until }: BillingMonth,
  now: Date,
): BilledInstance[] =>
  instances
    .filter(({ instanceId }) => numberOf(instanceId) % 9 === 0)
    .flatMap(instance => {
      const instanceId = `i-0${digest(`${world.seed} brief ${name} ${instance.instanceId}`).slice(0, 16)}`
      const spread = numberOf(instanceId)
      const launched = new Date(start.getTime() + (spread % (27 * 24 * 60)) * minute)
      const ended = new Date(launched.getTime() + (3 + (spread % 17)) * minute)
      return ended < now && ended < until
        ? [{ ...billed(instance, instanceId, launched, ended), purchase: 'ON_DEMAND' as const }]
        : []
    })

/** One account has left the organization: only the bills of the months before still tell of it. */
const instancesOfDeparted = (
  world: World,
  instances: readonly WorldInstance[],
  [first, second]: readonly BillingMonth[],
): BilledInstance[] => {
  if (first === undefined || second === undefined) return []
  const accountId = departedAccountId(world)
  const left = new Date(second.start.getTime() + 9 * 24 * 60 * minute)
  return instances.slice(0, 40).flatMap((like, index) => {
    if (index % 8 !== 0) return []
    const instanceId = `i-0${digest(`${world.seed} departed ${like.instanceId}`).slice(0, 16)}`
    return [{ ...billed(like, instanceId, new Date(first.start.getTime() - minute), left), accountId }]
  })
}

/** Of no member that there is. */
export const departedAccountId = ({ seed = 0, accounts }: World): string => {
  const random = createRandom(seed ^ 0x2545f491)
  for (;;) {
    const accountId = digits(12, random)
    if (!accounts.has(accountId)) return accountId
  }
}

/** A number that an ID always has, to spread instances over kinds. */
export const numberOf = (id: string): number => Number.parseInt(digest(id).slice(0, 12), 16)

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
