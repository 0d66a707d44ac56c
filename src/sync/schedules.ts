import type { SyncConfig } from '../config/config.ts'
import { nextRun, runInterval } from '../config/next-run.ts'
import type { SourceKind } from '../domain/source.ts'
import type { KindSchedule } from './worker.ts'

/** When kinds of source are read, and for how long that counts as fresh. */
export type Schedules = {
  /** Kinds that are read at the same times together */
  groups(kinds: readonly SourceKind[]): KindSchedule[]
  freshUntil(kind: SourceKind, observedAt: Date): Date
  /** Milliseconds from one reading to the next */
  interval(kind: SourceKind): number
}

export function createSchedules({
  schedule,
  kindSchedules,
  maxAgeMinutes,
}: Pick<SyncConfig, 'schedule' | 'kindSchedules' | 'maxAgeMinutes'>): Schedules {
  const scheduleOf = (kind: SourceKind): string => kindSchedules[kind] ?? schedule
  const maxAge = maxAgeMinutes * 60_000
  const next = createNextRuns()
  return {
    groups(kinds) {
      const groups = Map.groupBy(kinds, scheduleOf)
      return [...groups].map(([schedule, kinds]) => ({ schedule, kinds }))
    },
    // What is read less often than sources may be old is late only when its next run is.
    freshUntil(kind, observedAt) {
      const run = next(scheduleOf(kind), observedAt)?.getTime() ?? 0
      return new Date(Math.max(observedAt.getTime() + maxAge, run + maxAge / 2))
    },
    interval: kind => runInterval(scheduleOf(kind), new Date()),
  }
}

/** Runs are hours apart and sources end by the hundred a second: the last answer mostly holds. */
function createNextRuns(): (schedule: string, from: Date) => Date | null {
  const known = new Map<string, { from: Date; run: Date | null }>()
  return (schedule, from) => {
    const last = known.get(schedule)
    if (last !== undefined && last.from <= from && (last.run === null || from < last.run)) return last.run
    const run = nextRun(schedule, from)
    known.set(schedule, { from, run })
    return run
  }
}
