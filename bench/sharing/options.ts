import { parseArgs } from 'node:util'

export type Scale = { readonly accounts: number; readonly units: number; readonly images: number; readonly regions: number }

export const parts = ['launchableBy', 'launchableImages', 'launchCheck', 'launchChecks', 'exposures', 'problems', 'growth'] as const

/** What can be measured by itself. */
export type Part = (typeof parts)[number]

export type Options = {
  readonly json: boolean
  readonly scale: Scale
  /** Each statement is sent so often, with other values each time */
  readonly times: number
  readonly rounds: number
  readonly only: ReadonlySet<Part>
  readonly databaseUrl: string | null
  readonly keep: boolean
}

export const usage = `npm run bench:sharing -- [flags]
  --json                print one JSON object instead of a table
  --quick               a small scale, in under a minute: tries the benchmark, measures little
  --accounts N          (10000)   --units N  (1000)   --images N  (200000)
  --times N             how often each statement is sent in a round (200)
  --rounds N            at least 3 for figures that count (3)
  --only PART,…         ${parts.join(', ')}
  --database-url URL    a PostgreSQL server to make databases amigraph_sharing_… on, instead of an embedded one
  --keep                keep what was seeded for the next run`

const full = { accounts: 10_000, units: 1000, images: 200_000, times: 200 }
const quick = { accounts: 500, units: 60, images: 5000, times: 20 }

export const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      accounts: { type: 'string' },
      units: { type: 'string' },
      images: { type: 'string' },
      times: { type: 'string' },
      rounds: { type: 'string' },
      only: { type: 'string' },
      'database-url': { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  })
  const defaults = values.quick ? quick : full
  return {
    json: values.json,
    scale: {
      accounts: wholeNumber('accounts', values.accounts, defaults.accounts, 100),
      units: wholeNumber('units', values.units, defaults.units, 13),
      images: wholeNumber('images', values.images, defaults.images, 1000),
      regions: 16,
    },
    times: wholeNumber('times', values.times, defaults.times, 1),
    rounds: wholeNumber('rounds', values.rounds, 3, 1),
    only: readParts(values.only),
    databaseUrl: values['database-url'] ?? null,
    keep: values.keep,
  }
}

const wholeNumber = (name: string, text: string | undefined, otherwise: number, least: number): number => {
  const number = text === undefined ? otherwise : Number(text)
  if (Number.isInteger(number) && number >= least) return number
  throw new Error(`--${name} has to be a whole number from ${least} on\n\n${usage}`)
}

const readParts = (text: string | undefined): ReadonlySet<Part> => {
  const named = text === undefined ? parts : text.split(',').map(part => part.trim())
  const unknown = named.find(part => !parts.includes(part as Part))
  if (unknown === undefined) return new Set(named as Part[])
  console.error(`--only knows ${parts.join(', ')}, not ${unknown}\n${usage}`)
  process.exit(2)
}
