import { meetsCriteria } from '../allowed-images.ts'
import { type Blocker, certain, possible, type Warning, warning } from './finding.ts'
import type { ImageFacts, LaunchFacts } from './launch-facts.ts'

/** What of the account and its Region keeps it from launching. */
export const accountBlockers = (facts: LaunchFacts, now: Date): Blocker[] => [
  ...activity(facts),
  ...regionEnabled(facts),
  ...(facts.image ? allowedImages(facts, facts.image, now) : []),
]

const activity = ({ accountId, account }: LaunchFacts): Blocker[] => {
  const { state, isMember, organizationReadAt } = account
  if (state === 'ACTIVE') return []
  if (state !== null) return [certain('ACCOUNT_NOT_ACTIVE', organizationReadAt, `Account ${accountId} is ${state}`)]
  const why = isMember ? 'is not yours to see' : 'is outside the organization'
  return [possible('ACCOUNT_NOT_ACTIVE', null, `Account ${accountId} ${why}: its state is not known`)]
}

const regionEnabled = ({ accountId, region, account }: LaunchFacts): Blocker[] => {
  if (account.isRegionEnabled) return []
  return account.regionsReadAt === null
    ? [possible('REGION_NOT_ENABLED', null, `The Regions of account ${accountId} were never read`)]
    : [certain('REGION_NOT_ENABLED', account.regionsReadAt, `${region} is not enabled in account ${accountId}`)]
}

/** (R13) Own images are exempt. In audit mode nothing is blocked. */
const allowedImages = (facts: LaunchFacts, image: ImageFacts, now: Date): Blocker[] => {
  const { accountId, region, account } = facts
  if (image.ownerAccountId === accountId) return []
  if (account.allowedImages === null) {
    return [
      possible(
        'ALLOWED_IMAGES',
        null,
        `The Allowed AMIs settings of account ${accountId} in ${region} were never read`,
      ),
    ]
  }
  if (account.allowedImages.state === 'DISABLED' || account.allowedImages.state === 'AUDIT_MODE') return []
  const isAllowed = meetsCriteria(account.allowedImages.criteria, image, now)
  if (isAllowed === true) return []
  const at = account.allowedImagesReadAt
  if (isAllowed === false && account.allowedImages.state === 'ENABLED') {
    return [
      certain('ALLOWED_IMAGES', at, `The Allowed AMIs settings of account ${accountId} in ${region} do not allow it`),
    ]
  }
  return [possible('ALLOWED_IMAGES', at, 'Whether the Allowed AMIs settings allow it cannot be decided')]
}

export const auditWarnings = ({ accountId, account, image }: LaunchFacts, now: Date): Warning[] => {
  if (image === null || image.ownerAccountId === accountId || account.allowedImages?.state !== 'AUDIT_MODE') return []
  const isAllowed = meetsCriteria(account.allowedImages.criteria, image, now)
  const then = isAllowed === null ? 'it cannot be decided whether this image is allowed' : 'this image is not allowed'
  return warning(
    isAllowed === null ? null : !isAllowed,
    'ALLOWED_IMAGES_AUDIT',
    account.allowedImagesReadAt,
    `Allowed AMIs are in audit mode in account ${accountId}; once they are enabled, ${then}`,
  )
}
