import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The child's side of a contestant: it learns its settings from the environment and tells where it listens. */
export type ContestantSettings = {
  readonly databaseUrl: string
  /** Connections to PostgreSQL, the same for every contestant */
  readonly poolSize: number
  /** Environment variables of the API's own settings, over the defaults */
  readonly apiSettings: Readonly<Record<string, string>>
  /** Where the recorded statements are */
  readonly statementsFile: string | null
}

export const settingsOfContestant = (): ContestantSettings =>
  JSON.parse(process.env['AMIGRAPH_BENCH_CONTESTANT'] ?? '{}') as ContestantSettings

/** What a contestant tells when it listens. */
export type Ready = {
  readonly url: string
  /** Where a recorder answers with what it recorded */
  readonly recordedUrl?: string
}

/** Tells the benchmark where requests go, and ends with it. */
export const ready = (where: Ready): void => {
  process.on('disconnect', () => process.exit())
  process.send?.(where)
}

/** Where a server of this process listens. */
export const localUrl = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
