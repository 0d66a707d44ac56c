import { createAwsClients } from '../../../src/aws/clients.ts'
import { describeInstances } from '../../../src/aws/ec2/describe-instances.ts'
import type { Instance } from '../../../src/domain/facts.ts'
import type { Measured } from '../../figures/figure.ts'
import type { FigureKey } from '../goals.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { runSync } from '../worker/run-sync.ts'
import { type Arena, within } from './arena.ts'
import { measureWrite } from './write.ts'

/** With buckets of no end: it is memory that is looked for, and 50,000 images take AWS's three quarters of an hour. */
const unlimited = { AMIGRAPH_AWS_LIMITS: 'ec2:*=100000/100000' }

/** One account-Region with everything in it: the worker's memory, and then the writing of its instances by itself. */
export const measureLarge = async (arena: Arena): Promise<Partial<Record<FigureKey, Measured>>> => {
  const { largeImages: images, largeInstances: instances, settings, rounds } = arena.options
  const plan = {
    world: { accounts: 4, regions: ['eu-west-1'], busy: { images, instances } },
    throttle: false,
    latencyMs: 0,
  }
  return within(arena, plan, async (sandbox, database) => {
    const run = await runSync(sandbox, database, { ...unlimited, ...settings })
    arena.progress.say(`large: ${run.peakMemory?.toFixed(0)} MB, ${run.seconds.toFixed(1)} s`)
    const listed = await listInstances(sandbox)
    const write = await measureWrite({ database, sandbox, instances: listed, rounds: Math.max(3, rounds) })
    arena.progress.say(`write: ${write.detail?.['ours']} rows/s, COPY: ${write.detail?.['copy']} rows/s`)
    const { seconds, cpuSeconds, rowsChanged } = run
    const detail = { images, instances, seconds, cpuSeconds, rowsChanged }
    return {
      'sync.rss':
        run.peakMemory === null
          ? { value: null, reason: 'There is no /proc', detail }
          : { value: run.peakMemory, detail },
      'sync.write': write,
    }
  })
}

const listInstances = async (sandbox: Sandbox): Promise<Instance[]> => {
  const { busy, url, homeRegion, credentials } = sandbox
  const aws = createAwsClients({
    memberRole: 'amigraph-reader',
    externalId: null,
    managementRoleArn: null,
    region: homeRegion,
    endpoint: url,
    credentials: () => Promise.resolve(credentials),
    bucketSizes: { 'ec2:*': { capacity: 100_000, refillPerSecond: 100_000 } },
  })
  try {
    const instances: Instance[] = []
    const ec2 = await aws.ec2(busy.accountId, busy.region)
    for await (const page of describeInstances(ec2, busy.accountId, busy.region)) instances.push(...page)
    return instances
  } finally {
    aws.close()
  }
}
