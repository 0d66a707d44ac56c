/** A sandbox for one test, with real AWS clients on it; everything is closed when the test ends. */
import { AthenaClient } from '@aws-sdk/client-athena'
import { CostExplorerClient } from '@aws-sdk/client-cost-explorer'
import { EC2Client } from '@aws-sdk/client-ec2'
import { ImagebuilderClient } from '@aws-sdk/client-imagebuilder'
import { KMSClient } from '@aws-sdk/client-kms'
import { OrganizationsClient } from '@aws-sdk/client-organizations'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { STSClient } from '@aws-sdk/client-sts'
import { onTestFinished } from 'vitest'
import { AwsError, type Call } from '../../src/sandbox/call.ts'
import { stsCalls } from '../../src/sandbox/calls/sts/calls.ts'
import type { AccessKey } from '../../src/sandbox/credentials.ts'
import { type SandboxOptions, startSandbox } from '../../src/sandbox/server.ts'
import { tinyWorld } from './tiny-world.ts'

type ClientOptions = { key?: Pick<AccessKey, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>; region?: string }

/** Starts a sandbox on the tiny world, unless the options name another, and makes clients for it without retries. */
export const serve = async (options: Partial<SandboxOptions> = {}) => {
  const sandbox = await startSandbox({ world: tinyWorld(), ...options })
  const clients: { destroy: () => void }[] = []
  onTestFinished(async () => {
    for (const client of clients) client.destroy()
    await sandbox.close()
  })
  const client =
    <Client extends { destroy: () => void }>(Service: new (configuration: object) => Client) =>
    ({ key = sandbox.credentials.root, region = 'eu-west-1' }: ClientOptions = {}) => {
      const { accessKeyId, secretAccessKey, sessionToken } = key
      const made = new Service({
        endpoint: sandbox.url,
        region,
        credentials: { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) },
        maxAttempts: 1,
      })
      clients.push(made)
      return made
    }
  return {
    sandbox,
    athena: client(AthenaClient),
    costExplorer: client(CostExplorerClient),
    ec2: client(EC2Client),
    imagebuilder: client(ImagebuilderClient),
    kms: client(KMSClient),
    organizations: client(OrganizationsClient),
    s3: client(S3Client),
    sqs: client(SQSClient),
    sts: client(STSClient),
  }
}

/** Serves one behaviour under an operation's name beside STS's own, and remembers the inputs it was called with. */
export const serveCall = async <Output>(
  service: 'ec2' | 'imagebuilder' | 'kms' | 'organizations' | 'sts',
  operation: string,
  behaviour: () => Output,
  options: Partial<SandboxOptions> = {},
) => {
  const inputs: unknown[] = []
  const call: Call<never, Output> = input => {
    inputs.push(input)
    return behaviour()
  }
  const served = await serve({
    ...options,
    calls: credentials => {
      const calls = { sts: stsCalls(credentials), ec2: {}, imagebuilder: {}, kms: {}, organizations: {} }
      return { ...calls, [service]: { ...calls[service], [operation]: call } }
    },
  })
  return { ...served, inputs }
}

/** A behaviour that answers with an AWS error. */
export const refuse = (code: string, message: string, status?: number) => () => {
  throw new AwsError(code, message, status)
}
