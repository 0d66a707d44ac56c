import type { Goal } from '../figures/figure.ts'

export const goals = {
  'bills.load': { unit: 'ratio', goal: '<= 2' },
  'bills.rss': { unit: 'GB', goal: '<= 1' },
  'bills.costs': { unit: 'ms', goal: '<= 50' },
} as const satisfies Readonly<Record<string, Goal>>
