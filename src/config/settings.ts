import type { z } from 'zod'
import { goldenImages } from './golden-images.ts'
import { kindSchedules } from './kind-schedules.ts'
import { maskAll, maskUrlPassword } from './mask.ts'
import { oidcClaims } from './oidc-claims.ts'
import { productTitles } from './product-titles.ts'
import {
  billsLocation,
  bucketSizes,
  cronSchedule,
  listOf,
  oneOf,
  path,
  postgresUrl,
  roleArn,
  safeUrl,
  text,
  type Value,
  wholeNumber,
} from './value.ts'

/** A setting: one environment variable. An empty value counts as absent. */
export type Setting<Output = unknown> = {
  readonly group: string
  readonly value: Value<Output>
  /** What an error says that it expected */
  readonly expected: string
  /** The text that stands in for an absent variable; `null` where being absent means something of its own */
  readonly default: string | null
  /** What an absent variable without a default means */
  readonly absent?: string
  /** One or two sentences for `.env.example`, the README and `npm run config` */
  readonly description: string
  /** How a value is shown where it is a secret */
  readonly mask?: (value: string) => string
}

const setting = <Output, Default extends string | null>(definition: Setting<Output> & { readonly default: Default }) =>
  definition

/**
 * Every setting of amigraph. Parsing, `npm run config`, `.env.example` and the README's table all come from here;
 * a new setting is one entry here and one line in `load-config.ts`.
 */
export const settings = {
  DATABASE_URL: setting({
    group: 'Database',
    value: postgresUrl,
    expected: 'a connection string such as postgres://user:password@host:5432/amigraph',
    default: null,
    absent: 'amigraph runs its own PostgreSQL 18 in `DATA_DIR`',
    description: 'The PostgreSQL to use, 15 or newer.',
    mask: maskUrlPassword,
  }),
  DATABASE_PASSWORD_FILE: setting({
    group: 'Database',
    value: path,
    expected: 'the path of a readable file',
    default: null,
    absent: 'the password in `DATABASE_URL`',
    description: 'File that holds the password for `DATABASE_URL` and `DATABASE_REPLICA_URL` (a mounted secret).',
  }),
  DATABASE_REPLICA_URL: setting({
    group: 'Database',
    value: postgresUrl,
    expected: 'a connection string such as postgres://user:password@host:5432/amigraph',
    default: null,
    absent: 'reads go to `DATABASE_URL`',
    description: 'Read replica that the API reads from. Needs `DATABASE_URL`.',
    mask: maskUrlPassword,
  }),
  DATABASE_POOL_SIZE: setting({
    group: 'Database',
    value: wholeNumber(1, 1000),
    expected: 'a whole number from 1 to 1000',
    default: '4',
    description: 'Connections that a process opens at most.',
  }),
  DATABASE_STATEMENT_TIMEOUT_SECONDS: setting({
    group: 'Database',
    value: wholeNumber(0, 86_400),
    expected: 'a whole number of seconds from 0 to 86400',
    default: '30',
    description: 'A statement of the API that runs longer is cancelled; 0 never cancels.',
  }),
  DATABASE_WAIT_SECONDS: setting({
    group: 'Database',
    value: wholeNumber(0, 86_400),
    expected: 'a whole number of seconds from 0 to 86400',
    default: '60',
    description: 'How long a start keeps trying to reach `DATABASE_URL` before it gives up.',
  }),
  DATA_DIR: setting({
    group: 'Database',
    value: path,
    expected: 'the path of a folder',
    default: '.amigraph',
    description: 'Folder of the embedded PostgreSQL; relative to the working directory. It is created when missing.',
  }),
  HOST: setting({
    group: 'Server',
    value: text(/^[A-Za-z0-9_.:%-]{1,255}$/),
    expected: 'an address or host name such as 127.0.0.1 or ::1',
    default: '127.0.0.1',
    description: 'Address that the API listens on.',
  }),
  PORT: setting({
    group: 'Server',
    value: wholeNumber(0, 65_535),
    expected: 'a port from 0 to 65535',
    default: '4000',
    description: 'Port that the API listens on; 0 takes any free one.',
  }),
  AMIGRAPH_OIDC_ISSUER: setting({
    group: 'Access',
    value: safeUrl,
    expected: 'the issuer of your identity provider such as https://login.example.com/realms/main',
    default: null,
    absent: 'no tokens are accepted',
    description:
      'Callers present a bearer token of this OpenID Connect issuer, written exactly as in its tokens. Needs ' +
      '`AMIGRAPH_OIDC_AUDIENCE` and `AMIGRAPH_OIDC_CLAIMS`.',
  }),
  AMIGRAPH_OIDC_AUDIENCE: setting({
    group: 'Access',
    value: listOf(/^[\x21-\x7e]{1,1000}$/),
    expected: 'names separated by commas such as amigraph',
    default: '',
    absent: 'no tokens are accepted',
    description: 'Audiences (`aud`) of which a token has to name one.',
  }),
  AMIGRAPH_OIDC_JWKS_URL: setting({
    group: 'Access',
    value: safeUrl,
    expected: 'an https URL such as https://login.example.com/keys',
    default: null,
    absent: "what the issuer's discovery document names",
    description: "Where the issuer's public keys are.",
  }),
  AMIGRAPH_OIDC_CLAIMS: setting({
    group: 'Access',
    value: oidcClaims,
    expected:
      'JSON such as {"grants":[{"claim":"groups","value":"cloud","organization":true}]}; docs/access.md has all of it',
    default: null,
    absent: 'no tokens are accepted',
    description: 'What the claims of a token let its bearer see and do: JSON, see docs/access.md.',
  }),
  AMIGRAPH_API_KEYS: setting({
    group: 'Access',
    value: oneOf(['on', 'off']),
    expected: '"on" or "off"',
    default: 'off',
    description: 'Whether callers may present an API key; `npm run keys` makes them.',
  }),
  AMIGRAPH_AUDIT_LOG: setting({
    group: 'Access',
    value: path,
    expected: '"log", "off" or the path of a file',
    default: 'log',
    description:
      'Where it is recorded who asked what: `log`, with all other log lines, or a file. With `off` only refusals and ' +
      'administration are recorded.',
  }),
  AMIGRAPH_INTROSPECTION: setting({
    group: 'API',
    value: oneOf(['on', 'off']),
    expected: '"on" or "off"',
    default: 'on',
    description: 'Whether queries may ask for the schema. With `off`, errors suggest no names of it either.',
  }),
  AMIGRAPH_EXPLORER: setting({
    group: 'API',
    value: oneOf(['on', 'off']),
    expected: '"on" or "off"',
    default: 'on',
    description:
      'Whether a browser that opens `/graphql` gets a page to explore the API with. It needs `AMIGRAPH_INTROSPECTION`.',
  }),
  AMIGRAPH_TRUSTED_DOCUMENTS: setting({
    group: 'API',
    value: path,
    expected: 'the path of a JSON file or of a folder',
    default: null,
    absent: 'none',
    description:
      'Queries that clients may name instead of sending them: a JSON file of SHA-256 and text of each, or a folder of ' +
      '`.graphql` files.',
  }),
  AMIGRAPH_TRUSTED_DOCUMENTS_ONLY: setting({
    group: 'API',
    value: oneOf(['on', 'off']),
    expected: '"on" or "off"',
    default: 'off',
    description: 'Whether those are the only ones that are answered. Needs `AMIGRAPH_TRUSTED_DOCUMENTS`.',
  }),
  AMIGRAPH_CORS_ORIGINS: setting({
    group: 'API',
    value: listOf(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/i),
    expected: 'origins separated by commas such as https://portal.example.com',
    default: '',
    absent: 'none',
    description: 'Origins whose pages may call the API from a browser, separated by commas.',
  }),
  AMIGRAPH_MAX_QUERY_COST: setting({
    group: 'API',
    value: wholeNumber(1, 1_000_000_000),
    expected: 'a whole number of points from 1 to 1000000000',
    default: '100000',
    description: 'Points that one query may cost: about one for each object that it can return (docs/limits.md).',
  }),
  AMIGRAPH_COST_BUDGET: setting({
    group: 'API',
    value: wholeNumber(0, 1_000_000_000_000),
    expected: 'a whole number of points from 0 to 1000000000000',
    default: '10000000',
    description: 'Points that a viewer may spend in a minute, at each API process; 0 sets no budget.',
  }),
  AMIGRAPH_REQUEST_TIMEOUT_SECONDS: setting({
    group: 'API',
    value: wholeNumber(1, 3600),
    expected: 'a whole number of seconds from 1 to 3600',
    default: '60',
    description: 'A query that is not answered by then is broken off, and what it runs in the database is cancelled.',
  }),
  AMIGRAPH_MAX_CONNECTIONS: setting({
    group: 'API',
    value: wholeNumber(1, 100_000),
    expected: 'a whole number from 1 to 100000',
    default: '5000',
    description: 'Connections of clients that an API process keeps open at the same time; further ones are closed.',
  }),
  AMIGRAPH_ANSWER_CACHE_MEGABYTES: setting({
    group: 'API',
    value: wholeNumber(0, 100_000),
    expected: 'a whole number of megabytes from 0 to 100000',
    default: '64',
    description:
      'Memory of a process for answers that are given again until something changes; 0 keeps none. Without effect where ' +
      'reads go to `DATABASE_REPLICA_URL`, which changes later than it is told.',
  }),
  AMIGRAPH_AWS: setting({
    group: 'AWS',
    value: oneOf(['sandbox', 'organization']),
    expected: '"sandbox" or "organization"',
    default: 'sandbox',
    description:
      'What is read: `sandbox`, a made-up organization that is served locally, or `organization`, the real one ' +
      "behind the AWS credentials that the SDK's own variables or profiles give.",
  }),
  AMIGRAPH_MEMBER_ROLE: setting({
    group: 'AWS',
    value: text(/^(?!\/)[\w+=,.@/-]{0,511}[\w+=,.@-]$/),
    expected: 'the name of an IAM role, with its path where it has one',
    default: 'amigraph-reader',
    description: 'Role that is assumed in every member account.',
  }),
  AMIGRAPH_EXTERNAL_ID: setting({
    group: 'AWS',
    value: text(/^[\w+=,.@:/-]{2,1224}$/),
    expected: '2 to 1224 letters, digits or any of + = , . @ : / - _',
    default: null,
    absent: 'none is sent',
    description: "External ID that the member role's trust policy asks for.",
    mask: maskAll,
  }),
  AMIGRAPH_MANAGEMENT_ROLE_ARN: setting({
    group: 'AWS',
    value: roleArn,
    expected: 'the ARN of an IAM role such as arn:aws:iam::111122223333:role/amigraph-organization',
    default: null,
    absent: "the process' own credentials",
    description: 'Role in the management (or a delegated administrator) account that may read AWS Organizations.',
  }),
  AMIGRAPH_REGIONS: setting({
    group: 'AWS',
    value: listOf(/^[a-z]{2,5}(-[a-z]+){1,3}-\d{1,2}$/),
    expected: 'Regions separated by commas such as eu-central-1,us-east-1',
    default: '',
    absent: 'every Region that an account has enabled',
    description: 'Regions to read, separated by commas.',
  }),
  AMIGRAPH_AWS_LIMITS: setting({
    group: 'AWS',
    value: bucketSizes,
    expected: 'service:Action=capacity/refill a second, separated by commas, such as ec2:DescribeImageAttribute=200/40',
    default: '',
    absent: "AWS's own",
    description:
      'Token buckets by which calls are rationed, in each account and Region, where AWS raised them for you or others need ' +
      'a part: `ec2:DescribeImageAttribute=200/40,kms:*=50/50`.',
  }),
  AMIGRAPH_SYNC_SCHEDULE: setting({
    group: 'Sync',
    value: cronSchedule,
    expected: 'five cron fields of digits, * , - and / such as */15 * * * *',
    default: '*/15 * * * *',
    description: 'When the sync runs: cron, in UTC.',
  }),
  AMIGRAPH_SYNC_SCHEDULES: setting({
    group: 'Sync',
    value: kindSchedules,
    expected: 'kinds of source with a schedule each, such as SNAPSHOTS=20 * * * *; INSTANCE_TYPES=10 3 * * *',
    default:
      'SNAPSHOTS=20 * * * *; SNAPSHOT_PERMISSIONS=40 * * * *; IMAGE_REFERENCES=50 */6 * * *; INSTANCE_TYPES=10 3 * * *; ' +
      'IMAGE_USAGE=30 * * * *',
    description:
      'Kinds of source (docs/sync.md) that have a schedule of their own: `KIND=cron`, separated by semicolons; all others ' +
      'follow `AMIGRAPH_SYNC_SCHEDULE`.',
  }),
  AMIGRAPH_PERMISSION_MAX_AGE_MINUTES: setting({
    group: 'Sync',
    value: wholeNumber(0, 525_600),
    expected: 'a whole number of minutes from 0 to 525600',
    default: '1440',
    description:
      'How old the permissions of an image or snapshot may get where nothing says that they changed. Each costs a call; ' +
      'these are spread evenly over the time. With 0 all are read every time.',
  }),
  AMIGRAPH_MAX_AGE_MINUTES: setting({
    group: 'Sync',
    value: wholeNumber(1, 525_600),
    expected: 'a whole number of minutes from 1 to 525600',
    default: '60',
    description:
      'A source that was not read for longer counts as stale; one that is read less often does when it is half that overdue.',
  }),
  AMIGRAPH_MEMORY_DAYS: setting({
    group: 'Sync',
    value: wholeNumber(1, 36_500),
    expected: 'a whole number of days from 1 to 36500',
    default: '400',
    description:
      'How long it is remembered what facts were before they changed, for `changes` and `asOf`: at least so many days, ' +
      'and then to the end of the month (UTC). What holds now is not touched.',
  }),
  AMIGRAPH_SYNC_CONCURRENCY: setting({
    group: 'Sync',
    value: wholeNumber(1, 1000),
    expected: 'a whole number from 1 to 1000',
    default: '16',
    description:
      'Sources (account, Region, kind) that one process reads, and account-Regions that it visits, at the same time.',
  }),
  AMIGRAPH_EVENTS_QUEUE_URL: setting({
    group: 'Sync',
    value: safeUrl,
    expected: 'the URL of an SQS queue such as https://sqs.eu-west-1.amazonaws.com/444455556666/amigraph-events',
    default: null,
    absent: "changes are seen at the next sync; the sandbox's are followed",
    description:
      "SQS queue that the organization's change events arrive in: what they name is read at once (docs/events.md).",
  }),
  AMIGRAPH_SHARED_REFERENCE_CALLS: setting({
    group: 'Sync',
    value: wholeNumber(0, 100_000),
    expected: 'a whole number from 0 to 100000',
    default: '100',
    description:
      'Calls an account, Region and sync that ask which parameters, recipes and launch templates name images of ' +
      'others, public ones of other members too, 10 images a call; own images are always asked about.',
  }),
  AMIGRAPH_USAGE_REPORT_DAYS: setting({
    group: 'Sync',
    value: wholeNumber(1, 25),
    expected: 'a whole number of days from 1 to 25',
    default: null,
    absent: 'no report is asked for',
    description:
      'Switches on reports of who uses the images that are shared outside the organization, and says how old they may get. ' +
      'AWS makes and keeps them on request: the one thing that amigraph writes in AWS. Members’ roles then need ' +
      '`ec2:CreateImageUsageReport`, `ec2:DescribeImageUsageReports` and `ec2:DescribeImageUsageReportEntries` too.',
  }),
  AMIGRAPH_GOLDEN_IMAGES: setting({
    group: 'Trust',
    value: goldenImages,
    expected: 'JSON such as [{"family":"linux","owner":"111122223333","name":"golden-linux-*"}], each family once',
    default: '[]',
    absent: 'those of Image Builder only',
    description:
      'Golden images besides those of EC2 Image Builder: JSON, families by owner, name pattern, tag and watermark, see docs/sharing.md.',
  }),
  AMIGRAPH_TRUSTED_OWNERS: setting({
    group: 'Trust',
    value: listOf(/^\d{12}$/),
    expected: 'account IDs of 12 digits separated by commas',
    default: '',
    absent: 'no account',
    description:
      'Accounts outside the organization whose images count as trusted (`ALLOWLISTED`), separated by commas.',
  }),
  AMIGRAPH_BILLS: setting({
    group: 'Bills',
    value: billsLocation,
    expected:
      'the path of a folder, s3://bucket/prefix, athena://database.table?workgroup=name (or region=, catalog=, months=), ' +
      'or cost-explorer:',
    default: null,
    absent: "no bills are read; the sandbox's own are",
    description:
      'Where bills are: Cost and Usage Reports (2.0 or older) or FOCUS exports in a folder or under a prefix of an S3 ' +
      'bucket, a table of Athena over them, or Cost Explorer, which knows nothing of images (docs/bills.md).',
  }),
  AMIGRAPH_BILLS_ROLE_ARN: setting({
    group: 'Bills',
    value: roleArn,
    expected: 'the ARN of an IAM role such as arn:aws:iam::111122223333:role/amigraph-bills',
    default: null,
    absent: "the credentials that the organization's accounts are listed with",
    description: 'Role to assume for reading bills, where they lie in another account.',
  }),
  AMIGRAPH_PRODUCT_TITLES: setting({
    group: 'Bills',
    value: productTitles,
    expected: 'JSON such as {"3p3gh0ahwtwkvhmhqhl5xhqcq":"Firewall"}',
    default: '{}',
    absent: 'what bills and images call them',
    description:
      'What products are called, by product code: JSON. These titles stand before those of bills and images.',
  }),
  AMIGRAPH_SANDBOX_ACCOUNTS: setting({
    group: 'Sandbox',
    value: wholeNumber(1, 100_000),
    expected: 'a whole number from 1 to 100000',
    default: '12',
    description: 'Accounts of the made-up organization.',
  }),
  AMIGRAPH_SANDBOX_SEED: setting({
    group: 'Sandbox',
    value: wholeNumber(0, 4_294_967_295),
    expected: 'a whole number from 0 to 4294967295',
    default: '1',
    description: 'The same seed makes the same organization.',
  }),
  AMIGRAPH_SANDBOX_EVENT_DELAY_MS: setting({
    group: 'Sandbox',
    value: wholeNumber(0, 3_600_000),
    expected: 'a whole number of milliseconds from 0 to 3600000',
    default: '500',
    description: 'How long an event of the sandbox is under way to its queue.',
  }),
  AMIGRAPH_SANDBOX_LOAD: setting({
    group: 'Sandbox',
    value: path,
    expected: 'the path of a folder',
    default: null,
    absent: 'the made-up organization',
    description: 'Folder of AWS CLI JSON (`ACCOUNT/REGION/describe-images.json` …) to serve instead of a made-up one.',
  }),
  AMIGRAPH_METRICS_PORT: setting({
    group: 'Log',
    value: wholeNumber(0, 65_535),
    expected: 'a port from 0 to 65535',
    default: null,
    absent: 'no metrics',
    description: 'Port at which a worker or an API serves metrics to Prometheus, at `/metrics`; 0 takes any free one.',
  }),
  AMIGRAPH_METRICS_HOST: setting({
    group: 'Log',
    value: text(/^[A-Za-z0-9_.:%-]{1,255}$/),
    expected: 'an address or host name such as 127.0.0.1 or ::1',
    default: '127.0.0.1',
    description: 'Address that metrics are served at. Whoever reaches it may read them; they name no account.',
  }),
  LOG_LEVEL: setting({
    group: 'Log',
    value: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    expected: 'fatal, error, warn, info, debug, trace or silent',
    default: 'info',
    description: 'Least severe level that is logged.',
  }),
  LOG_FORMAT: setting({
    group: 'Log',
    value: oneOf(['pretty', 'json']),
    expected: '"pretty" or "json"',
    default: null,
    absent: '`pretty` on a terminal, else `json`',
    description: 'How log lines are written.',
  }),
} as const

export type SettingName = keyof typeof settings

/** The parsed value of each setting; `null` where it is absent and has no default. */
export type SettingValues = {
  readonly [Name in SettingName]:
    | z.output<(typeof settings)[Name]['value']>
    | (null extends (typeof settings)[Name]['default'] ? null : never)
}

export const settingNames = Object.keys(settings) as SettingName[]
