import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildSchema, findBreakingChanges, findDangerousChanges, type GraphQLSchema, printSchema } from 'graphql'
import { readTypeDefs } from './schema.ts'

/** The schema as clients know it. It changes with a release, by `npm run schema:snapshot`; what breaks it is announced. */
export const snapshotFile = resolve(import.meta.dirname, '../../docs/schema.graphql')

/** The schema's text in one file. */
export const snapshotText = (schema: GraphQLSchema = buildSchema(readTypeDefs().join('\n'))): string =>
  `# The whole schema, written by "npm run schema:snapshot". Its source is schema/.\n\n${printSchema(schema)}\n`

/** What of a change would break a client, or could; each begins with the element's name, such as `Type.field`. */
export const changesSince = (snapshot: GraphQLSchema, schema: GraphQLSchema) => ({
  breaking: findBreakingChanges(snapshot, schema).map(({ description }) => description),
  dangerous: findDangerousChanges(snapshot, schema).map(({ description }) => description),
})

/**
 * Those breaking changes that the changelog's section for the next version does not name: with a line
 * `Breaking: Type.field …` for each element. The element's name has to be in the change's description.
 */
export const unannounced = (breaking: readonly string[], changelog: string): string[] => {
  const [, unreleased = ''] = changelog.split(/^## \[Unreleased\]$/m)
  const [section = ''] = unreleased.split(/^## /m)
  const announced = [...section.matchAll(/Breaking: `?([A-Za-z_][\w.]*)/g)].map(([, name]) => name ?? '')
  return breaking.filter(description => !announced.some(name => names(description).includes(name)))
}

/** graphql-js names elements as `Type.field`, `Type.field.argument`, `Type` or `@directive` somewhere in its sentence. */
const names = (description: string): string[] => description.match(/[A-Za-z_]\w*(?:\.\w+)*/g) ?? []

/** The breaking changes since the snapshot that the changelog does not name. */
export const findUnannounced = (changelog: string): string[] => {
  const snapshot = buildSchema(readFileSync(snapshotFile, 'utf8'))
  return unannounced(changesSince(snapshot, buildSchema(readTypeDefs().join('\n'))).breaking, changelog)
}
