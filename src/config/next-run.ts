import { Cron } from 'croner'

/** The first moment after `now` at which a schedule of five cron fields (UTC) starts a run; null where it never does. */
export const nextRun = (schedule: string, now: Date): Date | null =>
  new Cron(schedule, { timezone: 'UTC' }).nextRun(now)

/** The time between the next two runs of a schedule, in milliseconds; 0 where there are none. */
export const runInterval = (schedule: string, now: Date): number => {
  const [first, second] = new Cron(schedule, { timezone: 'UTC' }).nextRuns(2, now)
  return first === undefined || second === undefined ? 0 : second.getTime() - first.getTime()
}
