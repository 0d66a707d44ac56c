import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Progress } from '../figures/progress.ts'
import { writeExport } from './write-export.ts'

export type OpenExport = { readonly folder: string; readonly files: readonly string[]; close(): Promise<void> }

type Wanted = {
  readonly data: string
  readonly keep: boolean
  readonly lines: number
  readonly accounts: number
  readonly progress: Progress
}

/** The export to measure on: written now and removed at the end, or kept for runs to come, each scale in its own folder. */
export const openExport = async ({ data, keep, lines, accounts, progress }: Wanted): Promise<OpenExport> => {
  const folder = keep ? join(data, `bills-${lines}-${accounts}`) : await mkdtemp(join(data, 'bills-'))
  // Written last: a folder without it was left half full.
  const listing = join(folder, 'files.json')
  const close = async () => {
    if (!keep) await rm(folder, { recursive: true, force: true })
  }
  const written = await readFile(listing, 'utf8').catch(() => null)
  if (written !== null) return { folder, files: JSON.parse(written) as string[], close }
  progress.say(`writing ${lines} lines`)
  await mkdir(folder, { recursive: true })
  const files = await writeExport(folder, lines, accounts)
  await writeFile(listing, JSON.stringify(files))
  return { folder, files, close }
}
