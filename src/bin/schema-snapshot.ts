/** Writes the schema's snapshot: `npm run schema:snapshot`. Refuses while a breaking change is not in the changelog. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { findUnannounced, snapshotFile, snapshotText } from '../graphql/schema-snapshot.ts'

const changelog = readFileSync(resolve(import.meta.dirname, '../../CHANGELOG.md'), 'utf8')
const problems = existsSync(snapshotFile) ? findUnannounced(changelog) : []
if (problems.length > 0) {
  console.error(`Name these under Unreleased in CHANGELOG.md, as "Breaking: Type.field …":\n${problems.join('\n')}`)
  process.exitCode = 1
} else writeFileSync(snapshotFile, snapshotText())
