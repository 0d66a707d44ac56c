import { type Blocker, certain, possible } from './finding.ts'
import type { ImageFacts, LaunchFacts, StorageFacts } from './launch-facts.ts'

/** What of the image itself, and of its sharing, keeps an account from launching it. */
export const imageBlockers = (facts: LaunchFacts, image: ImageFacts): Blocker[] => [
  ...wrongRegion(facts, image),
  ...state(image),
  ...permission(facts, image),
  ...keys(facts, image),
]

/** (R1) */
const wrongRegion = ({ region }: LaunchFacts, image: ImageFacts): Blocker[] =>
  image.region === region
    ? []
    : [certain('WRONG_REGION', image.observedAt, `The image is in ${image.region}; ${region} needs a copy of it`)]

/** (R4, R5) Only what is available launches; a deprecated image stays available. */
const state = ({ state: is, observedAt }: ImageFacts): Blocker[] => {
  if (is === 'AVAILABLE') return []
  if (is === 'DISABLED') return [certain('IMAGE_DISABLED', observedAt, 'The image is disabled: nobody can launch it')]
  return [certain('IMAGE_NOT_AVAILABLE', observedAt, `The image is ${is}`)]
}

/** (R6, R21) */
const permission = ({ account, accountId }: LaunchFacts, image: ImageFacts): Blocker[] => {
  if (image.grants.length > 0) return []
  const message = `No launch permission reaches account ${accountId}`
  if (image.listReadAt !== null) return [certain('NO_PERMISSION', image.listReadAt, message)]
  if (account.viewReadAt !== null) {
    return [
      certain('NO_PERMISSION', account.viewReadAt, `The account does not see the image among those it may launch`),
    ]
  }
  return [possible('NO_PERMISSION', null, "Neither the owner's list nor the account's own view was ever read")]
}

/** (R9) One for each reason, however many volumes have it. */
const keys = ({ accountId }: LaunchFacts, image: ImageFacts): Blocker[] => {
  // (R8) What is public has no encrypted volumes.
  if (image.isPublic) return []
  if (image.storage === null) {
    return [
      possible('KEY_ACCESS_UNKNOWN', null, 'Nobody told what volumes the image has, or whether they are encrypted'),
    ]
  }
  const blockers = image.storage.flatMap(storage => keyBlocker(storage, accountId, image) ?? [])
  return [...new Map(blockers.map(blocker => [`${blocker.code} ${blocker.message}`, blocker])).values()]
}

const keyBlocker = (
  { encrypted, keyArn, keyManager, access, snapshotId }: StorageFacts,
  accountId: string,
  { observedAt }: ImageFacts,
): Blocker | null => {
  if (encrypted === false) return null
  if (encrypted === null) {
    return possible('KEY_ACCESS_UNKNOWN', observedAt, `Whether ${snapshotId ?? 'a volume'} is encrypted is not known`)
  }
  if (keyArn === null) {
    return possible('KEY_ACCESS_UNKNOWN', observedAt, `Which key encrypts ${snapshotId ?? 'a volume'} is not known`)
  }
  if (access === 'ALLOWED') return null
  if (keyManager === 'AWS') {
    return certain('AWS_MANAGED_KEY', observedAt, `${keyArn} is managed by AWS: no other account can use it`)
  }
  if (access === 'DENIED') {
    return certain('KEY_NOT_SHARED', observedAt, `${keyArn} does not let account ${accountId} launch with it`)
  }
  return possible(
    'KEY_ACCESS_UNKNOWN',
    observedAt,
    `Whether ${keyArn} lets account ${accountId} launch with it is not known`,
  )
}
