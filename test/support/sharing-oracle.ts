import type { Random } from '../../src/sandbox/world/random.ts'
import type { Member, RawGrant, RawImage, RawOrganization } from './random-organization.ts'
import type { Found } from './told-sharing.ts'

// Sharing by brute force over the facts, image by image and account by account: written from the rules alone (R6, R9, R12,
// R13, R21), with none of the product's code, so that where both agree neither can have the other's mistake.

type Verdict = 'ALLOWED' | 'DENIED' | 'UNKNOWN'
type Shape = 'own' | 'account' | 'organization' | 'unit' | 'role' | 'unread' | 'deny'

export type RawKey = { arn: string; region: string; owner: string; shape: Shape; account: string; unit: string[] }
export type RawSharing = {
  keys: RawKey[]
  /** Keys by `region snapshot` */
  encrypted: Map<string, RawKey>
  /** Trusted providers by `account region`, where Allowed AMIs are enabled */
  allowed: Map<string, string[]>
}

const shapes: Shape[] = ['own', 'account', 'organization', 'unit', 'role', 'unread', 'deny']

/** What a random organization has besides: keys behind some of its snapshots, and settings of some of its accounts. */
export const randomSharing = (random: Random, raw: RawOrganization): RawSharing => {
  const keys: RawKey[] = []
  const encrypted = new Map<string, RawKey>()
  for (const { region, id, owner } of raw.snapshots) {
    if (random.chance(0.4)) continue
    const key = {
      arn: `arn:aws:kms:${region}:${owner}:key/${id}`,
      region,
      owner,
      shape: random.pick(shapes),
      account: random.pick(raw.members.filter(member => member.id !== owner)).id,
      unit: random.pick(raw.units).ancestors,
    }
    keys.push(key)
    encrypted.set(`${region} ${id}`, key)
  }
  const allowed = new Map<string, string[]>()
  for (const { id } of raw.members) {
    for (const region of [...new Set(raw.images.map(image => image.region))]) {
      if (random.chance(0.3))
        allowed.set(
          `${id} ${region}`,
          raw.members.map(one => one.id).filter(() => random.chance(0.5)),
        )
    }
  }
  return { keys, encrypted, allowed }
}

/** The policy of a key; null: nobody could read it. */
export const policyOf = ({ owner, shape, account, unit }: RawKey, organization: string): string | null => {
  const principal = (id: string, what = 'root') => ({ AWS: `arn:aws:iam::${id}:${what}` })
  const to = (who: unknown, more: object = {}) => ({
    Effect: 'Allow',
    Principal: who,
    Action: 'kms:*',
    Resource: '*',
    ...more,
  })
  const inOrganization = { Condition: { StringEquals: { 'aws:PrincipalOrgID': organization } } }
  const below = {
    Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${[organization, ...unit].join('/')}/*` } },
  }
  const own = to(principal(owner))
  switch (shape) {
    case 'unread':
      return null
    case 'own':
      return JSON.stringify({ Statement: [own] })
    case 'account':
      return JSON.stringify({ Statement: [own, to(principal(account))] })
    case 'role':
      return JSON.stringify({ Statement: [own, to(principal(account, 'role/deploy'))] })
    case 'organization':
      return JSON.stringify({ Statement: [own, to('*', inOrganization)] })
    case 'unit':
      return JSON.stringify({ Statement: [own, to('*', below)] })
    case 'deny':
      return JSON.stringify({
        Statement: [own, to('*', inOrganization), { ...to(principal(account)), Effect: 'Deny' }],
      })
  }
}

export const bruteForce = (raw: RawOrganization, sharing: RawSharing): Found => ({
  access: raw.images.flatMap(image => raw.members.flatMap(member => accessOf(raw, image, member))),
  exposures: [
    ...raw.grants.flatMap(grant => exposureOf(raw, grant)),
    ...raw.images.flatMap(image => publicBySight(raw, image)),
  ],
  problems: [
    ...raw.grants.flatMap(grant => lostGrantee(raw, grant)),
    ...raw.images.flatMap(image =>
      image.state === 'DISABLED' && grantsOf(raw, image).length > 0 ? [line(image, 'DISABLED')] : [],
    ),
    ...raw.images.flatMap(image => keyProblems(raw, sharing, image)),
    ...raw.images.flatMap(image => raw.members.flatMap(member => consumerProblems(raw, sharing, image, member))),
  ],
})

const line = (image: { region: string; id: string }, code: string, grantee = '', account = '') =>
  [image.region, image.id, code, grantee, account].join(' ').trimEnd()

const grantsOf = (raw: RawOrganization, image: RawImage) =>
  raw.grants.filter(grant => grant.region === image.region && grant.image === image.id)

const reaches = (raw: RawOrganization, { kind, target }: RawGrant, { id, ancestors }: Member): boolean => {
  if (kind === 'PUBLIC') return true
  if (kind === 'ACCOUNT') return target === id
  return kind === 'ORGANIZATION' ? target === raw.id : ancestors.includes(target)
}

const accessOf = (raw: RawOrganization, image: RawImage, member: Member): string[] => {
  if (image.state !== 'AVAILABLE' || member.state !== 'ACTIVE') return []
  const wasRead = raw.lists.has(`${image.region} ${image.id}`)
  const isSeen = raw.views.get(`${member.id} ${image.region}`)?.includes(image.id) ?? false
  const paths = [
    ...(image.owner === member.id ? [`OWNER ${member.id}`] : []),
    ...grantsOf(raw, image).flatMap(grant => (reaches(raw, grant, member) ? [`${grant.kind} ${grant.grantee}`] : [])),
    ...(image.isPublic ? ['PUBLIC all'] : []),
    ...(!wasRead && isSeen ? [`OBSERVED ${member.id}`] : []),
  ]
  return [...new Set(paths)].map(path => [image.region, image.id, member.id, path].join(' '))
}

/** What a grant leads to that it should not. */
const wayOut = (raw: RawOrganization, { kind, target }: RawGrant): string | null => {
  if (kind === 'PUBLIC') return 'PUBLIC'
  if (kind === 'ORGANIZATION') return target === raw.id ? null : 'OUTSIDE_ORGANIZATION'
  if (kind === 'ORGANIZATIONAL_UNIT') return raw.units.some(unit => unit.id === target) ? null : 'DANGLING'
  const member = raw.members.find(one => one.id === target)
  if (member === undefined) return 'OUTSIDE_ACCOUNT'
  return member.state === 'ACTIVE' ? null : 'DANGLING'
}

const exposureOf = (raw: RawOrganization, grant: RawGrant): string[] => {
  const way = wayOut(raw, grant)
  return way === null ? [] : [[grant.region, grant.image, way, grant.grantee].join(' ')]
}

const publicBySight = (raw: RawOrganization, image: RawImage): string[] =>
  image.isPublic && image.evidence === 'OWNER' && !grantsOf(raw, image).some(({ kind }) => kind === 'PUBLIC')
    ? [[image.region, image.id, 'PUBLIC', 'all'].join(' ')]
    : []

const lostGrantee = (raw: RawOrganization, grant: RawGrant): string[] => {
  if (wayOut(raw, grant) !== 'DANGLING') return []
  const image = { region: grant.region, id: grant.image }
  return grant.kind === 'ACCOUNT'
    ? [line(image, 'GRANTEE_CLOSED', grant.grantee, grant.target)]
    : [line(image, 'GRANTEE_NOT_FOUND', grant.grantee)]
}

const keyVerdict = (raw: RawOrganization, key: RawKey, account: string): Verdict => {
  const member = raw.members.find(one => one.id === account)
  if (key.shape === 'unread') return 'UNKNOWN'
  if (account === key.owner) return 'ALLOWED'
  const letsIn: Record<Exclude<Shape, 'unread'>, Verdict> = {
    own: 'DENIED',
    account: account === key.account ? 'ALLOWED' : 'DENIED',
    role: account === key.account ? 'UNKNOWN' : 'DENIED',
    organization: member ? 'ALLOWED' : 'DENIED',
    unit: member?.ancestors.includes(key.unit.at(-1) ?? '') ? 'ALLOWED' : 'DENIED',
    deny: member && account !== key.account ? 'ALLOWED' : 'DENIED',
  }
  return letsIn[key.shape]
}

const keyProblems = (raw: RawOrganization, { encrypted }: RawSharing, image: RawImage): string[] => {
  const device = raw.devices.find(one => one.region === image.region && one.image === image.id)
  const key = device && encrypted.get(`${image.region} ${device.snapshot}`)
  if (!key) return []
  const told = (verdicts: Verdict[], grantee: string, account = '') => {
    if (verdicts.includes('DENIED')) return [line(image, 'KEY_NOT_SHARED', grantee, account)]
    return verdicts.includes('UNKNOWN') ? [line(image, 'KEY_ACCESS_UNKNOWN', grantee, account)] : []
  }
  return grantsOf(raw, image).flatMap(grant => {
    const way = wayOut(raw, grant)
    if (way === 'DANGLING' || way === 'PUBLIC' || grant.target === image.owner) return []
    if (grant.kind === 'ACCOUNT') return told([keyVerdict(raw, key, grant.target)], grant.grantee, grant.target)
    if (way === 'OUTSIDE_ORGANIZATION') return told(['UNKNOWN'], grant.grantee)
    const accounts = raw.members.filter(
      member => member.state === 'ACTIVE' && member.id !== image.owner && reaches(raw, grant, member),
    )
    return told(
      accounts.map(member => keyVerdict(raw, key, member.id)),
      grant.grantee,
    )
  })
}

const consumerProblems = (raw: RawOrganization, sharing: RawSharing, image: RawImage, member: Member): string[] => {
  if (member.state !== 'ACTIVE' || image.owner === member.id) return []
  const grants = grantsOf(raw, image).filter(grant => reaches(raw, grant, member))
  const shares = grants
    .filter(({ kind }) => kind !== 'PUBLIC')
    .map(({ grantee }) => grantee)
    .sort()
  const view = raw.views.get(`${member.id} ${image.region}`)
  const providers = sharing.allowed.get(`${member.id} ${image.region}`)
  const isReached = image.state === 'AVAILABLE' && shares.length > 0
  const isHidden = isReached && providers !== undefined && !providers.includes(image.owner ?? '')
  const isUnseen = isReached && view !== undefined && !view.includes(image.id)
  const isUnlisted =
    image.owner !== null &&
    image.evidence === 'OWNER' &&
    !image.isPublic &&
    grants.length === 0 &&
    raw.lists.has(`${image.region} ${image.id}`) &&
    (view?.includes(image.id) ?? false)
  return [
    ...(isHidden ? [line(image, 'HIDDEN_BY_ALLOWED_IMAGES', shares[0], member.id)] : []),
    ...(isUnseen ? [line(image, 'OWNER_CONSUMER_MISMATCH', shares[0], member.id)] : []),
    ...(isUnlisted ? [line(image, 'OWNER_CONSUMER_MISMATCH', '', member.id)] : []),
  ]
}
