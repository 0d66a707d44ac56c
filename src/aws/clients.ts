import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { AthenaClient } from '@aws-sdk/client-athena'
import { CostExplorerClient } from '@aws-sdk/client-cost-explorer'
import { EC2Client } from '@aws-sdk/client-ec2'
import { ImagebuilderClient } from '@aws-sdk/client-imagebuilder'
import { KMSClient } from '@aws-sdk/client-kms'
import { OrganizationsClient } from '@aws-sdk/client-organizations'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { assumeRole, type CredentialProvider, machineCredentials, roleOrOwn } from './credentials.ts'
import {
  type AnyClient,
  type CallObserver,
  dropLog,
  observeCalls,
  readFailures,
  refuseForeignAnswers,
} from './middleware.ts'
import type { EventQueue } from './sqs/event-queue.ts'
import { queueRegion } from './sqs/queue-region.ts'
import type { BucketSizes } from './throttling/bucket-size.ts'
import { createBuckets } from './throttling/buckets.ts'
import { type Ration, rationCalls } from './throttling/ration-calls.ts'

export type AwsOptions = {
  /** Role name in each member account */
  memberRole: string
  externalId: string | null
  /** Role in the management (or delegated administrator) account; null: the machine's credentials are already there */
  managementRoleArn: string | null
  /** Where global services are asked and STS answers */
  region: string
  /** One endpoint for every service, as AWS_ENDPOINT_URL means it; null: AWS, or what the SDK's own variables say */
  endpoint: string | null
  /** null: the machine's, as the SDK finds them */
  credentials: CredentialProvider | null
  /** Attempts of one call, the first included */
  maxAttempts?: number
  /** Milliseconds until an unanswered call counts as failed */
  requestTimeoutMs?: number
  /** Told of every request that leaves, retries included */
  onCall?: CallObserver
  /** Told of every wait for a token of AWS's buckets */
  onWait?: Ration['onWait']
  /** Sizes of buckets other than AWS's own, by `service:Action` or `service:*` */
  bucketSizes?: BucketSizes
}

export type { EC2Client }

/** The clients of one organization. Clients are made when first asked for and hold no connection of their own. */
export type AwsClients = {
  /** The account whose credentials are the management role's: it can be read without a member role. */
  homeAccountId(): Promise<string>
  organizations: OrganizationsClient
  ec2(accountId: string, region: string): Promise<EC2Client>
  imagebuilder(accountId: string, region: string): Promise<ImagebuilderClient>
  kms(accountId: string, region: string): Promise<KMSClient>
  /** With the home account's credentials, in the Region that the queue's URL names */
  eventQueue(queueUrl: string): EventQueue
  /** What bills are read with: by this role, or else with the home account's credentials */
  bills(roleArn: string | null): BillClients
  /** Sources of this account and Region were last read so long ago, maybe by another process: buckets begin emptier */
  takeOver(accountId: string, region: string, idleMs: number): void
  /** Calls that wait for a token of AWS's buckets at present */
  waiting(): number
  close(): void
}

export type BillClients = {
  readonly costExplorer: CostExplorerClient
  s3(region: string): S3Client
  athena(region: string): AthenaClient
}

/** Clients of a service kept for reuse; 10,000 accounts × 17 Regions would not fit, and making one is cheap. */
const clientCacheSize = 1_000

export function createAwsClients(options: AwsOptions): AwsClients {
  const httpAgent = new HttpAgent({ keepAlive: true, maxSockets: 256 })
  const httpsAgent = new HttpsAgent({ keepAlive: true, maxSockets: 256 })
  const base = {
    maxAttempts: options.maxAttempts ?? 5,
    // Its adaptive mode slows a whole client down, all actions at once; throttling is ours (throttling/).
    retryMode: 'standard',
    ...(options.endpoint === null ? {} : { endpoint: options.endpoint }),
    requestHandler: {
      httpAgent,
      httpsAgent,
      connectionTimeout: 5_000,
      requestTimeout: options.requestTimeoutMs ?? 60_000,
      throwOnRequestTimeout: true,
    },
  }
  const machine = options.credentials ?? machineCredentials
  const buckets = createBuckets(options.bucketSizes)
  const closing = new AbortController()

  const client = <Client extends AnyClient>(
    made: Client,
    credentials: CredentialProvider,
    accountId: string | null,
    region: string,
  ): Client => {
    dropLog(made)
    readFailures(made, credentials)
    refuseForeignAnswers(made)
    rationCalls(made, { accountId, region, buckets, signal: closing.signal, onWait: options.onWait })
    if (options.onCall !== undefined) observeCalls(made, options.onCall, accountId, region)
    return made
  }
  const sts = (credentials: CredentialProvider): STSClient =>
    client(new STSClient({ ...base, region: options.region, credentials }), credentials, null, options.region)

  const management =
    options.managementRoleArn === null
      ? machine
      : assumeRole(sts(machine), { roleArn: options.managementRoleArn, externalId: options.externalId })
  const managementSts = sts(management)

  let home: Promise<{ accountId: string; partition: string }> | null = null
  const whereHome = (): Promise<{ accountId: string; partition: string }> => {
    home ??= callerIdentity(managementSts).catch(error => {
      home = null
      throw error
    })
    return home
  }

  const providers = new Map<string, CredentialProvider>()
  const credentialsOf = async (accountId: string): Promise<CredentialProvider> => {
    const { accountId: homeAccountId, partition } = await whereHome()
    const known = providers.get(accountId)
    if (known !== undefined) return known
    const roleArn = `arn:${partition}:iam::${accountId}:role/${options.memberRole}`
    const role = assumeRole(managementSts, { roleArn, externalId: options.externalId })
    const provider = accountId === homeAccountId ? roleOrOwn(role, management) : role
    providers.set(accountId, provider)
    return provider
  }

  /** A service's client of each account and Region. */
  const regional = <Client extends AnyClient>(
    make: (at: { region: string; credentials: CredentialProvider }) => Client,
  ) => {
    const kept = new Map<string, Client>()
    return async (accountId: string, region: string): Promise<Client> => {
      const key = `${accountId}/${region}`
      const credentials = await credentialsOf(accountId)
      const made = kept.get(key) ?? client(make({ region, credentials }), credentials, accountId, region)
      // Re-inserted, so that the first key is always the one that was unused longest.
      kept.delete(key)
      kept.set(key, made)
      const oldest = kept.keys().next().value
      if (kept.size > clientCacheSize && oldest !== undefined) kept.delete(oldest)
      return made
    }
  }

  return {
    homeAccountId: async () => (await whereHome()).accountId,
    organizations: client(
      new OrganizationsClient({ ...base, region: options.region, credentials: management }),
      management,
      null,
      options.region,
    ),
    eventQueue(queueUrl) {
      const region = queueRegion(queueUrl) ?? options.region
      return {
        queueUrl,
        sqs: client(new SQSClient({ ...base, region, credentials: management }), management, null, region),
      }
    },
    bills(roleArn) {
      const credentials =
        roleArn === null ? management : assumeRole(managementSts, { roleArn, externalId: options.externalId })
      const { region } = options
      const inRegion = <Client extends AnyClient>(
        make: (at: { region: string; credentials: CredentialProvider }) => Client,
      ) => {
        const made = new Map<string, Client>()
        return (at: string): Client => {
          const known = made.get(at) ?? client(make({ region: at, credentials }), credentials, null, at)
          made.set(at, known)
          return known
        }
      }
      return {
        // By path where one endpoint is there for everything, and no name of a host for each bucket
        s3: inRegion(at => new S3Client({ ...base, ...at, forcePathStyle: options.endpoint !== null })),
        athena: inRegion(at => new AthenaClient({ ...base, ...at })),
        costExplorer: client(new CostExplorerClient({ ...base, region, credentials }), credentials, null, region),
      }
    },
    takeOver: buckets.takeOver,
    waiting: buckets.waiting,
    ec2: regional(at => new EC2Client({ ...base, ...at })),
    imagebuilder: regional(at => new ImagebuilderClient({ ...base, ...at })),
    kms: regional(at => new KMSClient({ ...base, ...at })),
    close() {
      closing.abort()
      httpAgent.destroy()
      httpsAgent.destroy()
    },
  }
}

/** sts GetCallerIdentity: the account, and the partition (aws, aws-cn, aws-us-gov) that its ARNs are in. */
async function callerIdentity(sts: STSClient): Promise<{ accountId: string; partition: string }> {
  const { Account, Arn } = await sts.send(new GetCallerIdentityCommand({}))
  if (Account === undefined) throw new Error('GetCallerIdentity answered without an account')
  return { accountId: Account, partition: Arn?.split(':')[1] ?? 'aws' }
}
