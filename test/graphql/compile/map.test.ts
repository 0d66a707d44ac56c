import { buildSchema, isObjectType } from 'graphql'
import { expect, it } from 'vitest'
import { typeMaps } from '../../../src/graphql/compile/map/type-maps.ts'
import { readTypeDefs } from '../../../src/graphql/schema.ts'

/** What only code can answer. A query that asks for one of these is answered by the resolvers as a whole. */
const byCode = [
  'Query.allowedImagesWhatIf',
  'Query.goldenAdoptionHistory',
  'Query.launchCheck',
  'Query.launchChecks',
  'Query.syncStatus',
  'Mutation.requestSync',
]

/** Types that are parts of others: of every connection, of every coverage, of values that a row holds as JSON. */
const parts =
  /^(\w+Connection|\w+Edge|PageInfo|Coverage|SourceError|Tag|LaunchGrant|AllowedImages(Criterion|WhatIf)|\w+UnderCriteria|CriteriaCounts|Launch(Check|Blocker|Warning)|ImageWatermarkCondition|GoldenAdoptionHistory|\w+AdoptionPoint|PublicBlocker|Money|ProductTitle|ImageOrigin|SyncStatus|SourceCounts)$/

it('says of every field of the schema how it is read', () => {
  const schema = buildSchema(readTypeDefs().join('\n'))
  const missing = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__') && !parts.test(name))
    .flatMap(type => Object.keys(type.getFields()).map(field => ({ type: type.name, field })))
    .filter(({ type, field }) => !Object.hasOwn(typeMaps[type] ?? {}, field))
    .map(({ type, field }) => `${type}.${field}`)
  expect(missing).toEqual(byCode)
})

it('says it of no type that the schema does not have', () => {
  const schema = buildSchema(readTypeDefs().join('\n'))
  expect(Object.keys(typeMaps).filter(name => !isObjectType(schema.getType(name)))).toEqual([])
})
