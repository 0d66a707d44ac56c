import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { startContestant } from '../contestants/contestant.ts'
import { openSeeded, type SeedOptions } from '../database/open-seeded.ts'
import { growthScale } from '../database/scale.ts'
import { peakMemory } from '../../process/process-usage.ts'
import { takeRecorded } from '../load/take-recorded.ts'
import type { Options } from '../options.ts'
import type { Progress } from '../../figures/progress.ts'
import { poolSize } from './arena.ts'

/** Every image as JSON Lines, by one of this API's own documents. */
const exportPath = '/export/images?format=jsonl'

export type Export = {
  readonly images: number
  /** Rows a second, by round */
  readonly exported: readonly number[]
  readonly copied: readonly number[]
  /** Of this API's process, in MB */
  readonly peakMemory: number | null
}

type ExportOptions = { readonly options: Options; readonly seedOptions: SeedOptions; readonly progress: Progress }

/** Whether the API at this address has exports at all: asked before a million images are seeded for it. */
export const hasExport = async (databaseUrl: string, options: Options): Promise<boolean> => {
  const amigraph = await startContestant('amigraph', 'amigraph-server', apiOf(databaseUrl, options))
  try {
    const response = await fetch(new URL(exportPath, amigraph.url))
    await response.body?.cancel()
    return response.ok
  } finally {
    await amigraph.stop()
  }
}

/** Every image through this API's export and through COPY, in turn. */
export const measureExport = async ({ options, seedOptions, progress }: ExportOptions): Promise<Export> => {
  const images = options.exportImages
  await using opened = new AsyncDisposableStack()
  const database = opened.adopt(await openSeeded(growthScale(images), seedOptions), ({ close }) => close())
  const amigraph = opened.adopt(
    await startContestant('amigraph', 'amigraph-server', apiOf(database.url, options)),
    ({ stop }) => stop(),
  )
  const lines = await statementOfExport(database.url, options)
  const exported: number[] = []
  const copied: number[] = []
  for (let round = 0; round < options.rounds; round++) {
    exported.push(await rowsPerSecond(images, () => linesOfExport(amigraph.url)))
    copied.push(await rowsPerSecond(images, () => linesOfCopy(database.url, lines)))
    progress.say(`export: ${exported.at(-1)?.toFixed(0)}/s, COPY: ${copied.at(-1)?.toFixed(0)}/s`)
  }
  return { images, exported, copied, peakMemory: peakMemory(amigraph.pid) }
}

const apiOf = (databaseUrl: string, options: Options) => ({
  databaseUrl,
  poolSize,
  apiSettings: options.settings,
  statementsFile: null,
})

/** The statement that this API reads an export with, its parameters written out: what COPY is to run. */
const statementOfExport = async (databaseUrl: string, options: Options): Promise<string> => {
  const recorder = await startContestant('recorder', 'statement-recorder', apiOf(databaseUrl, options))
  try {
    const response = await fetch(new URL(exportPath, recorder.url))
    await response.body?.cancel()
    const recorded = await takeRecorded(recorder)
    const [statement] = recorded
    if (statement === undefined || recorded.length > 1)
      throw new Error(`An export is expected to be one statement, and was ${recorded.length}`)
    return statement.text.replace(/\$(\d+)/g, (_, number: string) => literal(statement.values[Number(number) - 1]))
  } finally {
    await recorder.stop()
  }
}

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]`
  return typeof value === 'string' ? pg.escapeLiteral(value) : String(value)
}

const rowsPerSecond = async (expected: number, read: () => Promise<number>): Promise<number> => {
  const started = performance.now()
  const rows = await read()
  if (rows !== expected) throw new Error(`${rows} rows came instead of ${expected}`)
  return rows / ((performance.now() - started) / 1000)
}

const linesOfExport = async (url: string): Promise<number> => {
  const response = await fetch(new URL(exportPath, url))
  if (!response.ok || response.body === null) throw new Error(`${exportPath} answered ${response.status}`)
  return countLines(response.body)
}

const linesOfCopy = async (databaseUrl: string, statement: string): Promise<number> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await countLines(client.query(copyTo(`copy (${statement}) to stdout`)))
  } finally {
    await client.end()
  }
}

const newline = 10

const countLines = async (chunks: AsyncIterable<Uint8Array>): Promise<number> => {
  let lines = 0
  for await (const chunk of chunks) {
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1)) lines++
  }
  return lines
}
