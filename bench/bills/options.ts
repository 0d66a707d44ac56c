import { parseArgs } from 'node:util'

export const parts = ['load', 'costs'] as const

export type Part = (typeof parts)[number]

export type Options = {
  readonly json: boolean
  readonly only: ReadonlySet<Part>
  readonly keep: boolean
  readonly lines: number
  readonly rounds: number
  readonly accounts: number
  readonly months: number
  readonly databaseUrl: string | null
}

/** A mistake in the arguments; its message is for whoever made it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const usage = `npm run bench:bills -- [flags]
  --json              print one JSON object instead of a table
  --quick             a small scale, in under a minute: tries the benchmark, measures little
  --lines N           of the export (20000000)
  --rounds N          at least 3 for figures that count (3)
  --only PART,…       ${parts.join(', ')}
  --keep              keep the export that was written, for the next run
  --accounts N        (500)          --months N      of the costs that are asked for (12)
  --database-url URL  a PostgreSQL server to make databases amigraph_bench_… on, instead of an embedded one`

export const readOptions = (args: readonly string[]): Options => {
  const values = parse(args)
  return {
    json: values.json,
    only: readParts(values.only),
    keep: values.keep,
    lines: wholeNumber('lines', values.lines, values.quick ? 200_000 : 20_000_000),
    rounds: wholeNumber('rounds', values.rounds, values.quick ? 1 : 3),
    accounts: wholeNumber('accounts', values.accounts, values.quick ? 50 : 500),
    months: wholeNumber('months', values.months, 12),
    databaseUrl: values['database-url'] ?? null,
  }
}

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        only: { type: 'string' },
        keep: { type: 'boolean', default: false },
        lines: { type: 'string' },
        rounds: { type: 'string' },
        accounts: { type: 'string' },
        months: { type: 'string' },
        'database-url': { type: 'string' },
      },
    }).values
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

const readParts = (text: string | undefined): ReadonlySet<Part> => {
  const asked = text === undefined ? parts : text.split(',')
  for (const part of asked) {
    if (!parts.includes(part as Part)) throw new UsageError(`--only knows ${parts.join(', ')}, not ${part}`)
  }
  return new Set(asked as Part[])
}

const wholeNumber = (name: string, given: string | undefined, otherwise: number): number => {
  const value = given === undefined ? otherwise : Number(given)
  if (!Number.isInteger(value) || value < 1) throw new UsageError(`--${name} has to be a whole number from 1 on`)
  return value
}
