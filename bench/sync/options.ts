import { parseArgs } from 'node:util'

/** What can be measured by itself. */
export const parts = ['first', 'neighbour', 'workers', 'large', 'event'] as const
export type Part = (typeof parts)[number]

export type Options = {
  readonly json: boolean
  readonly accounts: number
  /** Images of the account-Region that owns most */
  readonly images: number
  readonly latencyMs: number
  readonly rounds: number
  /** Of the one large account-Region */
  readonly largeImages: number
  readonly largeInstances: number
  /** Accounts of the organization that two workers share, and how long its answers take */
  readonly sharedAccounts: number
  readonly sharedLatencyMs: number
  /** Changes, each of which is to be seen by its event */
  readonly events: number
  readonly only: ReadonlySet<Part>
  /** Accounts of an organization in 17 Regions that is synced once, instead of everything else; 0: none is */
  readonly scale: number
  /** Processes that share that sync */
  readonly workers: number
  readonly databaseUrl: string | null
  readonly settings: Readonly<Record<string, string>>
}

/** A mistake in the arguments; its message is for whoever made it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const usage = `npm run bench:sync -- [flags]
  --json                   print one JSON object instead of a table
  --quick                  a small scale, in about a minute: tries the benchmark, measures little
  --accounts N             (12)
  --images N               of the account-Region that owns most (2000)
  --latency-ms N           time of every answer (50)
  --rounds N               at least 3 for figures that count (3)
  --large-images N         (50000)     --large-instances N     (100000)
  --shared-accounts N      (24)        --shared-latency-ms N   (400)
  --events N               (20)
  --only PART,…            ${parts.join(', ')}
  --scale N                instead of all that: one sync of N accounts in 17 Regions
  --workers N              processes that share it (2)
  --database-url URL       a PostgreSQL server to make databases amigraph_bench_… on, instead of an embedded one
  --set NAME=VALUE         a setting of the worker, over its default; may be given several times`

const full = {
  accounts: 12,
  images: 2_000,
  rounds: 3,
  largeImages: 50_000,
  largeInstances: 100_000,
  sharedAccounts: 24,
  sharedLatencyMs: 400,
  events: 20,
}
const quick: typeof full = {
  accounts: 4,
  images: 120,
  rounds: 1,
  largeImages: 1_000,
  largeInstances: 4_000,
  sharedAccounts: 4,
  sharedLatencyMs: 100,
  events: 4,
}

export const readOptions = (args: readonly string[]): Options => {
  const values = parse(args)
  const defaults = values.quick ? quick : full
  return {
    json: values.json,
    accounts: wholeNumber('accounts', values.accounts, defaults.accounts, 4),
    images: wholeNumber('images', values.images, defaults.images, 1),
    latencyMs: wholeNumber('latency-ms', values['latency-ms'], 50, 0),
    rounds: wholeNumber('rounds', values.rounds, defaults.rounds, 1),
    largeImages: wholeNumber('large-images', values['large-images'], defaults.largeImages, 1),
    largeInstances: wholeNumber('large-instances', values['large-instances'], defaults.largeInstances, 1),
    sharedAccounts: wholeNumber('shared-accounts', values['shared-accounts'], defaults.sharedAccounts, 4),
    sharedLatencyMs: wholeNumber('shared-latency-ms', values['shared-latency-ms'], defaults.sharedLatencyMs, 0),
    events: wholeNumber('events', values.events, defaults.events, 1),
    only: readParts(values.only),
    scale: wholeNumber('scale', values.scale, 0, 0),
    workers: wholeNumber('workers', values.workers, 2, 1),
    databaseUrl: values['database-url'] ?? null,
    settings: Object.fromEntries(values.set.map(readSetting)),
  }
}

const parse = (args: readonly string[]) => {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        accounts: text,
        images: text,
        'latency-ms': text,
        rounds: text,
        'large-images': text,
        'large-instances': text,
        'shared-accounts': text,
        'shared-latency-ms': text,
        events: text,
        only: text,
        scale: text,
        workers: text,
        'database-url': text,
        set: { type: 'string', multiple: true, default: [] },
      },
    }).values
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

const wholeNumber = (name: string, text: string | undefined, otherwise: number, least: number): number => {
  const number = text === undefined ? otherwise : Number(text)
  if (!Number.isInteger(number) || number < least)
    throw new UsageError(`--${name} has to be a whole number from ${least} on`)
  return number
}

const readParts = (text: string | undefined): ReadonlySet<Part> => {
  const named = text === undefined ? parts : text.split(',').map(part => part.trim())
  for (const part of named)
    if (!parts.includes(part as Part)) throw new UsageError(`--only knows ${parts.join(', ')}, not ${part}`)
  return new Set(named as Part[])
}

const readSetting = (text: string): [string, string] => {
  const [name = '', ...value] = text.split('=')
  if (name === '' || value.length === 0) throw new UsageError('--set has to be NAME=VALUE')
  return [name, value.join('=')]
}
