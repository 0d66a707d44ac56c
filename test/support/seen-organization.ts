import type { ViewerScope } from '../../src/domain/viewer.ts'
import type { RawGrant, RawImage, RawOrganization } from './random-organization.ts'

/** Unknown is neither true nor false, and neither is its negation. */
type Truth = boolean | null

export type ImageFilter = {
  owner?: { in: string[] }
  region?: { eq: string }
  name?: { eq: string }
  visibility?: { in: string[] }
  trust?: { in: string[] }
  tag?: { key: string; value?: { eq: string }; setBy?: { eq: string } }
  productCode?: { eq: string }
  paid?: boolean
  inUse?: boolean
  lastLaunchedTime?: { after: string }
  any?: ImageFilter[]
  all?: ImageFilter[]
  not?: ImageFilter
}

/**
 * What a viewer must see of an organization, from its raw rows alone: the oracle of the randomised test. It knows the
 * rules (docs/access.md), and nothing of the product's SQL.
 */
export const seenBy = (raw: RawOrganization, scope: ViewerScope) => {
  const everything = scope.kind === 'organization'
  const own = new Set(
    everything
      ? raw.members.map(({ id }) => id)
      : [
          ...scope.accountIds,
          ...raw.members
            .filter(({ ancestors }) => ancestors.some(id => scope.organizationalUnitIds.includes(id)))
            .map(({ id }) => id),
        ],
  )
  const sees = (account: string | null) => everything || (account !== null && own.has(account))
  const something = everything || own.size > 0
  const isMember = (account: string | null) => raw.members.some(({ id }) => id === account)
  const members = raw.members.filter(({ id }) => sees(id))
  const same = (image: RawImage) => (row: { region: string; image: string }) =>
    row.region === image.region && row.image === image.id
  const reaches = (grant: RawGrant, account: { id: string; ancestors: string[] }) =>
    grant.kind === 'PUBLIC' ||
    (grant.kind === 'ORGANIZATION' && grant.target === raw.id && isMember(account.id)) ||
    (grant.kind === 'ACCOUNT' && grant.target === account.id) ||
    (grant.kind === 'ORGANIZATIONAL_UNIT' && account.ancestors.includes(grant.target))
  // A grant can name an account outside the organization, and a viewer can be limited to one.
  const memberOrOutsider = (id: string) => raw.members.find(member => member.id === id) ?? { id, ancestors: [] }
  const isViewed = (image: RawImage, account: string) =>
    raw.views.get(`${account} ${image.region}`)?.includes(image.id) ?? false

  const grantsOf = (image: RawImage) => raw.grants.filter(same(image))
  const seenGrants = (image: RawImage) =>
    grantsOf(image).filter(grant => sees(image.owner) || [...own].some(id => reaches(grant, memberOrOutsider(id))))
  const instancesOf = (image: RawImage) => raw.instances.filter(same(image)).filter(({ account }) => sees(account))
  const seesImage = (image: RawImage): boolean =>
    everything ||
    sees(image.owner) ||
    (something && image.isPublic && image.evidence === 'OWNER') ||
    seenGrants(image).length > 0 ||
    [...own].some(account => isViewed(image, account)) ||
    instancesOf(image).length > 0
  const images = raw.images.filter(seesImage)

  const listOf = (image: RawImage) => raw.lists.get(`${image.region} ${image.id}`)
  const visibilityOf = (image: RawImage): string => {
    const grants = seenGrants(image)
    if (image.isPublic || grants.some(({ kind }) => kind === 'PUBLIC')) return 'PUBLIC'
    if (grants.length > 0) return 'SHARED'
    if (listOf(image) && sees(image.owner)) return 'PRIVATE'
    return raw.members.some(({ id }) => sees(id) && isViewed(image, id)) ? 'SHARED' : 'UNKNOWN'
  }
  const trustOf = ({ owner }: RawImage) => {
    if (owner === null) return null
    return isMember(owner) ? 'ORGANIZATION' : raw.trusted.includes(owner) ? 'ALLOWLISTED' : 'UNTRUSTED'
  }
  const launchedAtOf = (image: RawImage) => (sees(image.owner) ? image.launchedAt : null)
  const tagsOf = (image: RawImage) => raw.tags.filter(same(image)).filter(({ account }) => sees(account))
  const codesOf = (image: RawImage) => raw.codes.filter(same(image)).map(({ code }) => code)
  const isUsed = (image: RawImage) => instancesOf(image).some(({ state }) => state !== 'TERMINATED')

  const statusOf = ({ kind, target, grantee }: RawGrant): string => {
    if (kind === 'PUBLIC') return 'ACTIVE'
    if (kind === 'ACCOUNT') {
      const member = raw.members.find(({ id }) => id === target)
      return !member ? 'OUTSIDE_ORGANIZATION' : member.state === 'ACTIVE' ? 'ACTIVE' : 'ACCOUNT_CLOSED'
    }
    if (kind === 'ORGANIZATION') return target === raw.id ? 'ACTIVE' : 'OUTSIDE_ORGANIZATION'
    if (raw.units.some(({ id }) => id === target)) return 'ACTIVE'
    return grantee.includes(`/${raw.id}/`) ? 'NOT_FOUND' : 'OUTSIDE_ORGANIZATION'
  }
  const kinds = ['OWNER', 'ACCOUNT', 'ORGANIZATIONAL_UNIT', 'ORGANIZATION', 'PUBLIC', 'OBSERVED']
  const byKind = (a: { kind: string; grantee: string }, b: { kind: string; grantee: string }) =>
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.grantee < b.grantee ? -1 : a.grantee > b.grantee ? 1 : 0)
  const launchableBy = (image: RawImage) =>
    image.state !== 'AVAILABLE'
      ? []
      : members
          .filter(({ state }) => state === 'ACTIVE')
          .map(account => {
            const grants = seenGrants(image)
              .filter(grant => reaches(grant, account))
              .map(({ kind, grantee }) => ({ kind, grantee }))
            if (image.owner === account.id) grants.push({ kind: 'OWNER', grantee: account.id })
            if (image.isPublic && !grants.some(({ kind }) => kind === 'PUBLIC'))
              grants.push({ kind: 'PUBLIC', grantee: 'all' })
            if (!listOf(image) && isViewed(image, account.id)) grants.push({ kind: 'OBSERVED', grantee: account.id })
            return { account: { accountId: account.id }, grants: grants.sort(byKind) }
          })
          .filter(({ grants }) => grants.length > 0)

  /** An account that something names: its name only where its row is seen, but always whether it is a member. */
  const named = (account: string | null) =>
    account && {
      accountId: account,
      name: sees(account) ? (raw.members.find(({ id }) => id === account)?.name ?? null) : null,
      inOrganization: isMember(account),
      isManagementAccount: account === raw.management,
    }

  const answer = (image: RawImage) => {
    const list = listOf(image)
    const evidenceAccount =
      sees(image.evidenceAccount) || image.evidenceAccount === image.owner ? image.evidenceAccount : null
    const source = images.find(({ id, region }) => id === image.source && region === image.region)
    const instances = instancesOf(image).map(({ id }) => id)
    const launching = launchableBy(image)
    return {
      imageId: image.id,
      region: image.region,
      name: image.name,
      owner: named(image.owner),
      trust: trustOf(image),
      visibility: visibilityOf(image),
      lastLaunchedTime: launchedAtOf(image),
      evidenceAccount: evidenceAccount && { accountId: evidenceAccount },
      sourceImageId: image.source,
      sourceImage: source ? { imageId: source.id } : null,
      instanceCount: instancesOf(image).filter(({ state }) => state !== 'TERMINATED').length,
      instances: { totalCount: instances.length, nodes: instances.sort().map(instanceId => ({ instanceId })) },
      productCodes: codesOf(image).map(productCode => ({ productCode })),
      blockDevices: raw.devices.filter(same(image)).map(({ region, snapshot }) => ({
        snapshotId: snapshot,
        snapshot: raw.snapshots.some(row => row.id === snapshot && row.region === region && sees(row.owner))
          ? { snapshotId: snapshot }
          : null,
      })),
      tags: tagsOf(image)
        .sort((a, b) => (`${a.account} ${a.key}` < `${b.account} ${b.key}` ? -1 : 1))
        .map(({ key, value, account }) => ({ key, value, setBy: { accountId: account } })),
      launchPermissions: list
        ? seenGrants(image)
            .sort(byKind)
            .map(grant => ({ kind: grant.kind, grantee: grant.grantee, status: statusOf(grant) }))
        : null,
      launchPermissionsRead: list
        ? { error: list.error !== null && sees(image.owner) ? { message: list.error } : null }
        : null,
      launchableBy: { totalCount: launching.length, nodes: launching },
    }
  }

  const matches = (image: RawImage, filter: ImageFilter): Truth =>
    and(
      Object.entries(filter).map(([name, value]): Truth => {
        const input = value as never
        return conditions[name as keyof ImageFilter](image, input)
      }),
    )
  // Of an empty list it is known that nothing is in it.
  const oneOf = (value: string | null, values: readonly string[]): Truth =>
    value === null && values.length > 0 ? null : values.includes(value ?? '')
  const conditions: Record<keyof ImageFilter, (image: RawImage, input: never) => Truth> = {
    owner: (image, input: { in: string[] }) => oneOf(image.owner, input.in),
    region: (image, input: { eq: string }) => image.region === input.eq,
    name: (image, input: { eq: string }) => oneOf(image.name, [input.eq]),
    visibility: (image, input: { in: string[] }) => oneOf(visibilityOf(image), input.in),
    trust: (image, input: { in: string[] }) => oneOf(trustOf(image), input.in),
    tag: (image, input: NonNullable<ImageFilter['tag']>) =>
      tagsOf(image).some(
        tag =>
          tag.key === input.key &&
          (!input.value || tag.value === input.value.eq) &&
          (!input.setBy || tag.account === input.setBy.eq),
      ),
    productCode: (image, input: { eq: string }) => codesOf(image).includes(input.eq),
    paid: (image, input: boolean) => codesOf(image).length > 0 === input,
    inUse: (image, input: boolean) => isUsed(image) === input,
    lastLaunchedTime: (image, input: { after: string }) => {
      const at = launchedAtOf(image)
      return at === null ? null : at >= input.after
    },
    any: (image, input: ImageFilter[]) => negate(and(input.map(one => negate(matches(image, one))))),
    all: (image, input: ImageFilter[]) => and(input.map(one => matches(image, one))),
    not: (image, input: ImageFilter) => negate(matches(image, input)),
  }

  const units = raw.units.filter(
    unit =>
      everything ||
      members.some(({ ancestors }) => ancestors.includes(unit.id)) ||
      scope.organizationalUnitIds.some(
        id => unit.ancestors.includes(id) || raw.units.find(other => other.id === id)?.ancestors.includes(unit.id),
      ),
  )
  const sources = raw.sources.filter(({ account, kind }) => sees(account) || (something && kind === 'ORGANIZATION'))
  return {
    sees,
    members: members.map(({ id }) => id),
    units: units.map(({ id }) => id),
    images,
    answer,
    matches,
    launchedAtOf,
    isNamed: (account: string) =>
      images.some(({ owner }) => owner === account) ||
      raw.images.some(image =>
        seenGrants(image).some(({ kind, target }) => kind === 'ACCOUNT' && target === account),
      ) ||
      (something && account === raw.management),
    instances: raw.instances.filter(({ account }) => sees(account)),
    snapshots: raw.snapshots.filter(({ owner }) => sees(owner)).map(({ id }) => id),
    codes: [
      ...new Set([
        ...images.flatMap(codesOf),
        ...raw.instances.flatMap(({ account, code }) => (code !== null && sees(account) ? [code] : [])),
      ]),
    ].sort(),
    sources: sources.map(({ account, region, kind, status }) => ({
      account: { accountId: account },
      region: region === 'global' ? null : region,
      kind,
      status,
      error: status === 'FRESH' || !sees(account) ? null : { message: `arn:aws:iam::${account}:role/secret is denied` },
    })),
    hasOrganization: something,
  }
}

const and = (truths: readonly Truth[]): Truth => (truths.includes(false) ? false : truths.includes(null) ? null : true)
const negate = (truth: Truth): Truth => (truth === null ? null : !truth)
