import type {
  InstanceTypeSpecificationRequest,
  ReplaceImageInstanceTypeSpecificationRequest,
  ReplaceImageInstanceTypeSpecificationResult,
} from '@aws-sdk/client-ec2'
import type { Call } from '../../call.ts'
import { invalidParameter } from './errors.ts'
import { ownedImage } from './owned-image.ts'

const mostEntries = 100

/** Says which instance types the caller's own image runs on, and on which not; without a specification on all (R2). */
export const replaceImageInstanceTypeSpecification: Call<
  ReplaceImageInstanceTypeSpecificationRequest,
  ReplaceImageInstanceTypeSpecificationResult
> = (input, context) => {
  const { facts } = ownedImage(input.ImageId, context)
  const specification = input.InstanceTypeSpecification
  if (specification === undefined) delete facts.InstanceTypeSpecification
  else {
    requireWellFormed(specification)
    facts.InstanceTypeSpecification = {
      ...listOf('SupportedInstanceTypes', specification),
      ...listOf('UnsupportedInstanceTypes', specification),
    }
  }
  return { ReturnValue: true }
}

type Name = keyof InstanceTypeSpecificationRequest

const listOf = (name: Name, specification: InstanceTypeSpecificationRequest) => {
  const entries = specification[name]
  return entries?.length ? { [name]: entries.map(InstanceType => ({ InstanceType })) } : {}
}

const requireWellFormed = ({
  SupportedInstanceTypes: supported = [],
  UnsupportedInstanceTypes: unsupported = [],
}: InstanceTypeSpecificationRequest) => {
  const entries = [...supported, ...unsupported]
  const wrong = entries.find(entry => !/^[A-Za-z0-9_.*-]{1,24}$/.test(entry) || entry.includes('**'))
  const twice = entries.find((entry, position) => entries.indexOf(entry) !== position)
  if (wrong !== undefined || twice !== undefined)
    throw invalidParameter('InstanceTypeSpecification', wrong ?? twice, 'It is no instance type, or is named twice.')
  if (supported.length > mostEntries || unsupported.length > mostEntries)
    throw invalidParameter('InstanceTypeSpecification', entries.length, `A list has at most ${mostEntries} entries.`)
}
