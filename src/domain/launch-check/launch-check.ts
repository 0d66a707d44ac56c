import { accountBlockers, auditWarnings } from './account-blockers.ts'
import { effectiveBootMode } from './boot-mode.ts'
import { type Blocker, possible, type Warning, warning } from './finding.ts'
import { imageBlockers } from './image-blockers.ts'
import type { LaunchFacts } from './launch-facts.ts'
import { typeBlockers } from './type-blockers.ts'

export type LaunchVerdict = 'YES' | 'NO' | 'UNKNOWN'

export type LaunchCheck = {
  readonly verdict: LaunchVerdict
  /** Null without an instance type, and where the type does not boot the image */
  readonly effectiveBootMode: 'LEGACY_BIOS' | 'UEFI' | null
  readonly blockers: readonly Blocker[]
  readonly warnings: readonly Warning[]
}

/** Whether the launch works: every blocker, not only the first. Never YES where something that decides is not known. */
export const launchCheck = (facts: LaunchFacts, now: Date): LaunchCheck => {
  const { image, imageId } = facts
  const blockers = [
    ...(image
      ? imageBlockers(facts, image)
      : [
          possible(
            'IMAGE_NOT_SEEN',
            null,
            `No account of the organization has been seen to own, see or run ${imageId}`,
          ),
        ]),
    ...accountBlockers(facts, now),
    ...typeBlockers(facts),
  ]
  return {
    verdict: verdictOf(blockers),
    effectiveBootMode: bootModeOf(facts),
    blockers,
    warnings: warningsOf(facts, now),
  }
}

const verdictOf = (blockers: readonly Blocker[]): LaunchVerdict => {
  if (blockers.some(({ certainty }) => certainty === 'CERTAIN')) return 'NO'
  return blockers.length === 0 ? 'YES' : 'UNKNOWN'
}

const bootModeOf = ({ image, type }: LaunchFacts): LaunchCheck['effectiveBootMode'] =>
  (image && type?.offered && effectiveBootMode({ ...image, supported: type.offered.bootModes })) ?? null

/** What works, but is worth knowing before. */
const warningsOf = (facts: LaunchFacts, now: Date): Warning[] => {
  const { image } = facts
  if (image === null) return []
  const { deprecationTime, trust, productCodes, bootMode, observedAt } = image
  return [
    ...warning(
      deprecationTime !== null && deprecationTime <= now,
      'DEPRECATED',
      observedAt,
      `The image is deprecated since ${deprecationTime?.toISOString()} (R4)`,
    ),
    ...warning(
      trust === 'UNTRUSTED',
      'UNTRUSTED_OWNER',
      observedAt,
      `Nobody vouches for the owner, ${image.ownerAccountId} (R3)`,
    ),
    ...warning(productCodes && productCodes.length > 0, 'PAID_SOFTWARE', observedAt, paidMessage(productCodes)),
    ...warning(
      bootMode === 'UEFI_PREFERRED' && bootModeOf(facts) === 'LEGACY_BIOS',
      'UEFI_FEATURES_LOST',
      observedAt,
      `${facts.instanceType} boots the image in legacy BIOS: without Secure Boot and NitroTPM (R2)`,
    ),
    ...auditWarnings(facts, now),
  ]
}

const paidMessage = (productCodes: readonly string[] | null): string =>
  productCodes === null
    ? 'Nobody told whether the image carries a product code, for which whoever launches it would be billed (R14)'
    : `The image carries the product code ${productCodes.join(', ')}: whoever launches it is billed for the software (R14)`
