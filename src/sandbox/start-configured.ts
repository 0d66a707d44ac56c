import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import { startSandbox } from './server.ts'
import { services } from './wire/services.ts'
import { createWorld } from './world/generate.ts'
import { loadWorld } from './world/load.ts'
import type { World } from './world/world.ts'

/** A sandbox, and how a client gets into it. */
export type RunningSandbox = {
  url: string
  /** A Region that the management account has enabled */
  homeRegion: string
  credentials: { accessKeyId: string; secretAccessKey: string }
  /** The SQS queue that its events arrive in; null where none do */
  eventsQueueUrl: string | null
  /** Where its bills lie; null where there are none to read */
  bills: string | null
  /** What it takes, by `service:*`, where that is not what AWS does */
  limits?: Readonly<Record<string, { capacity: number; refillPerSecond: number }>>
  close(): Promise<void>
}

/** It throttles nobody, so that nobody who tries amigraph waits for tokens. */
const unlimited = { capacity: 1_000_000, refillPerSecond: 1_000_000 }
const everything = Object.fromEntries([...services.keys()].map(service => [`${service}:*`, unlimited]))

/** Serves the configured world, made up or loaded, on a free loopback port. */
export async function startConfiguredSandbox(config: Config): Promise<RunningSandbox> {
  const world = await configuredWorld(config)
  const served = await startSandbox({ world, events: { delayMs: config.sandbox.eventDelayMs } })
  const { accessKeyId, secretAccessKey } = served.credentials.root
  const management = world.accounts.get(world.organization.managementAccountId)
  return {
    url: served.url,
    homeRegion: management?.enabledRegions.values().next().value ?? 'us-east-1',
    credentials: { accessKeyId, secretAccessKey },
    eventsQueueUrl: served.events?.queueUrl ?? null,
    bills: served.bills?.location ?? null,
    limits: everything,
    close: served.close,
  }
}

async function configuredWorld({ sandbox, aws, database }: Config): Promise<World> {
  if (sandbox.load !== null) return loadWorld(sandbox.load, { roleName: aws.memberRole })
  return createWorld({
    accounts: sandbox.accounts,
    seed: sandbox.seed,
    bornAt: await birthday(database.dataDir),
    roleName: aws.memberRole,
    ...(aws.externalId === null ? {} : { externalId: aws.externalId }),
  })
}

/**
 * When the made-up world was first made: kept in the data folder, so that after a restart the same images are as old as
 * they were and the next sync finds nothing changed.
 */
async function birthday(dataDir: string): Promise<Date> {
  const file = join(dataDir, 'sandbox-born-at')
  const kept = new Date(await readFile(file, 'utf8').catch(() => ''))
  if (!Number.isNaN(kept.getTime())) return kept
  const now = new Date()
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  await writeFile(file, now.toISOString())
  return now
}
