/** Members that the SDK answers as Date. Image dates are not among them: EC2 has those as text. */
const dateMembers = new Set([
  'AttachTime',
  'CompletionTime',
  'CreateTime',
  'JoinedTimestamp',
  'LaunchTime',
  'RecycleBinEnterTime',
  'RecycleBinExitTime',
  'RestoreExpiryTime',
  'SourceImageCreationTime',
  'StartTime',
  'StateTransitionTime',
  'UsageOperationUpdateTime',
  'WatermarkCreationTime',
])

/** A recorded value with its dates made Date; everything else stays as it was recorded, malformed or not. */
export const recordedValue = (value: unknown, member = ''): unknown => {
  if (Array.isArray(value)) return value.map(item => recordedValue(item))
  if (isTaggedDate(value)) return taggedDate(value)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, recordedValue(inner, key)]))
  return dateMembers.has(member) ? plainDate(value) : value
}

type TaggedDate = { __class__: 'datetime' } & Record<string, unknown>

/** As recorders of Python calls write dates. */
const isTaggedDate = (value: unknown): value is TaggedDate =>
  typeof value === 'object' && value !== null && '__class__' in value && value.__class__ === 'datetime'

const taggedDate = (parts: TaggedDate): Date => {
  const part = (name: string, otherwise: number) => {
    const value = parts[name] ?? otherwise
    if (typeof value !== 'number') throw new TypeError(`a date has ${JSON.stringify(value)} for its ${name}`)
    return value
  }
  const milliseconds = Math.floor(part('microsecond', 0) / 1000)
  const days = [part('year', 1970), part('month', 1) - 1, part('day', 1)] as const
  return new Date(Date.UTC(...days, part('hour', 0), part('minute', 0), part('second', 0), milliseconds))
}

/** Text in ISO 8601, or seconds since 1970 as JSON protocols write them. */
export const plainDate = (value: unknown): unknown => {
  if (typeof value !== 'string' && typeof value !== 'number') return value
  const date = new Date(typeof value === 'number' ? value * 1000 : value)
  if (Number.isNaN(date.getTime())) throw new TypeError(`${JSON.stringify(value)} is not a date`)
  return date
}
