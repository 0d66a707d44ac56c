import { Cron } from 'croner'

/** The first moment after `now` at which a schedule of five cron fields (UTC) starts a run; null where it never does. */
export const nextRun = (schedule: string, now: Date): Date | null =>
  new Cron(schedule, { timezone: 'UTC' }).nextRun(now)
