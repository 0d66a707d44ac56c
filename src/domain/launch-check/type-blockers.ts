import { wildcard } from '../wildcard.ts'
import { effectiveBootMode } from './boot-mode.ts'
import { type Blocker, certain, possible } from './finding.ts'
import type { ImageFacts, LaunchFacts, TypeFacts } from './launch-facts.ts'

/** What of the instance type keeps it from booting the image; nothing where none is asked for. */
export const typeBlockers = ({ region, instanceType, type, image }: LaunchFacts): Blocker[] => {
  if (type === null) return []
  if (type.offered !== null) return image ? boots(type.offered, image, `${instanceType}`) : []
  return type.readAt === null
    ? [possible('INSTANCE_TYPE_UNSUPPORTED', null, `What instance types ${region} offers was never read`)]
    : [certain('INSTANCE_TYPE_UNSUPPORTED', type.readAt, `${region} does not offer ${instanceType}`)]
}

const boots = (offered: Offered, image: ImageFacts, type: string): Blocker[] => [
  ...architecture(offered, image, type),
  ...bootMode(offered, image, type),
  ...unsupported(offered, image, type),
  ...specified(image, type),
]

type Offered = NonNullable<TypeFacts['offered']>

const architecture = (offered: Offered, { architecture: needed, observedAt }: ImageFacts, type: string): Blocker[] => {
  if (needed === null || needed === 'OTHER') {
    return [possible('ARCHITECTURE', observedAt, 'The architecture of the image is not known')]
  }
  if (offered.architectures.includes(needed)) return []
  return [certain('ARCHITECTURE', observedAt, `The image is ${needed}, ${type} is ${offered.architectures.join(', ')}`)]
}

/** (R2) */
const bootMode = (offered: Offered, image: ImageFacts, type: string): Blocker[] => {
  const mode = effectiveBootMode({ ...image, supported: offered.bootModes })
  if (mode === null) {
    const needs = image.bootMode ?? 'the default of its architecture'
    const modes = offered.bootModes.join(', ') || 'no known mode'
    return [certain('BOOT_MODE', image.observedAt, `The image boots ${needs}, ${type} boots ${modes}`)]
  }
  return mode === undefined ? [possible('BOOT_MODE', image.observedAt, 'How the image boots is not known')] : []
}

/** AWS refuses the launch where the type lacks what the image needs, or the image what the type needs. */
const unsupported = (offered: Offered, image: ImageFacts, type: string): Blocker[] => {
  const needs = (isMissing: boolean, message: string): Blocker[] =>
    isMissing ? [certain('INSTANCE_TYPE_UNSUPPORTED', image.observedAt, message)] : []
  const lacks = (supported: readonly string[], value: string | null) =>
    value !== null && value !== 'OTHER' && supported.length > 0 && !supported.includes(value)
  return [
    ...needs(
      lacks(offered.virtualizationTypes, image.virtualizationType),
      `The image is virtualized as ${image.virtualizationType}, which ${type} does not support`,
    ),
    ...needs(
      lacks(offered.rootDeviceTypes, image.rootDeviceType),
      `The image's root device is ${image.rootDeviceType}, which ${type} does not support`,
    ),
    ...needs(
      offered.enaSupport === 'REQUIRED' && image.enaSupport === false,
      `${type} needs enhanced networking (ENA), for which the image is not enabled`,
    ),
    ...needs(
      image.tpmSupport !== null && offered.nitroTpmSupport === 'UNSUPPORTED',
      `The image needs NitroTPM, which ${type} does not have`,
    ),
  ]
}

/** AWS refuses the launch: EC2 API reference, ReplaceImageInstanceTypeSpecification. */
const specified = (image: ImageFacts, type: string): Blocker[] => {
  const { supportedInstanceTypes: supported, unsupportedInstanceTypes: unsupportedTypes, observedAt } = image
  const fits = (patterns: readonly string[]) => patterns.some(pattern => wildcard(pattern).test(type))
  if (supported !== null && !fits(supported))
    return [
      certain('INSTANCE_TYPE_UNSUPPORTED', observedAt, `The image's owner lets it run on ${supported.join(', ')} only`),
    ]
  return unsupportedTypes !== null && fits(unsupportedTypes)
    ? [certain('INSTANCE_TYPE_UNSUPPORTED', observedAt, `The image's owner does not let it run on ${type}`)]
    : []
}
