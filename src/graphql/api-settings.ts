import type { ApiConfig } from '../config/config.ts'

/** How the API is configured, and what only tests change. */
export type ApiSettings = ApiConfig & {
  /** How long a client may take to send the head of a request */
  readonly headSeconds: number
  /** How long a client may take to send all of a request */
  readonly bodySeconds: number
  /** How long a connection that asks nothing stays open */
  readonly idleSeconds: number
  /** How often those times are looked at */
  readonly checkSeconds: number
  /** Requests that are worked on, or wait for a connection to the database, at the same time */
  readonly mostUnderWay: number
}

/** What stands where a context says nothing of it; the configuration's defaults are those of `settings.ts`. */
const defaults: ApiSettings = {
  trustedDocuments: null,
  trustedDocumentsOnly: false,
  introspection: true,
  explorer: true,
  corsOrigins: [],
  maxQueryCost: 100_000,
  costBudget: 0,
  requestTimeoutSeconds: 60,
  maxConnections: 5000,
  answerCacheMegabytes: 64,
  headSeconds: 15,
  bodySeconds: 30,
  idleSeconds: 65,
  checkSeconds: 5,
  mostUnderWay: 1000,
}

export const apiSettings = (given: Partial<ApiSettings> = {}): ApiSettings => ({ ...defaults, ...given })
