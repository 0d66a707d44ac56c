import type { GoldenFamily } from '../../src/domain/golden-family.ts'

type Image = {
  region: string
  image_id: string
  owner_account_id: string
  name: string | null
  state: string
  creation_date: Date | null
  source_image_id: string | null
  source_image_region: string | null
}
type Instance = { account_id: string; region: string; image_id: string; state: string }
type Of = { region: string; image_id: string }

/** The world as it was when a sync had read it (`expectedCache`), and a moment right after. */
export type Copy = {
  at: string
  cache: {
    images: Image[]
    instances: Instance[]
    accounts: { account_id: string; ancestor_ids: string[] }[]
    tags: (Of & { account_id: string; key: string; value: string })[]
    watermarks: (Of & { watermark_key: string })[]
    builds: { arn: string; created_at: Date; images: string[] }[]
  }
  /** Every image that any copy up to this one had, as it last was, with its watermarks */
  seen: Map<string, Image & { watermarks: string[] }>
  /** Accounts that nobody can read */
  unread: string[]
}

/** How many instances of a family there are; lines are "key current older other", by key. */
export type Expected = {
  onCurrent: number
  onOlder: number
  byAccount: string[]
  byUnit: string[]
  byRegion: string[]
}

type Member = Of & { release: string; created: number; state: string; isCopy: boolean }

const keyOf = ({ region, image_id }: Of) => `${region} ${image_id}`
const isRunning = ({ state }: Instance) => state !== 'TERMINATED'

/**
 * (R19) Adoption by brute force, from a copy alone: families by "ORIGIN name" that have an image. An image that its owner
 * lists no more is known as long as it has instances, without the tags that it had.
 */
export const adoptionOf = (copy: Copy, families: readonly GoldenFamily[]): Map<string, Expected> => {
  const images = knownImages(copy)
  const golden = new Map(
    [...configured(copy, images, families), ...built(copy, images)].filter(([, made]) => made.length > 0),
  )
  const members = new Map([...golden].map(([name, made]) => [name, withCopies(made, images)]))
  const anyGolden = new Set([...members.values()].flatMap(list => list.map(keyOf)))
  const running = copy.cache.instances.filter(isRunning)
  return new Map([...members].sort().map(([name, list]) => [name, adoption(copy, list, running, anyGolden)]))
}

const knownImages = ({ cache, seen }: Copy): Image[] => {
  const listed = new Set(cache.images.map(keyOf))
  const used = new Set(cache.instances.map(keyOf))
  const gone = [...seen.values()].filter(image => !listed.has(keyOf(image)) && used.has(keyOf(image)))
  return [...cache.images, ...gone.map(image => ({ ...image, state: 'DEREGISTERED' }))]
}

const configured = ({ cache, seen }: Copy, images: Image[], families: readonly GoldenFamily[]): [string, Member[]][] =>
  families.map(({ family, owner, name, tag, watermark }) => {
    const pattern = new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '.*')}$`)
    const listed = new Set(cache.images.map(keyOf))
    const found = images.filter(
      image =>
        image.owner_account_id === owner &&
        image.name !== null &&
        pattern.test(image.name) &&
        (tag === null ||
          (listed.has(keyOf(image)) &&
            cache.tags.some(
              each =>
                keyOf(each) === keyOf(image) &&
                each.account_id === owner &&
                each.key === tag.key &&
                (tag.value === null || tag.value === each.value),
            ))) &&
        (watermark === null || seen.get(keyOf(image))?.watermarks.includes(watermark)),
    )
    const created = (release: string | null) =>
      Math.min(...found.filter(image => image.name === release).map(image => image.creation_date?.getTime() ?? 0))
    return [
      `CONFIGURED ${family}`,
      found.map(image => ({ ...image, release: String(image.name), created: created(image.name), isCopy: false })),
    ]
  })

const built = ({ cache }: Copy, images: Image[]): [string, Member[]][] => {
  const found = new Map<string, Member[]>()
  for (const { arn, created_at, images: outputs } of cache.builds) {
    const name = `IMAGE_BUILDER ${arn.split(':image/')[1]?.split('/')[0]}`
    const made = images
      .filter(image => outputs.includes(keyOf(image)))
      .map(image => ({ ...image, release: arn, created: created_at.getTime(), isCopy: false }))
    found.set(name, [...(found.get(name) ?? []), ...made])
  }
  return [...found]
}

/** With all that was copied from them, by whomever, and from that. */
const withCopies = (made: Member[], images: Image[]): Member[] => {
  const members = new Map(made.map(member => [keyOf(member), member]))
  for (let before = -1; before !== members.size; ) {
    before = members.size
    for (const image of images) {
      const source = members.get(`${image.source_image_region} ${image.source_image_id}`)
      if (source !== undefined && !members.has(keyOf(image)))
        members.set(keyOf(image), { ...source, ...image, isCopy: true })
    }
  }
  return [...members.values()]
}

const adoption = (copy: Copy, members: Member[], running: Instance[], anyGolden: ReadonlySet<string>): Expected => {
  const current = members
    .filter(({ isCopy, state }) => !isCopy && state === 'AVAILABLE')
    .sort((a, b) => b.created - a.created || (a.release < b.release ? 1 : -1))[0]?.release
  const releases = new Map(members.map(member => [keyOf(member), member.release]))
  const count = (of: Instance[]) => {
    const on = of.map(instance => releases.get(keyOf(instance)))
    const onCurrent = on.filter(release => release !== undefined && release === current).length
    return {
      onCurrent,
      onOlder: on.filter(release => release !== undefined).length - onCurrent,
      notGolden: of.filter(instance => !anyGolden.has(keyOf(instance))).length,
    }
  }
  const apart = (keysOf: (instance: Instance) => string[]) => {
    const groups = new Map<string, Instance[]>()
    for (const instance of running)
      for (const key of keysOf(instance)) groups.set(key, [...(groups.get(key) ?? []), instance])
    return [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, of]) => [key, ...Object.values(count(of))].join(' '))
  }
  const units = new Map(copy.cache.accounts.map(account => [account.account_id, account.ancestor_ids]))
  const { onCurrent, onOlder } = count(running)
  return {
    onCurrent,
    onOlder,
    byAccount: apart(({ account_id }) => [account_id]),
    byUnit: apart(({ account_id }) => units.get(account_id) ?? []),
    byRegion: apart(({ region }) => [region]),
  }
}
