import type { Goal } from '../figures/figure.ts'

export const goals = {
  'sync.calls.first': { unit: 'ratio', goal: '<= 1.05' },
  'sync.wall.first': { unit: 'ratio', goal: '<= 1.15' },
  'sync.calls.repeat': { unit: 'ratio', goal: '<= 0.1' },
  'sync.rows.repeat': { unit: 'rows', goal: '= 0' },
  'sync.throttled': { unit: 'ratio', goal: '<= 0.001' },
  'sync.throttled.neighbour': { unit: 'ratio', goal: '<= 0.001' },
  'sync.workers.2': { unit: 'ratio', goal: '>= 1.8' },
  'sync.rss': { unit: 'MB', goal: '<= 400' },
  'sync.write': { unit: 'ratio', goal: '>= 0.3' },
  'sync.event': { unit: 's', goal: '<= 5' },
} as const satisfies Readonly<Record<string, Goal>>

export type FigureKey = keyof typeof goals
