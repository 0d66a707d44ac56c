import type { AwsFailure } from '../aws-failure.ts'

const codes = new Set(['InvalidAMIID.NotFound', 'InvalidAMIID.Unavailable'])

/** The image that a call names went away since it was listed; the next listing removes it. */
export const isGoneImage = ({ code }: AwsFailure): boolean => codes.has(code)
