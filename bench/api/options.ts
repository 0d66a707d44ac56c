import { parseArgs } from 'node:util'
import type { ScaleRequest } from './database/scale.ts'

export const parts = ['q1', 'q2', 'q3', 'cached', 'growth', 'export'] as const

/** What can be measured by itself. */
export type Part = (typeof parts)[number]

export type Options = {
  readonly json: boolean
  readonly scale: ScaleRequest
  /** Images of the two databases that growth is measured between */
  readonly growthImages: readonly [small: number, large: number]
  readonly exportImages: number
  readonly seconds: number
  readonly rounds: number
  readonly connections: readonly number[]
  /** Different sets of variables for each query */
  readonly variables: number
  readonly only: ReadonlySet<Part>
  readonly databaseUrl: string | null
  readonly keep: boolean
  /** This API's settings, where they are not to be the defaults */
  readonly settings: Readonly<Record<string, string>>
}

/** A mistake in the arguments; its message is for whoever made it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const usage = `npm run bench:api -- [flags]
  --json                print one JSON object instead of a table
  --quick               a small scale, in under a minute: tries the benchmark, measures little
  --images N            (200000)      --instances N  (1000000)     --accounts N  (500)
  --seconds N           of each run (8)
  --rounds N            at least 3 for figures that count (3)
  --connections N,N     (16,64)
  --variables N         different sets of variables for each query, at most (2000)
  --only PART,…         ${parts.join(', ')}
  --growth-images N,N   (10000,1000000)
  --export-images N     (1000000)
  --database-url URL    a PostgreSQL server to make databases amigraph_bench_… on, instead of an embedded one
  --keep                keep what was seeded for the next run
  --set NAME=VALUE      a setting of this API, over its default; may be given several times`

const full = { images: 200_000, instances: 1_000_000, accounts: 500, seconds: 8, variables: 2000, only: parts }
const quick = {
  images: 10_000,
  instances: 50_000,
  accounts: 120,
  seconds: 0.1,
  variables: 40,
  only: ['q1', 'q2', 'q3', 'cached'] as const,
}

export const readOptions = (args: readonly string[]): Options => {
  const { values } = parse(args)
  const defaults = values.quick ? quick : full
  return {
    json: values.json,
    scale: {
      images: wholeNumber('images', values.images, defaults.images, 10_000),
      instances: wholeNumber('instances', values.instances, defaults.instances, 1),
      accounts: wholeNumber('accounts', values.accounts, defaults.accounts, 100),
    },
    growthImages: pair(values['growth-images']),
    exportImages: wholeNumber('export-images', values['export-images'], 1_000_000, 10_000),
    seconds: seconds(values.seconds, defaults.seconds),
    rounds: wholeNumber('rounds', values.rounds, 3, 1),
    connections: wholeNumbers('connections', values.connections ?? '16,64'),
    variables: wholeNumber('variables', values.variables, defaults.variables, 1),
    only: readParts(values.only, defaults.only),
    databaseUrl: values['database-url'] ?? null,
    keep: values.keep,
    settings: Object.fromEntries(values.set.map(readSetting)),
  }
}

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        images: { type: 'string' },
        instances: { type: 'string' },
        accounts: { type: 'string' },
        seconds: { type: 'string' },
        rounds: { type: 'string' },
        connections: { type: 'string' },
        variables: { type: 'string' },
        only: { type: 'string' },
        'growth-images': { type: 'string', default: '10000,1000000' },
        'export-images': { type: 'string' },
        'database-url': { type: 'string' },
        keep: { type: 'boolean', default: false },
        set: { type: 'string', multiple: true, default: [] },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

const wholeNumber = (name: string, text: string | undefined, otherwise: number, least: number): number => {
  const number = text === undefined ? otherwise : Number(text)
  if (!Number.isInteger(number) || number < least) {
    throw new UsageError(`--${name} has to be a whole number from ${least} on`)
  }
  return number
}

const wholeNumbers = (name: string, text: string): number[] =>
  text.split(',').map(part => wholeNumber(name, part.trim() || 'none', 0, 1))

const pair = (text: string): [number, number] => {
  const [small = 0, large = 0, ...more] = wholeNumbers('growth-images', text)
  if (more.length > 0 || small < 10_000 || large <= small) {
    throw new UsageError('--growth-images has to be two numbers, the smaller one first and 10000 at least')
  }
  return [small, large]
}

const seconds = (text: string | undefined, otherwise: number): number => {
  const number = text === undefined ? otherwise : Number(text)
  if (!(number >= 0.1)) throw new UsageError('--seconds has to be a number from 0.1 on')
  return number
}

const readParts = (text: string | undefined, otherwise: readonly Part[]): ReadonlySet<Part> => {
  const named = text === undefined ? otherwise : text.split(',').map(part => part.trim())
  for (const part of named) {
    if (!parts.includes(part as Part)) throw new UsageError(`--only knows ${parts.join(', ')}, not ${part}`)
  }
  return new Set(named as Part[])
}

const readSetting = (text: string): [string, string] => {
  const [name = '', ...value] = text.split('=')
  if (name === '' || value.length === 0) throw new UsageError('--set has to be NAME=VALUE')
  return [name, value.join('=')]
}
