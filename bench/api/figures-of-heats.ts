import { type Measured, notMeasured } from '../figures/figure.ts'
import { median } from '../figures/median.ts'
import type { Sample } from './load/run-load.ts'
import type { Heat } from './measures/run-rounds.ts'
import type { Uncached } from './measures/uncached.ts'

type Contestant = 'amigraph' | 'postgraphile' | 'limit'
type Value = (sample: Sample) => number | null

const perSecond: Value = sample => sample.perSecond

/** The median over the rounds; null where a round has no value. */
const middle = (heat: Heat, contestant: Contestant, value: Value): number | null => {
  const values = (heat.samples[contestant] ?? []).map(value)
  return values.length === 0 || values.includes(null) ? null : median(values as number[])
}

const ratio = (heat: Heat, above: Contestant, below: Contestant, value: Value): number | null => {
  const [a, b] = [middle(heat, above, value), middle(heat, below, value)]
  return a === null || b === null || b === 0 ? null : a / b
}

/** The ratio of each heat, and the worst of them. */
const worst = (heats: readonly Heat[], pick: 'least' | 'most', of: (heat: Heat) => number | null): Measured => {
  const ratios = heats.map(heat => ({ heat, value: of(heat) }))
  const values = ratios.flatMap(({ value }) => (value === null ? [] : [value]))
  if (values.length === 0 || values.length < ratios.length) return notMeasured('this system does not tell')
  const detail = Object.fromEntries(
    ratios.map(({ heat, value }) => [`${heat.key}@${heat.connections}`, Number(value?.toPrecision(4))]),
  )
  return { value: pick === 'least' ? Math.min(...values) : Math.max(...values), detail }
}

/** One query's speed by another contestant's, at the worse number of connections, with everything behind it. */
export const speedAgainst = ({ heats, statements }: Uncached, key: string, other: Contestant): Measured => {
  const own = heats.filter(heat => heat.key === key)
  const { value, detail } = worst(own, 'least', heat => ratio(heat, 'amigraph', other, perSecond))
  return {
    value,
    detail: {
      ratios: detail,
      ...(other === 'limit' && { statement: statements[key]?.origin }),
      runs: own.map(heat => ({
        connections: heat.connections,
        amigraph: summary(heat, 'amigraph'),
        [other]: summary(heat, other),
      })),
    },
  }
}

export const cpuAgainstPeer = ({ heats }: Uncached): Measured =>
  worst(heats, 'least', heat => ratio(heat, 'postgraphile', 'amigraph', sample => sample.cpuMsPerRequest))

export const p99AgainstPeer = ({ heats }: Uncached): Measured => {
  const at64 = heats.filter(({ connections }) => connections === 64)
  if (at64.length === 0) return notMeasured('64 connections were left out')
  return worst(at64, 'most', heat => ratio(heat, 'amigraph', 'postgraphile', sample => sample.p99))
}

export const cachedAgainstPeer = (heats: readonly Heat[]): Measured => {
  const { value, detail } = worst(heats, 'least', heat => ratio(heat, 'amigraph', 'postgraphile', perSecond))
  const runs = heats.map(heat => ({
    query: heat.key,
    connections: heat.connections,
    amigraph: summary(heat, 'amigraph'),
    postgraphile: summary(heat, 'postgraphile'),
  }))
  return { value, detail: { ratios: detail, runs } }
}

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(4)))

const summary = (heat: Heat, contestant: Contestant) => ({
  perSecond: rounded(middle(heat, contestant, perSecond)),
  rounds: (heat.samples[contestant] ?? []).map(sample => rounded(sample.perSecond)),
  p50Ms: middle(heat, contestant, sample => sample.p50),
  p99Ms: middle(heat, contestant, sample => sample.p99),
  cpuMsPerRequest: rounded(middle(heat, contestant, sample => sample.cpuMsPerRequest)),
  answerBytes: middle(heat, contestant, sample => sample.bytes),
})
