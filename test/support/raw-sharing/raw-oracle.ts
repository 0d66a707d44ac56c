import type { Image, ImageCriterion, LaunchPermission } from '@aws-sdk/client-ec2'
import type { Found } from '../told-sharing.ts'
import type { RawAnswers, RawPlace } from './raw-answers.ts'
import { type KeyVerdict, keyVerdict } from './raw-keys.ts'

// Sharing by brute force over what AWS's API answered, image by image and account by account: written from the rules
// alone (R4, R6, R7, R9, R12, R13, R20, R21), with none of the product's code and nothing of its database.

type Grant = { kind: string; grantee: string; target: string }
/** An image as its owner last told of it; without an owner that could be asked, as whoever sees it tells. */
type Known = { region: string; image: Image; owner: string; place: RawPlace | null; grants: Grant[] }
type Member = { id: string; isActive: boolean; above: string[] }

export const bruteForceFromAnswers = (answers: RawAnswers): Found => {
  const images = knownImages(answers)
  const members = answers.accounts.map(
    ({ Id = '', State }): Member => ({ id: Id, isActive: State === 'ACTIVE', above: answers.above.get(Id) ?? [] }),
  )
  const active = members.filter(({ isActive }) => isActive)
  return {
    access: images.flatMap(image => active.flatMap(member => accessOf(answers, image, member))),
    exposures: images.flatMap(image =>
      image.grants.flatMap(grant => {
        const way = wayOut(answers, grant)
        return way === null ? [] : [line(image, way, grant.grantee)]
      }),
    ),
    problems: images.flatMap(image => [
      ...imageProblems(image),
      ...image.grants.flatMap(grant => grantProblems(answers, active, image, grant)),
      ...active.flatMap(member => consumerProblems(answers, image, member)),
    ]),
  }
}

const line = ({ region, image }: Known, ...rest: string[]) => [region, image.ImageId, ...rest].join(' ').trimEnd()

const knownImages = ({ places }: RawAnswers): Known[] => {
  const known = new Map<string, Known>()
  for (const [name, place] of places) {
    const [owner = '', region = ''] = name.split(' ')
    for (const image of place.owned) {
      const grants = (place.launchPermissions.get(image.ImageId ?? '') ?? []).map(grantOf)
      known.set(`${region} ${image.ImageId}`, { region, image, owner, place, grants })
    }
  }
  for (const [name, { shared, round }] of places) {
    const region = name.split(' ')[1] ?? ''
    for (const image of shared) {
      // (R13) Its owner is the authority: what is not in its list is gone, whatever an account saw before.
      const owner = places.get(`${image.OwnerId} ${region}`)
      if (owner !== undefined && owner.round >= round) continue
      const key = `${region} ${image.ImageId}`
      if (!known.has(key)) known.set(key, { region, image, owner: image.OwnerId ?? '', place: null, grants: [] })
    }
  }
  return [...known.values()]
}

const grantOf = ({ UserId, Group, OrganizationArn, OrganizationalUnitArn }: LaunchPermission): Grant => {
  const last = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1)
  if (UserId) return { kind: 'ACCOUNT', grantee: UserId, target: UserId }
  if (OrganizationArn) return { kind: 'ORGANIZATION', grantee: OrganizationArn, target: last(OrganizationArn) }
  if (OrganizationalUnitArn)
    return { kind: 'ORGANIZATIONAL_UNIT', grantee: OrganizationalUnitArn, target: last(OrganizationalUnitArn) }
  return { kind: 'PUBLIC', grantee: Group ?? '', target: Group ?? '' }
}

const reaches = ({ organizationId }: RawAnswers, { kind, target }: Grant, { id, above }: Member): boolean => {
  if (kind === 'PUBLIC') return true
  if (kind === 'ACCOUNT') return target === id
  return kind === 'ORGANIZATION' ? target === organizationId : above.includes(target)
}

const sees = ({ places }: RawAnswers, { region, image }: Known, id: string): boolean =>
  places.get(`${id} ${region}`)?.shared.some(({ ImageId }) => ImageId === image.ImageId) ?? false

const accessOf = (answers: RawAnswers, known: Known, member: Member): string[] => {
  const { image, owner, place, grants } = known
  if (image.State !== 'available') return []
  const paths = [
    ...(owner === member.id ? [`OWNER ${member.id}`] : []),
    ...grants.filter(grant => reaches(answers, grant, member)).map(({ kind, grantee }) => `${kind} ${grantee}`),
    ...(image.Public ? ['PUBLIC all'] : []),
    ...(place === null && sees(answers, known, member.id) ? [`OBSERVED ${member.id}`] : []),
  ]
  return [...new Set(paths)].map(path => line(known, member.id, path))
}

/** (R12) What a grant leads to that it should not. */
const wayOut = ({ organizationId, unitIds, accounts }: RawAnswers, { kind, grantee, target }: Grant): string | null => {
  if (kind === 'PUBLIC') return 'PUBLIC'
  if (kind === 'ORGANIZATION') return target === organizationId ? null : 'OUTSIDE_ORGANIZATION'
  if (kind === 'ORGANIZATIONAL_UNIT') {
    if (unitIds.has(target)) return null
    return grantee.includes(`/${organizationId}/`) ? 'DANGLING' : 'OUTSIDE_ORGANIZATIONAL_UNIT'
  }
  const account = accounts.find(({ Id }) => Id === target)
  if (account === undefined) return 'OUTSIDE_ACCOUNT'
  return account.State === 'ACTIVE' ? null : 'DANGLING'
}

/** (R4) */
const imageProblems = (known: Known): string[] => {
  const { image, grants } = known
  if (grants.length === 0) return []
  const isDeprecated = image.DeprecationTime !== undefined && Date.parse(image.DeprecationTime) <= Date.now()
  if (image.State === 'disabled') return [line(known, 'DISABLED')]
  return isDeprecated && image.State === 'available' ? [line(known, 'DEPRECATED')] : []
}

const grantProblems = (answers: RawAnswers, active: Member[], known: Known, grant: Grant): string[] => {
  const way = wayOut(answers, grant)
  const { kind, grantee, target } = grant
  const account = kind === 'ACCOUNT' ? target : ''
  const managed = keysOf(known).some(arn => answers.keys.get(arn)?.manager === 'AWS')
  const told = [
    ...(managed ? ['AWS_MANAGED_KEY'] : []),
    ...(way === 'DANGLING' ? [kind === 'ACCOUNT' ? 'GRANTEE_CLOSED' : 'GRANTEE_NOT_FOUND'] : []),
  ]
  if (way !== 'DANGLING' && way !== 'PUBLIC') {
    // Another organization's accounts are not known.
    const reached =
      kind === 'ACCOUNT'
        ? [target]
        : way === null
          ? active.filter(one => one.id !== known.owner && reaches(answers, grant, one)).map(({ id }) => id)
          : null
    const verdicts = keysOf(known)
      .filter(arn => answers.keys.get(arn)?.manager !== 'AWS')
      .map((arn): KeyVerdict[] => reached?.map(id => keyVerdict(answers, answers.keys.get(arn), id)) ?? ['UNKNOWN'])
    if (verdicts.some(one => one.includes('DENIED'))) told.push('KEY_NOT_SHARED')
    if (verdicts.some(one => !one.includes('DENIED') && one.includes('UNKNOWN'))) told.push('KEY_ACCESS_UNKNOWN')
    if (reached !== null && snapshotsOf(known).some(id => !reached.every(one => mayCopy(known, id, one))))
      told.push('NOT_COPYABLE')
  }
  return told.map(code => line(known, code, grantee, account))
}

const snapshotsOf = ({ image }: Known) => image.BlockDeviceMappings?.flatMap(({ Ebs }) => Ebs?.SnapshotId ?? []) ?? []

const keysOf = (known: Known): string[] => {
  const ids = snapshotsOf(known)
  return (
    known.place?.snapshots.flatMap(({ SnapshotId = '', KmsKeyId }) =>
      ids.includes(SnapshotId) ? (KmsKeyId ?? []) : [],
    ) ?? []
  )
}

/** (R7) */
const mayCopy = ({ place }: Known, snapshot: string, account: string): boolean => {
  const permitted = place?.volumePermissions.get(snapshot)
  return permitted === undefined || permitted.includes('all') || permitted.includes(account)
}

/** (R13, R21) */
const consumerProblems = (answers: RawAnswers, known: Known, member: Member): string[] => {
  const { image, owner, place, region } = known
  if (place === null || owner === member.id) return []
  const consumer = answers.places.get(`${member.id} ${region}`)
  const reaching = known.grants.filter(grant => reaches(answers, grant, member))
  const [share] = reaching
    .filter(({ kind }) => kind !== 'PUBLIC')
    .map(({ grantee }) => grantee)
    .sort()
  const isSeen = sees(answers, known, member.id)
  if (consumer === undefined) return []
  const { State, ImageCriteria = [] } = consumer.allowedImages
  // No providers, or an empty list of them, is no condition: to allow nobody's images AWS has `none`.
  const allows = ({ ImageProviders = [] }: ImageCriterion) =>
    ImageProviders.length === 0 || ImageProviders.includes(owner)
  const isHidden = State === 'enabled' && !ImageCriteria.some(allows)
  if (share !== undefined && image.State === 'available') {
    return [
      ...(isHidden ? [line(known, 'HIDDEN_BY_ALLOWED_IMAGES', share, member.id)] : []),
      ...(isSeen ? [] : [line(known, 'OWNER_CONSUMER_MISMATCH', share, member.id)]),
    ]
  }
  return isSeen && !image.Public && reaching.length === 0 ? [line(known, 'OWNER_CONSUMER_MISMATCH', '', member.id)] : []
}
