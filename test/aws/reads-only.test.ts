import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const files = ['src/aws', 'src/sync', 'src/billing'].flatMap(folder => globSync(`${folder}/**/*.ts`, { cwd: root }))
const sources = files.map(file => ({ file, text: readFileSync(resolve(root, file), 'utf8') }))

/** Calls that are not named as ones that only read, each with why it may be made all the same. */
const others: Record<string, string> = {
  'ec2:CreateImageUsageReport': 'only where usage reports are switched on; who can make it is checked below',
  'sts:AssumeRole': 'gives credentials, changes nothing',
  'sqs:ReceiveMessage': 'our own queue: hides what is being worked on',
  'sqs:DeleteMessage': 'our own queue: takes off what is done',
  'sqs:DeleteMessageBatch': 'our own queue: takes off what is done',
  'sqs:ChangeMessageVisibility': 'our own queue: gives back what could not be done',
  'sqs:ChangeMessageVisibilityBatch': 'our own queue: gives back what could not be done',
  'athena:StartQueryExecution': 'a query over bills, whose result AWS writes to a bucket of ours',
  'athena:StopQueryExecution': 'stops such a query',
}

/** Every way to name a command: however it is imported, it has to be in the text. */
const commands = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/from '@aws-sdk\/client-([a-z0-9-]+)'/g)].flatMap(([, service]) =>
    [...text.matchAll(/\b([A-Z][A-Za-z0-9]+)Command\b/g)].map(([, action]) => ({ file, call: `${service}:${action}` })),
  ),
)

it('no call that changes anything in AWS can be made', () => {
  const services = new Set(commands.map(({ call }) => call.split(':')[0]))
  expect(services.size).toBeGreaterThan(3)
  const changing = commands.filter(
    ({ call }) => !/^[a-z0-9-]+:(Describe|Get|List|Head)[A-Z]/.test(call) && others[call] === undefined,
  )
  expect(changing).toEqual([])
})

it('a usage report can only be asked for by the reading that a setting switches on', () => {
  const naming = (what: RegExp) => sources.filter(({ text }) => what.test(text)).map(({ file }) => file)
  expect(naming(/\bCreateImageUsageReportCommand\b/)).toEqual(['src/aws/ec2/create-image-usage-report.ts'])
  expect(naming(/create-image-usage-report\.ts'/)).toEqual(['src/sync/collect/image-usage.ts'])
  expect(naming(/collect\/image-usage\.ts'/)).toEqual(['src/sync/regional-kinds.ts'])
  expect(naming(/\busageKind\b/).sort()).toEqual(['src/sync/kinds.ts', 'src/sync/regional-kinds.ts'])
  const kinds = sources.find(({ file }) => file === 'src/sync/kinds.ts')?.text ?? ''
  expect(kinds.match(/.*\busageKind\(.*/g)).toEqual([
    '  return usageSpreading === null ? regionalKinds : [...regionalKinds, usageKind(usageSpreading)]',
  ])
})

it('nothing but the clients and their commands is used: no aggregated client whose calls are methods', () => {
  const aggregated =
    /import [^;]*?\b(EC2|KMS|STS|SQS|S3|Organizations|Imagebuilder|Athena|CostExplorer)\b[^;]*? from '@aws-sdk/
  expect(sources.filter(({ text }) => aggregated.test(text)).map(({ file }) => file)).toEqual([])
  expect(sources.filter(({ text }) => /import \* as .* from '@aws-sdk|import\('@aws-sdk/.test(text))).toEqual([])
})

it('the UEFI variable store, which can hold secrets, is never asked for (R2)', () => {
  expect(sources.filter(({ text }) => /uefi-?data/i.test(text)).map(({ file }) => file)).toEqual([])
  const attributes = sources.flatMap(({ text }) => [...text.matchAll(/\bAttribute: '(\w+)'/g)].map(([, name]) => name))
  expect([...new Set(attributes)].sort()).toEqual(['createVolumePermission', 'launchPermission'])
})
