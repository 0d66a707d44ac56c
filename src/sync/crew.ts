import type { KindSchedule, Worker } from './worker.ts'

/** The worker of a process: there while something needs it, and never two of them. */
export type Crew = {
  /** There is a worker until the work is done */
  during<Result>(work: () => Promise<Result>): Promise<Result>
  /** There is one from now on, which plans the scheduled runs too */
  stay(schedules: readonly KindSchedule[]): Promise<void>
  /** It stops, whoever needs it */
  dismiss(): Promise<void>
}

export function createCrew(start: (schedules: readonly KindSchedule[]) => Promise<Worker>): Crew {
  let worker: Promise<Worker> | null = null
  let users = 0
  const dismiss = async (): Promise<void> => {
    const leaving = worker
    worker = null
    await (await leaving?.catch(() => null))?.stop()
  }
  return {
    async during(work) {
      users += 1
      worker ??= start([])
      try {
        await worker
        return await work()
      } finally {
        users -= 1
        if (users === 0) await dismiss()
      }
    },
    async stay(schedules) {
      users += 1
      await dismiss()
      worker = start(schedules)
      await worker
    },
    dismiss,
  }
}
