#!/usr/bin/env node
import { parseArgs } from 'node:util'

const help = `Serves a made-up AWS organization over the protocols of EC2, Organizations and STS.

Usage: npm run sandbox -- [options]

  --port N         port to listen on (4566)
  --host HOST      address to listen on (127.0.0.1)
  --accounts N     accounts to make up (12)
  --seed N         the same seed makes up the same world (1)
  --load DIR       serve a folder of AWS CLI JSON (ACCOUNT/REGION/describe-images.json …) instead
  --throttle       throttle as AWS does
  --events         put an event into an SQS queue for whatever happens
  --latency-ms N   let every answer take this many milliseconds
  --help           show this
`

const fail = (message: string, exitCode: number): never => {
  process.stderr.write(`sandbox: ${message}\n`)
  process.exit(exitCode)
}

const readOptions = () => {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4566' },
        host: { type: 'string', default: '127.0.0.1' },
        accounts: { type: 'string', default: '12' },
        seed: { type: 'string', default: '1' },
        load: { type: 'string' },
        throttle: { type: 'boolean', default: false },
        events: { type: 'boolean', default: false },
        'latency-ms': { type: 'string', default: '0' },
        help: { type: 'boolean', default: false },
      },
    })
    return {
      ...values,
      port: wholeNumber('--port', values.port, 0, 65_535),
      accounts: wholeNumber('--accounts', values.accounts, 1, 10_000),
      seed: wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1),
      latencyMs: wholeNumber('--latency-ms', values['latency-ms'], 0, 600_000),
    }
  } catch (error) {
    return fail(`${(error as Error).message}\nTry --help.`, 2)
  }
}

const wholeNumber = (flag: string, text: string, least: number, most: number): number => {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= least && number <= most) return number
  throw new Error(`${flag} takes a whole number from ${least} to ${most}, not '${text}'`)
}

const options = readOptions()
if (options.help) {
  process.stdout.write(help)
  process.exit(0)
}

// Only now: the models of the AWS services take their time to load, which --help and a wrong flag need not wait for
const { startSandbox } = await import('../sandbox/server.ts')
const { createWorld } = await import('../sandbox/world/generate.ts')
const { loadWorld } = await import('../sandbox/world/load.ts')

const makeWorld = async () => {
  try {
    return options.load === undefined
      ? createWorld({ accounts: options.accounts, seed: options.seed })
      : await loadWorld(options.load)
  } catch (error) {
    return fail((error as Error).message, 1)
  }
}

const listen = async (world: Awaited<ReturnType<typeof makeWorld>>) => {
  const { host, port, throttle, latencyMs, events } = options
  try {
    return await startSandbox({ world, host, port, throttle, latencyMs, ...(events && { events: {} }) })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') return fail(`port ${port} of ${host} is taken; choose another with --port`, 1)
    return fail(`cannot listen on ${host}, port ${port}: ${message}`, 1)
  }
}

const world = await makeWorld()
const sandbox = await listen(world)

const { managementAccountId } = world.organization
const { root } = sandbox.credentials
const roles = new Set(world.accounts.values().flatMap(account => account.roles.keys()))
const region = world.accounts.get(managementAccountId)?.enabledRegions.values().next().value ?? 'us-east-1'
process.stdout.write(`amigraph's sandbox is listening on ${sandbox.url}
All its data are made up${options.load === undefined ? '' : ', or copied from your own files'}: it is not AWS.

Management account: ${managementAccountId} (${world.accounts.size} accounts, ${world.regions.size} Regions)
Role in the member accounts: ${[...roles].join(', ') || 'none'}${sandbox.events ? `\nEvents: ${sandbox.events.queueUrl}` : ''}${sandbox.bills ? `\nBills: ${sandbox.bills.location}` : ''}

export AWS_ACCESS_KEY_ID=${root.accessKeyId} AWS_SECRET_ACCESS_KEY=${root.secretAccessKey} AWS_ENDPOINT_URL=${sandbox.url} AWS_REGION=${region}
aws ec2 describe-images --owners self
`)

const stop = () => {
  sandbox.close().then(
    () => process.exit(0),
    error => fail(`could not close: ${error.message}`, 1),
  )
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
