import type { Goal } from '../figures/figure.ts'

/** What is aimed at, for a machine of two cores that PostgreSQL and the load generator share. */
export const goals = {
  'api.q1.peer': { unit: 'ratio', goal: '>= 3' },
  'api.q2.peer': { unit: 'ratio', goal: '>= 2.3' },
  'api.q3.peer': { unit: 'ratio', goal: '>= 2' },
  'api.q1.limit': { unit: 'ratio', goal: '>= 0.85' },
  'api.q2.limit': { unit: 'ratio', goal: '>= 0.85' },
  'api.q3.limit': { unit: 'ratio', goal: '>= 0.85' },
  'api.cpu.peer': { unit: 'ratio', goal: '>= 4' },
  'api.cached.peer': { unit: 'ratio', goal: '>= 10' },
  'api.p99.peer': { unit: 'ratio', goal: '<= 0.5' },
  'api.rss': { unit: 'MB', goal: '<= 250' },
  'api.growth': { unit: 'ratio', goal: '<= 1.2' },
  'api.export': { unit: 'ratio', goal: '>= 0.5' },
  'api.export.rss': { unit: 'MB', goal: '<= 200' },
} as const satisfies Readonly<Record<string, Goal>>

export type FigureKey = keyof typeof goals
