import { createAwsClients } from '../../src/aws/clients.ts'
import type { BillSource } from '../../src/billing/bill-source.ts'
import { openBillSource } from '../../src/billing/open-bill-source.ts'
import { parseBillsLocation } from '../../src/config/bills-location.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'

/** The source that `AMIGRAPH_BILLS` would open, over a sandbox, by the SDK's real clients. */
export const sandboxBillSource = (
  sandbox: Sandbox,
  text: string,
  { roleArn = null, signal = new AbortController().signal }: { roleArn?: string | null; signal?: AbortSignal } = {},
): BillSource & { close(): void } => {
  const location = parseBillsLocation(text)
  if (location === null) throw new Error(`${text} is no place of bills`)
  const aws = createAwsClients({
    memberRole: 'amigraph-reader',
    externalId: null,
    managementRoleArn: null,
    region: 'us-east-1',
    endpoint: sandbox.url,
    credentials: () => Promise.resolve(sandbox.credentials.root),
    maxAttempts: 2,
    requestTimeoutMs: 5_000,
    bucketSizes: { 'ce:*': { capacity: 1_000, refillPerSecond: 1_000 } },
  })
  return {
    ...openBillSource({ location, roleArn }, { aws, homeRegion: 'us-east-1', signal, now: sandbox.world.now }),
    close: aws.close,
  }
}
