import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

// The program as a person starts it: everything in one process, on a data folder of its own.

const root = resolve(import.meta.dirname, '../..')
const children: ChildProcess[] = []
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
})

type Running = {
  child: ChildProcess
  output(): string
  /** Resolves once the output has the text; fails if the process ends before */
  says(text: string | RegExp): Promise<string>
  ended: Promise<number | null>
}

function run(entry: string, environment: Record<string, string>): Running {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, [`src/bin/${entry}.ts`], {
    cwd: root,
    env: { PATH, HOME, AMIGRAPH_SANDBOX_ACCOUNTS: '3', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let output = ''
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const grown = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', chunk => {
      output += chunk
      for (const look of grown) look()
    })
  return {
    child,
    output: () => output,
    ended,
    says: text =>
      new Promise((found, failed) => {
        const look = (): void => {
          if (typeof text === 'string' ? output.includes(text) : text.test(output)) {
            grown.delete(look)
            found(output)
          }
        }
        grown.add(look)
        ended.then(code => failed(new Error(`ended with ${code}:\n${output}`)))
        look()
      }),
  }
}

const urlIn = (output: string): string => /amigraph answers at (\S+)/.exec(output)?.[1] ?? ''

async function ask(url: string, query: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  // biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of its own query's answer
  return { response, body: (await response.json()) as any }
}

it('syncs, answers, stops on Ctrl-C, and finds its data again', async () => {
  const environment = { DATA_DIR: temporaryFolder(), PORT: '0' }
  const first = run('start', environment)
  const url = urlIn(await first.says('Two queries worth trying'))
  expect(first.output()).toMatch(/Synced \d+ sources .* calls to the sandbox/)
  expect(first.output()).toMatch(
    /3 accounts, 4 Regions, \d+ images, \d+ shares, \d+ snapshots, \d+ instances, \d+ gaps?/,
  )

  const query = `{ images(first: 1) { totalCount nodes { id imageId } } syncStatus { lastCompletedAt nextRunAt } }`
  const { response, body } = await ask(url, query)
  expect(response.headers.get('x-amigraph-data')).toBe('sandbox')
  expect(body.errors).toBeUndefined()
  expect(body.data.images.totalCount).toBeGreaterThan(50)
  for (const worthTrying of first.output().match(/^ {2}\{ .*\}$/gm) ?? []) {
    const tried = await ask(url, worthTrying)
    expect(tried.body.errors, worthTrying).toBeUndefined()
  }

  // Questions 4 and 11: the sandbox's bills are there a moment later
  expect(await first.says(/[1-9]\d* months of bills were loaded/)).not.toContain('FAILED')
  const now = new Date()
  const ago = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 2, 1))
  const months = `months: { from: "${ago.toISOString().slice(0, 7)}", to: "${now.toISOString().slice(0, 7)}" }`
  const { body: bill } = await ask(
    url,
    `{ paidProducts(first: 20, ${months}) { nodes { title instances { totalCount } totalSoftwareCost(${months}) { amount } } }
       billingReconciliation(first: 1, ${months}) { totalCount nodes { source { kind } attributed { amount } } }
       costs(groupBy: [IMAGE], first: 20, orderBy: { field: TOTAL, direction: DESC }, ${months}) { nodes { image { imageId } infrastructureCost { amount } } } }`,
  )
  expect(bill.errors).toBeUndefined()
  expect(bill.data.paidProducts.nodes).toContainEqual({
    title: expect.stringMatching(/\w/),
    instances: { totalCount: expect.toSatisfy(count => count > 0) },
    totalSoftwareCost: { amount: expect.stringMatching(/[1-9]/) },
  })
  expect(bill.data.billingReconciliation.totalCount).toBeGreaterThan(3)
  expect(bill.data.billingReconciliation.nodes[0].source.kind).toBe('CUR_2')
  expect(bill.data.costs.nodes).toContainEqual({
    image: { imageId: expect.stringMatching(/^ami-/) },
    infrastructureCost: { amount: expect.stringMatching(/[1-9]/) },
  })

  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)

  const second = run('start', environment)
  const again = await ask(urlIn(await second.says('Two queries worth trying')), query)
  expect(again.body.data.images).toEqual(body.data.images)
  // What was seen within some minutes of it may have come too late for a bill: its months are attributed once more
  expect(await second.says(/Synced .* [03] rows changed/)).toContain('Synced')
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
})

it('says which port is taken, and leaves nothing running', async () => {
  const dataDir = temporaryFolder()
  const first = run('start', { DATA_DIR: dataDir, PORT: '0' })
  const { port } = new URL(urlIn(await first.says('Two queries worth trying')))
  const second = run('start', { DATA_DIR: temporaryFolder(), PORT: port })
  expect(await second.ended).toBe(1)
  expect(second.output()).toMatch(new RegExp(`[Pp]ort ${port}.*PORT`))
  expect(second.output()).not.toMatch(/\n {4}at /)

  const third = run('start', { DATA_DIR: dataDir, PORT: '0' })
  expect(await third.ended).toBe(1)
  expect(third.output()).toContain(dataDir)
  expect(third.output()).not.toMatch(/\n {4}at /)
  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)
})

it('reports every wrong setting at once', async () => {
  const wrong = run('start', { PORT: 'many', AMIGRAPH_AWS: 'moon', AMIGRAPH_SYNC_SCHEDULE: 'sometimes' })
  expect(await wrong.ended).toBe(2)
  for (const name of ['PORT', 'AMIGRAPH_AWS', 'AMIGRAPH_SYNC_SCHEDULE']) expect(wrong.output()).toContain(name)
})

it('syncs once by itself, and fails only where nothing at all could be read', async () => {
  const dataDir = temporaryFolder()
  const sync = run('sync', { DATA_DIR: dataDir, AMIGRAPH_SANDBOX_ACCOUNTS: '12' })
  expect(await sync.ended).toBe(0)
  expect(sync.output()).toMatch(/DENIED \d{12} \(.*\) global REGIONS, never read: AccessDenied/)

  const unreachable = run('sync', {
    DATA_DIR: temporaryFolder(),
    AMIGRAPH_AWS: 'organization',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
  })
  expect(await unreachable.ended).toBe(1)
  expect(unreachable.output()).toMatch(/FAILED .*ORGANIZATION, never read: Unreachable/)
})
