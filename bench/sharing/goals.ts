import type { Goal } from '../figures/figure.ts'

/** What each figure of sharing has to be. Times are at the database, where the statement is sent to. */
export const goals = {
  'sharing.launchableBy': { unit: 'ms', goal: '<= 20' },
  'sharing.launchableImages': { unit: 'ms', goal: '<= 20' },
  'sharing.launchCheck': { unit: 'ms', goal: '<= 20' },
  'sharing.launchChecks.1000': { unit: 's', goal: '<= 1' },
  'sharing.exposures': { unit: 'ms', goal: '<= 100' },
  'sharing.problems': { unit: 'ms', goal: '<= 100' },
  'sharing.growth': { unit: 'ratio', goal: '<= 1.2' },
} as const satisfies Readonly<Record<string, Goal>>

export type FigureKey = keyof typeof goals
