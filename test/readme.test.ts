import { globSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { settingNames } from '../src/config/settings.ts'

const root = resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(resolve(root, file), 'utf8')

/** Where IAM names a right otherwise than the client package and the command do. */
const rights: Record<string, string> = {
  's3:ListObjectsV2': 's3:ListBucket',
  'cost-explorer:GetCostAndUsage': 'ce:GetCostAndUsage',
}

/** What is asked of AWS, as IAM names it: the client package says the service, the command the action. */
const calls = globSync(['src/aws/**/*.ts', 'src/billing/**/*.ts'], { cwd: root }).flatMap(file => {
  const imports = read(file).matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-([a-z0-9-]+)'/g)
  return [...imports].flatMap(([, names = '', service]) =>
    // IAM has no right of their own for SQS's batches.
    [...names.matchAll(/\b([A-Z]\w+?)(?:Batch)?Command\b/g)].map(([, action]) => {
      const call = `${service}:${action}`
      return rights[call] ?? call
    }),
  )
})

// Every identity may ask who it is.
const free = ['sts:GetCallerIdentity']
// S3 decrypts in the name of whoever reads.
const behind = ['kms:Decrypt']

test('the README asks for the right to make every call that is made, and for no other', () => {
  const asked = new Set(
    read('README.md').match(/\b(athena|ec2|organizations|sts|kms|imagebuilder|ce|s3|sqs):[A-Z]\w+/g),
  )
  asked.delete('sts:ExternalId')
  const made = new Set([...calls.filter(call => !free.includes(call)), ...behind])
  expect([...asked].sort()).toEqual([...made].sort())
})

test('every npm script that the documents name exists', () => {
  const { scripts } = JSON.parse(read('package.json'))
  const named = ['README.md', 'CONTRIBUTING.md', '.env.example'].flatMap(file =>
    [...read(file).matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(([, script]) => script ?? ''),
  )
  expect(named.filter(script => !(script in scripts))).toEqual([])
})

test('every script runs a file that exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const files = Object.values(scripts).flatMap(script => script.match(/src\/bin\/[\w-]+\.ts/g) ?? [])
  expect(globSync(files, { cwd: root }).sort()).toEqual([...files].sort())
})

test('every link to a file of ours leads somewhere', () => {
  for (const file of ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']) {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target ?? '')
    const missing = links.filter(
      target => globSync(target.replace(/\/$/, ''), { cwd: resolve(root, dirname(file)) }).length === 0,
    )
    expect(missing).toEqual([])
  }
})

test('containers can be given every AMIGRAPH_ setting', () => {
  const compose = read('docker-compose.yml')
  const missing = settingNames.filter(name => name.startsWith('AMIGRAPH_') && !compose.includes(`${name}: `))
  // A folder of recordings is on the host, and nothing is mounted.
  expect(missing).toEqual(['AMIGRAPH_SANDBOX_LOAD'])
})

test('no password is written into what is deployed', () => {
  for (const file of ['docker-compose.yml', 'Dockerfile']) {
    expect(read(file)).not.toMatch(/password: *['"]?\w|:\/\/\w+:[^@\s]+@/i)
  }
})
