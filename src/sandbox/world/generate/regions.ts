/** The Regions that an account has to opt into, of those that a world can be asked for. */
const optIn = new Set([
  'af-south-1',
  'ap-east-1',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
])

export const defaultRegions: readonly string[] = ['us-east-1', 'eu-west-1', 'ap-southeast-2', 'eu-south-2']

export const regionKinds = (names: readonly string[]): { name: string; optIn: boolean }[] =>
  names.map(name => ({ name, optIn: optIn.has(name) }))
