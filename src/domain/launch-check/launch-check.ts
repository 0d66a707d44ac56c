import { accountBlockers, auditWarnings } from './account-blockers.ts'
import { effectiveBootMode } from './boot-mode.ts'
import { type Blocker, possible, type Warning } from './finding.ts'
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
  const { deprecationTime, trust, productCodes, bootMode } = image
  return [
    ...warn(
      deprecationTime !== null && deprecationTime <= now,
      'DEPRECATED',
      `The image is deprecated since ${deprecationTime?.toISOString()} (R4)`,
    ),
    ...warn(trust === 'UNTRUSTED', 'UNTRUSTED_OWNER', `Nobody vouches for the owner, ${image.ownerAccountId} (R3)`),
    ...warn(
      (productCodes ?? []).length > 0,
      'PAID_SOFTWARE',
      `The image carries the product code ${productCodes?.join(', ')}: whoever launches it is billed for the software (R14)`,
    ),
    ...warn(
      bootMode === 'UEFI_PREFERRED' && bootModeOf(facts) === 'LEGACY_BIOS',
      'UEFI_FEATURES_LOST',
      `${facts.instanceType} boots the image in legacy BIOS: without Secure Boot and NitroTPM (R2)`,
    ),
    ...auditWarnings(facts, now),
  ]
}

const warn = (applies: boolean, code: Warning['code'], message: string): Warning[] =>
  applies ? [{ code, message }] : []
