import type { Figure } from './figure.ts'
import type { describeMachine } from './machine.ts'

export type Results = {
  readonly bench: string
  readonly machine: ReturnType<typeof describeMachine> & Readonly<Record<string, unknown>>
  readonly scale: Readonly<Record<string, unknown>>
  readonly figures: readonly Figure[]
}

/** One JSON object, or the same as a table. */
export const printFigures = (results: Results, format: 'json' | 'table'): void => {
  process.stdout.write(`${format === 'json' ? JSON.stringify(results, null, 2) : table(results)}\n`)
}

const table = ({ machine, scale, figures }: Results): string => {
  const rows = [
    ['figure', 'value', 'unit', 'goal', 'holds'],
    ...figures.map(({ key, value, unit, goal, holds }) => [
      key,
      value === null ? '–' : String(value),
      unit,
      goal,
      holds === null ? 'not measured' : holds ? 'yes' : 'no',
    ]),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? []
  const lines = rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const reasons = figures.flatMap(({ key, reason }) => (reason === undefined ? [] : [`${key}: ${reason}`]))
  return [pairs(machine), pairs(scale), '', ...lines, ...(reasons.length > 0 ? ['', ...reasons] : [])].join('\n')
}

const pairs = (values: Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : value}`)
    .join(' · ')
