/** The bills of a made-up world: exports in a bucket, and the same lines for Cost Explorer. */
import type { Bucket } from '../storage/bucket.ts'
import type { Buckets } from '../storage/buckets.ts'
import type { World } from '../world/world.ts'
import type { BillingMonth } from './billing-months.ts'
import { type Engine, openEngine } from './engine.ts'
import { makeLines } from './make-lines.ts'
import { type Rendering, renderings } from './renderings.ts'
import { writeExport } from './write-export.ts'

export type Bills = {
  readonly bucket: Bucket
  /** Where amigraph reads them from unless it is told otherwise */
  readonly location: string
  /** The table `line`, made when it is first asked for */
  lines(): Promise<Lines>
  /** Has something of others closed with it */
  closeWith(close: () => void): void
  close(): void
}

export type Lines = { readonly engine: Engine; readonly months: readonly BillingMonth[] }

/**
 * Bills of three months that follow from the world as it was born, so that they are the same after a restart. Nothing is
 * made before somebody asks: the lines once, each export when its part of the bucket is listed or read.
 */
export const createBills = (world: World, buckets: Buckets, bornAt: Date): Bills => {
  const { managementAccountId } = world.organization
  let made: Promise<Lines> | null = null
  const lines = () => {
    made ??= openEngine().then(async engine => ({ engine, months: await makeLines(engine, world, bornAt) }))
    return made
  }
  const closers: (() => void)[] = []
  const written = new Map<Rendering, Promise<void>>()
  const write = async (bucket: Bucket, rendering: Rendering) => {
    const { engine, months } = await lines()
    await writeExport(engine, bucket, rendering, months)
  }
  const bucket = buckets.create({
    name: `nordwind-billing-${managementAccountId}`,
    // Not where most look first
    region: 'eu-west-1',
    ownerId: managementAccountId,
    async prepare(bucket, prefix) {
      for (const rendering of renderings) {
        const folder = `${rendering.name}/`
        if (!folder.startsWith(prefix) && !prefix.startsWith(folder)) continue
        const writing = written.get(rendering) ?? write(bucket, rendering)
        written.set(rendering, writing)
        await writing
      }
    },
  })
  return {
    bucket,
    location: `s3://${bucket.name}/cur2`,
    lines,
    closeWith: close => void closers.push(close),
    close() {
      for (const close of closers) close()
      made?.then(({ engine }) => engine.close()).catch(() => {})
    },
  }
}
