import {
  addAccount,
  attachWatermark,
  deprecate,
  deregister,
  detachWatermark,
  disable,
  enable,
  launch,
  moveAccount,
  registerImage,
  share,
  tag,
  terminate,
  unshare,
  untag,
} from '../../src/sandbox/world/changes.ts'
import type { Random } from '../../src/sandbox/world/random.ts'
import type { World, WorldAccount, WorldImage, WorldInstance } from '../../src/sandbox/world/world.ts'

/** Changes something of a world that a sync can notice: one of all that happens to images, instances and accounts. */
export const changeSomething = (world: World, random: Random): void => {
  random.pick(kinds)(world, random)
}

const readable = (world: World): WorldAccount[] =>
  [...world.accounts.values()].filter(account => account.state === 'ACTIVE' && account.roles.has('amigraph-reader'))

const ownImages = (world: World): WorldImage[] => {
  const owners = new Set(readable(world).map(account => account.accountId))
  return [...world.regions.values()].flatMap(region =>
    [...region.images.values()].filter(
      image => owners.has(image.ownerId) && world.accounts.get(image.ownerId)?.enabledRegions.has(image.region),
    ),
  )
}

const runningInstances = (world: World): WorldInstance[] =>
  [...world.regions.values()].flatMap(region =>
    readable(world).flatMap(account =>
      [...(region.instances.get(account.accountId)?.after() ?? [])].filter(instance => instance.state === 'running'),
    ),
  )

type Change = (world: World, random: Random) => void

/** Does nothing where the world has none of what is to be changed. */
const toOne =
  <Item>(among: (world: World) => Item[], change: (world: World, item: Item, random: Random) => void): Change =>
  (world, random) => {
    const items = among(world)
    if (items.length > 0) change(world, random.pick(items), random)
  }

const available = (world: World) => ownImages(world).filter(image => image.facts.State === 'available')
const shared = (world: World) => ownImages(world).filter(image => image.launchPermissions.length > 0)

const marked = (world: World) => ownImages(world).filter(image => (image.facts.ImageWatermarks ?? []).length > 0)

const kinds: readonly Change[] = [
  toOne(readable, (world, account, random) => {
    const region = [...account.enabledRegions][0] ?? ''
    const facts = { Name: `made ${random.below(1_000_000)}`, Architecture: 'x86_64' as const }
    registerImage(world, { region, ownerId: account.accountId, facts, tags: [{ Key: 'made', Value: 'now' }] })
  }),
  toOne(available, deregister),
  toOne(available, (world, image, random) => {
    const { arn, units } = world.organization
    const unit = [...units.values()][0]
    const permission = random.pick([
      { UserId: String(100_000_000_000 + random.below(1_000_000)) },
      { OrganizationArn: arn },
      ...(unit ? [{ OrganizationalUnitArn: unit.arn }] : []),
    ])
    share(world, image, [permission])
  }),
  toOne(available, (world, image) => share(world, image, [{ Group: 'all' }])),
  toOne(shared, (world, image, random) => unshare(world, image, [random.pick(image.launchPermissions)])),
  toOne(available, (world, image, random) =>
    tag(world, tagged(image), [{ Key: random.pick(['stage', 'team']), Value: String(random.below(1_000)) }]),
  ),
  toOne(available, (world, image) => untag(world, tagged(image))),
  toOne(available, (world, image, random) => {
    const inDays = random.pick([-30, 30, 400])
    deprecate(world, image, random.chance(0.2) ? null : new Date(world.now().getTime() + inDays * 86_400_000))
  }),
  toOne(available, (world, image, random) =>
    attachWatermark(world, image, `${image.ownerId}:${random.pick(['approved', 'tested', 'base'])}`),
  ),
  toOne(marked, (world, image, random) =>
    detachWatermark(world, image, random.pick(image.facts.ImageWatermarks ?? []).WatermarkKey ?? ''),
  ),
  toOne(available, disable),
  toOne(world => ownImages(world).filter(image => image.facts.State === 'disabled'), enable),
  toOne(available, (world, image) => launch(world, image, { accountId: image.ownerId, instanceType: 'm5.large' })),
  toOne(runningInstances, (world, instance) => terminate(world, instance)),
  toOne(readable, (world, account, random) => {
    const { units, root } = world.organization
    moveAccount(world, account.accountId, random.pick([root.id, ...units.keys()]))
  }),
  toOne(readable, (world, { roles, enabledRegions, parentId }, random) => {
    const name = `joined-${random.below(1_000_000)}`
    addAccount(world, { name, email: `${name}@example.com`, roles, enabledRegions, parentId })
  }),
]

const tagged = ({ region, imageId, ownerId }: WorldImage) => ({ region, resourceId: imageId, accountId: ownerId })
