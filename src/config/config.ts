import type { GoldenFamily } from '../domain/golden-family.ts'
import type { ConfiguredTitle } from '../domain/product-title.ts'
import type { BillsLocation } from './bills-location.ts'
import type { KindSchedules } from './kind-schedules.ts'
import type { OidcClaims } from './oidc-claims.ts'

/** The whole configuration: parsed once (`load-config.ts`), frozen, handed down. Nobody else reads the environment. */
export type Config = {
  readonly database: DatabaseConfig
  readonly server: ServerConfig
  readonly api: ApiConfig
  readonly access: AccessConfig
  readonly aws: AwsConfig
  readonly sync: SyncConfig
  /** `null`: no bills are read but the sandbox's own */
  readonly bills: BillsConfig | null
  readonly trust: TrustConfig
  readonly products: ProductsConfig
  readonly sandbox: SandboxConfig
  readonly metrics: MetricsConfig
  readonly log: LogConfig
}

export type DatabaseConfig = {
  /** `null`: run the embedded server in `dataDir` */
  readonly url: string | null
  /** `null`: read from the primary */
  readonly replicaUrl: string | null
  /** Connections a process keeps at most */
  readonly poolSize: number
  /** A statement of the API that runs longer is cancelled */
  readonly statementTimeoutSeconds: number
  /** How long a start waits for a server that is away before it gives up */
  readonly waitSeconds: number
  /** Absolute path of the folder of the embedded server */
  readonly dataDir: string
}

export type ServerConfig = {
  readonly host: string
  /** 0 takes any free port */
  readonly port: number
}

export type AccessConfig = {
  /** `null`: no bearer tokens */
  readonly oidc: OidcConfig | null
  readonly apiKeys: boolean
  /** Where operations are recorded; refusals and administration are in any case */
  readonly auditLog: { readonly to: 'log' | 'off' } | { readonly to: 'file'; readonly file: string }
}

export type OidcConfig = {
  readonly issuer: string
  /** A token has to name one of them */
  readonly audience: readonly string[]
  /** `null`: the discovery document names it */
  readonly jwksUrl: string | null
  readonly claims: OidcClaims
}

export type ApiConfig = {
  /** A manifest, or a folder of documents, that clients may name instead of sending a query's text */
  readonly trustedDocuments: string | null
  /** Nothing else is answered */
  readonly trustedDocumentsOnly: boolean
  readonly introspection: boolean
  readonly explorer: boolean
  /** Origins whose pages may call the API from a browser; empty: none but its own */
  readonly corsOrigins: readonly string[]
  /** Points that one query may cost */
  readonly maxQueryCost: number
  /** Points that a viewer may spend in a minute; 0: as many as it likes */
  readonly costBudget: number
  /** Time for one query, from its arrival to its answer */
  readonly requestTimeoutSeconds: number
  /** Connections that are open at the same time */
  readonly maxConnections: number
  /** Memory for answers that are kept until something changes; 0: none are */
  readonly answerCacheMegabytes: number
}

export type AwsConfig = {
  readonly mode: 'sandbox' | 'organization'
  /** Name (with its path, where it has one) of the role that is assumed in every member account */
  readonly memberRole: string
  readonly externalId: string | null
  /** The role that may call Organizations; `null` where the process' own credentials may */
  readonly managementRoleArn: string | null
  /** Empty: every Region that the account has enabled */
  readonly regions: readonly string[]
  /** Token buckets other than AWS's own, by `service:Action` or `service:*` */
  readonly limits: Readonly<Record<string, { readonly capacity: number; readonly refillPerSecond: number }>>
}

export type SyncConfig = {
  /** Five cron fields, UTC */
  readonly schedule: string
  /** Kinds of source that have a schedule of their own */
  readonly kindSchedules: KindSchedules
  /** How old permissions may get where nothing says that they changed; 0: they are read every time */
  readonly permissionMaxAgeMinutes: number
  /** A source that was not read for longer counts as stale (R20) */
  readonly maxAgeMinutes: number
  /** How long it is remembered what facts were before they changed */
  readonly memoryDays: number
  /** Sources that one process reads at the same time */
  readonly concurrency: number
  /** `null`: events of the sandbox are followed, those of a real organization are not */
  readonly eventsQueueUrl: string | null
  /** How old usage reports may get before AWS is asked to make others; null: it is never asked */
  readonly usageReportDays: number | null
  /** DescribeImageReferences calls an account, Region and run about images that others share with the account */
  readonly sharedReferenceCalls: number
}

export type BillsConfig = {
  /** A folder's path is absolute */
  readonly location: BillsLocation
  /** Assumed for reading them; `null`: read with what AWS Organizations is read with */
  readonly roleArn: string | null
}

export type TrustConfig = {
  /** Account IDs outside the organization whose images are ALLOWLISTED (R3) */
  readonly owners: readonly string[]
  /** (R19) Golden images besides those of EC2 Image Builder */
  readonly goldenFamilies: readonly GoldenFamily[]
}

export type ProductsConfig = {
  /** What products are called, before what bills and images call them */
  readonly titles: readonly ConfiguredTitle[]
}

export type SandboxConfig = {
  readonly accounts: number
  readonly seed: number
  readonly eventDelayMs: number
  /** A folder of AWS CLI JSON that is served instead of the generated organization */
  readonly load: string | null
}

export type MetricsConfig = {
  readonly host: string
  /** 0 takes any free port; `null`: metrics are neither kept nor served */
  readonly port: number | null
}

export type LogConfig = {
  readonly level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  readonly format: 'pretty' | 'json'
}
