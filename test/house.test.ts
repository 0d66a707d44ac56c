import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/**
 * The rules of the house, tried: each snippet breaks one rule of biome.json, and the linter has to say so. A rule that
 * is switched off, misspelt or doesn't match its folder fails here.
 */
const root = resolve(import.meta.dirname, '..')
const importing = (what: string) => `import * as part from '${what}'\nexport const used = part\n`
const ofOurs = (what: string) => importing(`../${what}`)

const forbidden: [path: string, content: string, rule: string][] = [
  ...[
    'bin/serve',
    'aws/x',
    'billing/x',
    'sync/x',
    'db/x',
    'graphql/x',
    'auth/x',
    'telemetry/x',
    'sandbox/x',
    'config/x',
  ].map((part): [string, string, string] => [
    `src/domain/${part.replace('/', '-')}.ts`,
    ofOurs(`${part}.ts`),
    'noRestrictedImports',
  ]),
  ['src/domain/puts-together.ts', ofOurs('context/sync.ts'), 'noRestrictedImports'],
  ['src/domain/reads-files.ts', importing('node:fs/promises'), 'noRestrictedImports'],
  ['src/domain/asks-the-database.ts', importing('pg'), 'noRestrictedImports'],
  ['src/domain/asks-aws.ts', importing('@aws-sdk/client-ec2'), 'noRestrictedImports'],
  ['src/config/opens-the-database.ts', ofOurs('db/pool.ts'), 'noRestrictedImports'],
  ['src/db/calls-aws.ts', ofOurs('aws/clients.ts'), 'noRestrictedImports'],
  ['src/db/images/calls-aws.ts', importing('../../aws/clients.ts'), 'noRestrictedImports'],
  ['src/db/knows-the-sdk.ts', importing('@aws-sdk/client-ec2'), 'noRestrictedImports'],
  ['src/db/knows-the-sync.ts', ofOurs('sync/plan.ts'), 'noRestrictedImports'],
  ['src/aws/writes-rows.ts', ofOurs('db/pool.ts'), 'noRestrictedImports'],
  ['src/aws/ec2/writes-rows.ts', importing('../../db/pool.ts'), 'noRestrictedImports'],
  ['src/aws/knows-postgres.ts', importing('pg'), 'noRestrictedImports'],
  ['src/billing/writes-rows.ts', ofOurs('db/pool.ts'), 'noRestrictedImports'],
  ['src/sync/answers-queries.ts', ofOurs('graphql/server.ts'), 'noRestrictedImports'],
  ['src/sync/knows-the-sandbox.ts', ofOurs('sandbox/server.ts'), 'noRestrictedImports'],
  ['src/sync/writes-sql.ts', importing('pg'), 'noRestrictedImports'],
  ['src/sync/composes-sql.ts', importing('kysely'), 'noRestrictedImports'],
  ['src/sync/knows-the-sdk.ts', importing('@aws-sdk/client-ec2'), 'noRestrictedImports'],
  ['src/graphql/calls-aws.ts', ofOurs('aws/clients.ts'), 'noRestrictedImports'],
  ['src/graphql/syncs.ts', ofOurs('sync/plan.ts'), 'noRestrictedImports'],
  ['src/graphql/resolvers/syncs.ts', importing('../../sync/plan.ts'), 'noRestrictedImports'],
  ['src/graphql/resolvers/writes-sql.ts', importing('kysely'), 'noRestrictedImports'],
  ['src/graphql/compile/calls-aws.ts', importing('../../aws/clients.ts'), 'noRestrictedImports'],
  ['src/graphql/compile/knows-the-sdk.ts', importing('@aws-sdk/client-ec2'), 'noRestrictedImports'],
  ['src/auth/syncs.ts', ofOurs('sync/plan.ts'), 'noRestrictedImports'],
  ['src/sandbox/reads-our-cache.ts', ofOurs('db/pool.ts'), 'noRestrictedImports'],
  ['src/telemetry/starts-something.ts', ofOurs('bin/serve.ts'), 'noRestrictedImports'],
  ['src/bin/writes-sql.ts', importing('pg'), 'noRestrictedImports'],
  ['src/context/sync.ts', importing('@aws-sdk/client-sts'), 'noRestrictedImports'],
  ['src/db/reads-the-environment.ts', 'export const url = process.env.DATABASE_URL\n', 'noProcessEnv'],
  [
    'src/bin/reads-the-environment.ts',
    "import { env } from 'node:process'\nexport const url = env.DATABASE_URL\n",
    'noProcessEnv',
  ],
  ['src/config/settings.ts', 'export const url = process.env.DATABASE_URL\n', 'noProcessEnv'],
  ['src/domain/default-export.ts', 'export default 1\n', 'noDefaultExport'],
  ['src/domain/enumeration.ts', 'export enum State {\n  A = 1,\n}\n', 'noEnum'],
  [
    'src/domain/parameter-property.ts',
    'export class A {\n  constructor(readonly a: number) {}\n}\n',
    'noParameterProperties',
  ],
  ['src/domain/any-type.ts', 'export const a: any = 1\n', 'noExplicitAny'],
  ['src/domain/non-null.ts', 'export const first = (list: string[]) => list[0]!\n', 'noNonNullAssertion'],
  ['src/domain/CamelCase.ts', 'export const a = 1\n', 'useFilenamingConvention'],
  ['src/domain/no-extension.ts', "import { b } from './exists'\nexport const a = b\n", 'useImportExtensions'],
  ['src/domain/type-import.ts', "import { B } from './exists.ts'\nexport const a = (b: B) => b\n", 'useImportType'],
  ['src/domain/hides-code.ts', "export { b } from './exists.ts'\n", 'noBarrelFile'],
  ['src/domain/cycle-a.ts', "import { b } from './cycle-b.ts'\nexport const a = b\n", 'noImportCycles'],
  ['src/domain/prints.ts', "console.log('x')\n", 'noConsole'],
  [
    'src/sync/forgets.ts',
    'const work = async () => 1\nexport const start = () => {\n  work()\n}\n',
    'noFloatingPromises',
  ],
  ['src/sync/not-a-dependency.ts', importing('left-pad'), 'noUndeclaredDependencies'],
]

const allowed: [path: string, content: string][] = [
  ['src/domain/exists.ts', "export type B = 'b'\nexport const b: B = 'b'\n"],
  ['src/domain/cycle-b.ts', "import { a } from './cycle-a.ts'\nexport const b = () => a\n"],
  ['src/config/env.ts', 'export const read = () => process.env\n'],
  ['src/db/pool.ts', `${importing('pg')}export const a = 1\n`],
  ['src/graphql/compile/statement.ts', importing('kysely')],
  ['src/graphql/resolvers/Image.ts', "import { b } from '../../domain/exists.ts'\nexport const Image = { b }\n"],
  ['src/aws/clients.ts', importing('@aws-sdk/client-ec2')],
  ['src/sandbox/wire/schema.ts', importing('@smithy/core/schema')],
  [
    'src/sync/plan.ts',
    "import { used } from '../aws/clients.ts'\nimport { a } from '../db/pool.ts'\nexport const both = [used, a]\n",
  ],
  ['src/bin/prints.ts', "console.log('x')\n"],
  ['codegen.ts', 'export default {}\n'],
]

const found = new Map<string, Set<string>>()
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amigraph-house-'))
  for (const file of ['biome.json', 'package.json', '.gitignore']) copyFileSync(join(root, file), join(folder, file))
  for (const [path, content] of [...forbidden, ...allowed]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')
  const lint = ['lint', '--reporter=json', '--max-diagnostics=none', '.']
  const { stdout, stderr } = spawnSync(process.execPath, [biome, ...lint], { cwd: folder, encoding: 'utf8' })
  const report = JSON.parse(stdout.slice(stdout.indexOf('{')) || `{"diagnostics":${JSON.stringify(stderr)}}`)
  for (const { category, severity, location } of report.diagnostics as Diagnostic[]) {
    if (severity !== 'error') continue
    const path = typeof location.path === 'string' ? location.path : location.path.file
    const rules = found.get(path) ?? new Set()
    found.set(path, rules.add(category.split('/').at(-1) ?? category))
  }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Diagnostic = { category: string; severity: string; location: { path: string | { file: string } } }

describe('the linter refuses', () => {
  test.each(forbidden)('%s', (path, _content, rule) => {
    expect([...(found.get(path) ?? [])]).toContain(rule)
  })
})

describe('the linter allows', () => {
  test.each(allowed)('%s', path => {
    expect([...(found.get(path) ?? [])].filter(rule => rule !== 'noImportCycles')).toEqual([])
  })
})
