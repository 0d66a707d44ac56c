import { z } from 'zod'
import { type SourceKind, sourceKinds } from '../domain/source.ts'
import { cronSchedule } from './value.ts'

/** Schedules of single kinds of source. */
export type KindSchedules = Readonly<Partial<Record<SourceKind, string>>>

const entry = /^\s*([A-Z_]+)\s*=\s*(\S.*?)\s*$/

/** `KIND=five cron fields`, separated by semicolons; empty text is none. */
export const kindSchedules = z
  .string()
  .transform(text => text.split(';').filter(part => part.trim() !== ''))
  .pipe(
    z.array(
      z.string().transform((part, context) => {
        const [, kind, schedule] = entry.exec(part) ?? []
        if (kind !== undefined && isKind(kind) && cronSchedule.safeParse(schedule).success)
          return [kind, schedule] as const
        context.addIssue({ code: 'custom', message: 'not a schedule of a kind' })
        return z.NEVER
      }),
    ),
  )
  .transform((entries): KindSchedules => Object.fromEntries(entries))

function isKind(text: string): text is SourceKind {
  return (sourceKinds as readonly string[]).includes(text)
}
