import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { DescribeRegionsCommand, EC2Client } from '@aws-sdk/client-ec2'
import { describe, expect, it, onTestFinished } from 'vitest'

const entry = fileURLToPath(new URL('../../src/bin/sandbox.ts', import.meta.url))

const start = (...flags: string[]) => {
  const child = spawn(process.execPath, [entry, ...flags])
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', text => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    said.err += text
  })
  return { child, said }
}

/** What a sandbox that ends by itself said, and its exit code. */
const run = async (...flags: string[]) => {
  const { child, said } = start(...flags)
  const [exitCode] = await once(child, 'close')
  return { ...said, exitCode }
}

const listening = async ({ child, said }: { child: ChildProcessWithoutNullStreams; said: { out: string } }) => {
  while (!said.out.includes('describe-images')) await once(child.stdout, 'data')
}

describe('npm run sandbox', () => {
  it('prints what a client needs, serves it, and stops on a signal', async () => {
    const started = start('--port', '0', '--accounts', '3', '--seed', '7')
    await listening(started)
    const { out } = started.said
    expect(out).toContain('made up')
    expect(out).toMatch(/Management account: \d{12} \(3 accounts/)
    const exported = Object.fromEntries([...out.matchAll(/(AWS_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]))
    const client = new EC2Client({
      endpoint: exported.AWS_ENDPOINT_URL,
      region: exported.AWS_REGION,
      credentials: { accessKeyId: exported.AWS_ACCESS_KEY_ID, secretAccessKey: exported.AWS_SECRET_ACCESS_KEY },
    })
    expect((await client.send(new DescribeRegionsCommand({}))).Regions).not.toHaveLength(0)
    client.destroy()
    started.child.kill('SIGTERM')
    expect(await once(started.child, 'close')).toEqual([0, null])
    expect(started.said.err).toBe('')
  })

  it('shows its flags', async () => {
    const { out, exitCode } = await run('--help')
    expect(exitCode).toBe(0)
    for (const flag of ['--port', '--host', '--accounts', '--seed', '--load', '--throttle', '--latency-ms']) {
      expect(out).toContain(flag)
    }
  })

  it.each([
    [['--nonsense'], '--nonsense'],
    [['--port', 'x'], '--port takes a whole number from 0 to 65535'],
    [['--port', '65536'], '--port takes a whole number'],
    [['--accounts', '0'], '--accounts takes a whole number from 1'],
    [['--seed', '1.5'], '--seed takes a whole number'],
    [['stray'], 'stray'],
  ])('refuses %j', async (flags, message) => {
    const { err, out, exitCode } = await run(...flags)
    expect(exitCode).toBe(2)
    expect(err).toContain(message)
    expect(out).toBe('')
  })

  it('says when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    const { err, exitCode } = await run('--port', port, '--accounts', '1')
    expect(exitCode).toBe(1)
    expect(err).toContain(`port ${port} of 127.0.0.1 is taken`)
  })

  it('says when there is nothing to load', async () => {
    const { err, exitCode } = await run(
      '--port',
      '0',
      '--load',
      fileURLToPath(new URL('./no-such-folder', import.meta.url)),
    )
    expect(exitCode).toBe(1)
    expect(err).toContain('no-such-folder')
  })
})
