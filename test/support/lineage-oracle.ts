import type { LineageDirection } from '../../src/domain/lineage.ts'
import type { Random } from '../../src/sandbox/world/random.ts'

/** The rows that tell of lineages, as they are in the tables. */
export type LineageRows = {
  images: {
    region: string
    id: string
    owner: string
    evidence: 'OWNER' | 'CONSUMER'
    source: Key | null
    instance: string | null
  }[]
  instances: { account: string; region: string; id: string; image: string }[]
  /** Of each image the chain that GetImageAncestry told, nearest first */
  ancestries: { of: Key; owner: string; chain: Key[] }[]
  builds: { arn: string; region: string; parent: string | null; outputs: Key[] }[]
}

export type Key = { region: string | null; id: string }

const name = ({ region, id }: Key) => `${region} ${id}`

type Told = {
  parent: Key
  child: Key
  /** More than one where a chain goes over it in a single step */
  generations: number
  /** What the newer one is told to be made from, and the older one to have become */
  nearest: { ofParent: Key; ofChild: Key }
  kind: string
  relationship: string | null
}

const direct = (child: Key, parent: Key, kind: string, relationship: string | null): Told => ({
  parent,
  child,
  generations: 1,
  nearest: { ofParent: child, ofChild: parent },
  kind,
  relationship,
})

/** Everything that the rows tell, by brute force. */
const everythingTold = (rows: LineageRows): Told[] => [
  ...rows.images.flatMap(image => toldByRow(image, rows.instances)),
  ...rows.ancestries.flatMap(toldByAncestry),
  ...rows.builds.flatMap(build => toldByBuild(build, rows)),
]

const toldByRow = (image: LineageRows['images'][number], instances: LineageRows['instances']): Told[] => [
  ...(image.source ? [direct(image, image.source, 'SOURCE_IMAGE', relationshipOf(image, image.source))] : []),
  ...instances
    .filter(({ id, region }) => id === image.instance && region === image.region)
    .map(ran => direct(image, { region: ran.region, id: ran.image }, 'SOURCE_INSTANCE', 'DERIVED')),
]

const relationshipOf = (image: LineageRows['images'][number], source: Key) => {
  if (source.region !== null && source.region !== image.region) return 'COPY'
  if (image.evidence !== 'OWNER') return null
  return image.instance ? 'DERIVED' : 'COPY'
}

const toldByAncestry = ({ of, chain }: LineageRows['ancestries'][number]): Told[] => {
  const all = [of, ...chain]
  return all.flatMap((child, younger) =>
    all.slice(younger + 1).map((parent, between) => ({
      child,
      parent,
      generations: between + 1,
      nearest: { ofParent: all[younger + between] as Key, ofChild: all[younger + 1] as Key },
      kind: 'ANCESTRY',
      relationship: null,
    })),
  )
}

const toldByBuild = ({ outputs, parent, region }: LineageRows['builds'][number], rows: LineageRows): Told[] => {
  const made = new Set(outputs.map(name))
  const isCopyWithin = (output: Key) => {
    const source = rows.images.find(image => name(image) === name(output))?.source
    return source !== undefined && source !== null && made.has(name(source))
  }
  const parents = parent?.startsWith('ami-')
    ? [{ region, id: parent }]
    : rows.builds.filter(({ arn }) => arn === parent).flatMap(base => base.outputs.filter(o => o.region === region))
  return outputs
    .filter(output => !isCopyWithin(output))
    .flatMap(output => parents.map(base => direct(output, base, 'IMAGE_BUILDER', 'DERIVED')))
}

/** What is expected of one image of a lineage. */
export type Relative = {
  generation: number
  region: string | null
  imageId: string
  links: string[]
  end: string | null
}

/** The lineage of an image, by relaxing every link until nothing gets nearer. */
export const expectedLineage = (
  rows: LineageRows,
  start: Key,
  direction: LineageDirection,
  depth: number,
): Relative[] => {
  const up = direction === 'ANCESTORS'
  const steps = everythingTold(rows)
    .map(told => ({
      ...told,
      from: up ? told.child : told.parent,
      to: up ? told.parent : told.child,
      near: up ? told.nearest.ofParent : told.nearest.ofChild,
    }))
    // A Region that AWS doesn't say is no place to look further from.
    .filter(step => step.from.region !== null && name(step.to) !== name(step.near))
  const distance = new Map([[name(start), 0]])
  for (let changed = true; changed; ) {
    changed = false
    for (const { from, to, generations } of steps) {
      const reached = (distance.get(name(from)) ?? Number.POSITIVE_INFINITY) + generations
      if (reached <= depth && reached < (distance.get(name(to)) ?? Number.POSITIVE_INFINITY)) {
        distance.set(name(to), reached)
        changed = true
      }
    }
  }
  const relatives = new Map<string, Relative>()
  for (const { from, to, near, generations, kind, relationship } of steps) {
    const reached = (distance.get(name(from)) ?? Number.POSITIVE_INFINITY) + generations
    if (reached > depth || name(to) === name(start)) continue
    const generation = distance.get(name(to)) ?? 0
    const goesOn = steps.some(step => name(step.from) === name(to))
    const isHeld = rows.images.some(image => name(image) === name(to))
    const relative = relatives.get(name(to)) ?? {
      generation,
      region: to.region,
      imageId: to.id,
      links: [],
      end: goesOn ? (generation === depth ? 'DEPTH' : null) : isHeld ? 'NOTHING_FURTHER' : 'OUTSIDE_INVENTORY',
    }
    relative.links = [...new Set([...relative.links, `${kind} ${relationship} ${name(near)}`])].sort()
    relatives.set(name(to), relative)
  }
  const place = ({ generation, region, imageId }: Relative) =>
    `${String(generation).padStart(4, '0')} ${region ?? ''} ${imageId}`
  return [...relatives.values()].sort((a, b) => (place(a) < place(b) ? -1 : 1))
}

/** The copies of an image that its owner has, by joining sets until nothing grows. */
export const expectedCopies = ({ images }: LineageRows, start: Key): string[] => {
  const owner = images.find(image => name(image) === name(start))?.owner
  const copies = images.filter(
    image =>
      image.owner === owner &&
      image.source &&
      (image.source.region !== null && image.source.region !== image.region
        ? true
        : image.evidence === 'OWNER' && image.instance === null),
  )
  const set = new Set([name(start)])
  for (let size = 0; size < set.size; ) {
    size = set.size
    for (const { source, ...copy } of copies) {
      const ends = [name(copy), name(source as Key)]
      if (ends.some(end => set.has(end))) for (const end of ends) set.add(end)
    }
  }
  return images
    .filter(image => set.has(name(image)) && (image.owner === owner || name(image) === name(start)))
    .map(name)
    .sort()
}

const regions = ['eu-central-1', 'us-east-1']

/** Rows in which everything is likely: cycles, images that name themselves, chains that contradict the rows. */
export const randomLineageRows = (random: Random, accounts: readonly string[]): LineageRows => {
  const maybe = <Value>(probability: number, value: () => Value): Value | null =>
    random.chance(probability) ? value() : null
  const some = <Value>(count: number, make: (i: number) => Value) => Array.from({ length: count }, (_, i) => make(i))
  const ids = some(10, i => `ami-0000000${i}`)
  const key = (): Key & { region: string } => ({ region: random.pick(regions), id: random.pick(ids) })
  const anyKey = (): Key => (random.chance(0.1) ? { region: null, id: random.pick(ids) } : key())
  const instanceIds = some(4, i => `i-0000000${i}`)
  const images = regions.flatMap(region =>
    ids
      .filter(() => random.chance(0.6))
      .map(id => ({
        region,
        id,
        owner: random.pick(accounts),
        evidence: random.chance(0.8) ? ('OWNER' as const) : ('CONSUMER' as const),
        source: maybe(0.6, anyKey),
        instance: maybe(0.3, () => random.pick(instanceIds)),
      })),
  )
  const instances = some(random.below(5), () => ({
    account: random.pick(accounts),
    region: random.pick(regions),
    id: random.pick(instanceIds),
    image: random.pick(ids),
  }))
  const asked = images.filter(() => random.chance(0.3))
  const ancestries = asked.map(({ region, id, owner }) => ({
    of: { region, id },
    owner,
    chain: some(1 + random.below(3), anyKey),
  }))
  const arns = some(3, i => `arn:aws:imagebuilder:::image/n/1.0.${i}/1`)
  const builds = arns.map(arn => ({
    arn,
    region: random.pick(regions),
    parent: maybe(0.8, () => random.pick([random.pick(ids), random.pick(arns), 'ssm:/golden'])),
    outputs: distinct(some(random.below(3), key)),
  }))
  return { images, instances: distinctInstances(instances), ancestries, builds }
}

const distinct = <Value extends Key>(keys: Value[]) => [...new Map(keys.map(key => [name(key), key])).values()]
const distinctInstances = (rows: LineageRows['instances']) => [
  ...new Map(rows.map(row => [JSON.stringify(row), row])).values(),
]
