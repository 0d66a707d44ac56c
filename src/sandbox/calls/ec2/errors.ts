import { AwsError } from '../../call.ts'

export const invalidParameter = (name: string, value: unknown, why: string): AwsError =>
  new AwsError('InvalidParameterValue', `Value (${String(value)}) for parameter ${name} is invalid. ${why}`)

/** The answer for an ID that nothing has: malformed where it cannot be an ID at all, else not found. */
export const noSuchImage = (imageIds: readonly string[]): AwsError => {
  const malformed = imageIds.find(id => !/^ami-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id))
  if (malformed !== undefined)
    return new AwsError('InvalidAMIID.Malformed', `Invalid id: "${malformed}" (expecting "ami-...")`)
  const [noun, verb] = imageIds.length === 1 ? ['id', 'does'] : ['ids', 'do']
  return new AwsError('InvalidAMIID.NotFound', `The image ${noun} '[${imageIds.join(', ')}]' ${verb} not exist`)
}

export const unavailableImage = (imageId: string): AwsError =>
  new AwsError('InvalidAMIID.Unavailable', `The image ID '${imageId}' is no longer available`)

export const notAuthorized = (what: string): AwsError => new AwsError('AuthFailure', `Not authorized for ${what}`)

export const noSuchInstance = (instanceIds: readonly string[]): AwsError => {
  const malformed = instanceIds.find(id => !/^i-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id))
  if (malformed !== undefined) return new AwsError('InvalidInstanceID.Malformed', `Invalid id: "${malformed}"`)
  const [noun, verb] = instanceIds.length === 1 ? ['ID', 'does'] : ['IDs', 'do']
  return new AwsError(
    'InvalidInstanceID.NotFound',
    `The instance ${noun} '${instanceIds.join(', ')}' ${verb} not exist`,
  )
}

export const noSuchSnapshot = (snapshotId: string): AwsError =>
  /^snap-([0-9a-f]{8}|[0-9a-f]{17})$/.test(snapshotId)
    ? new AwsError('InvalidSnapshot.NotFound', `The snapshot '${snapshotId}' does not exist.`)
    : new AwsError('InvalidSnapshotID.Malformed', `Value (${snapshotId}) for parameter snapshotId is invalid.`)
