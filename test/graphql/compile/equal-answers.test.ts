import { buildSchema, type GraphQLSchema, parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mergedValues } from '../../../src/db/merged-statement.ts'
import type { Read, Statement } from '../../../src/db/statement.ts'
import type { ApiContext } from '../../../src/graphql/api-context.ts'
import { createApollo } from '../../../src/graphql/apollo.ts'
import { stringifyResult } from '../../../src/graphql/compile/raw-data.ts'
import { createRequestContext } from '../../../src/graphql/request-context.ts'
import { readTypeDefs } from '../../../src/graphql/schema.ts'
import { createRandom } from '../../../src/sandbox/world/random.ts'
import { silentLogger, testContext } from '../../support/api.ts'
import { seedConfiguration } from '../../support/configuration.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { seedInventory } from '../../support/inventory.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../../support/synced-sandbox.ts'
import { limitedTo, openViewers, organizationViewerNamed, type TestViewers } from '../../support/viewers.ts'
import { type RandomQuery, randomQuery } from './random-query.ts'
import type { KnownValues } from './random-values.ts'
import { readKnownValues } from './read-known-values.ts'
import { seedOddities } from './seed-oddities.ts'
import { shrink } from './shrink.ts'

/**
 * Random queries over the whole schema are answered twice: compiled, and by the resolvers. Both answers have to be equal
 * to the byte. COMPILE_SEED asks others, COMPILE_QUERIES more.
 */
const seed = Number(process.env['COMPILE_SEED'] ?? 1)
const queries = Number(process.env['COMPILE_QUERIES'] ?? 1500)

const schema: GraphQLSchema = buildSchema(readTypeDefs().join('\n'))

/** Which answer, and whether its statements were compiled from the query */
type Ask = (query: RandomQuery) => Promise<{ text: string; isCompiled: boolean }>

describe.each(['seeded by hand', 'synced from the sandbox'])('over an inventory %s', kind => {
  let database: TestDatabase | SyncedSandbox
  let viewers: TestViewers
  let known: KnownValues
  const stops: (() => Promise<void>)[] = []

  beforeAll(async () => {
    if (kind === 'seeded by hand') {
      const seeded = await createTestDatabase()
      await seedInventory(seeded.pool)
      await seedOddities(seeded.pool)
      await seedConfiguration(seeded.pool)
      database = seeded
      viewers = openViewers(seeded.url)
    } else {
      const synced = await createSyncedSandbox({ size: { accounts: 5, imagesPerAccountRegion: 3 } })
      await synced.sync()
      database = synced
      viewers = openViewers(synced.databaseUrl)
    }
    await database.pool.query('analyze')
    known = await readKnownValues(database.pool)
  })
  afterAll(async () => {
    for (const stop of stops) await stop()
    await viewers.close()
    if ('drop' in database) await database.drop()
    else await database.close()
  })

  test.each(['organization', 'limited'])(
    '%s viewers get the same answer compiled and resolved',
    async who => {
      const viewer = who === 'organization' ? organizationViewerNamed() : limitedTo(known.accounts.slice(1, 3))
      const asker = async (compile: boolean): Promise<Ask> => {
        const context: ApiContext = {
          ...testContext(database.pool, { read: viewers.reads, readPrimary: viewers.reads }),
          compile,
          settings: { maxQueryCost: 2 ** 31 },
          logger: strictLogger,
        }
        const apollo = createApollo(context)
        await apollo.start()
        stops.push(() => apollo.stop())
        return async ({ text: query, variables }) => {
          let isCompiled = true
          const reads: ApiContext['read'] = scope => {
            const through = context.read(scope)
            return Object.assign(async (statement: Parameters<typeof through>[0]) => {
              isCompiled &&= 'text' in statement
              const rows = await through(statement)
              if ('text' in statement) await expectEqualMerged(through, statement, rows)
              return rows
            }, through.isNarrow && { isNarrow: through.isNarrow }) as typeof through
          }
          const contextValue = createRequestContext({ ...context, read: reads }, { viewer, requestId: 'test' })
          const { body } = await apollo.executeOperation({ query, variables }, { contextValue })
          if (body.kind !== 'single') throw new Error('An answer in parts was not expected')
          const { errors, data, extensions } = body.singleResult
          return { text: stringifyResult({ errors, data, extensions }), isCompiled }
        }
      }
      const [compiled, resolved] = [await asker(true), await asker(false)]
      const differs = async (query: RandomQuery) =>
        comparable((await compiled(query)).text) !== comparable((await resolved(query)).text)

      const random = createRandom(seed)
      const cursors = new Map<string, string[]>()
      const share = kind === 'seeded by hand' ? (who === 'organization' ? 0.5 : 0.2) : 0.15
      let [asked, withoutErrors, withoutResolvers] = [0, 0, 0]
      for (let i = 0; i < queries * share; i++) {
        const query = randomQuery(schema, random, known, cursors)
        if (validate(schema, parse(query.text)).length > 0) continue
        asked += 1
        const [one, other] = [await compiled(query), await resolved(query)]
        if (comparable(one.text) !== comparable(other.text)) {
          const smallest = await shrink(schema, query, differs)
          const [left, right] = [await compiled(smallest), await resolved(smallest)]
          const told = `COMPILE_SEED=${seed} ${who} ${kind}\n${smallest.text}\n${JSON.stringify(smallest.variables)}`
          expect(`${told}\n${comparable(left.text)}`).toBe(`${told}\n${comparable(right.text)}`)
          throw new Error(`Differs only sometimes: ${told}`)
        }
        if (!one.text.startsWith('{"errors"')) {
          withoutErrors += 1
          if (one.isCompiled) withoutResolvers += 1
        }
        keepCursors(cursors, one.text)
      }
      // Else it would say nothing.
      expect(asked).toBeGreaterThan(queries * share * 0.8)
      expect(withoutErrors).toBeGreaterThan(asked * 0.4)
      // The others have a wrong value where nothing was found that it could be wrong for.
      expect(withoutResolvers).toBeGreaterThan(withoutErrors * 0.6)
    },
    600_000,
  )
})

/** What is asked together with others of its kind is answered the same. */
const expectEqualMerged = async (read: Read, { merged, values }: Statement, rows: unknown[]) => {
  // Without values it is the same for everybody.
  if (values.length > 0) expect(merged).toBeDefined()
  if (merged === undefined) return
  const together = await read({ text: merged, values: mergedValues([values, values]) }).catch(leftAlone)
  if (together !== null) expect(together).toEqual([1, 2].map(place => ({ ...(rows[0] as object), place })))
}

/**
 * A sum of nothing but parameters is none of the rows of a merged statement, but of the sets: PostgreSQL refuses it
 * (grouping_error), and such reads are sent one by one.
 */
const leftAlone = (error: { readonly code?: string }) => {
  if (error.code === '42803') return null
  throw error
}

/** Nothing may go wrong unseen: a defect in the compiler would only be slower. */
const strictLogger = Object.assign(Object.create(silentLogger), {
  error: (details: { err?: unknown }, message: string) => {
    console.error(message, details.err)
    throw new Error(message, { cause: details.err })
  },
})

/**
 * The answer itself. Of one with errors only its data, and that they are the client's: where a query has several mistakes,
 * which of them the resolvers tell of depends on timing. Errors by themselves have a test of their own.
 */
const comparable = (answer: string): string => {
  // PostgreSQL writes JSON that a row holds as such (the scalar JSON) with spaces.
  if (!answer.startsWith('{"errors"'))
    return answer.includes('": ') ? `${JSON.stringify(JSON.parse(answer))}\n` : answer
  const { errors, data } = JSON.parse(answer) as { errors: { extensions: { code: string } }[]; data: unknown }
  const ours = errors.filter(
    ({ extensions: { code } }) => !['BAD_USER_INPUT', 'INVALID_PAGE_SIZE', 'NOT_REMEMBERED'].includes(code),
  )
  return JSON.stringify({ errors: ours, data })
}

const keepCursors = (cursors: Map<string, string[]>, answer: string) => {
  for (const [found] of answer.matchAll(/(?<=")[\w-]{12,}(?=")/g)) {
    try {
      const [field] = JSON.parse(Buffer.from(found, 'base64url').toString('utf8')) as [string]
      const same = cursors.get(field) ?? []
      cursors.set(field, [...same.slice(-50), found])
      // The default order of a list is asked for by saying nothing.
      if (!cursors.has('')) cursors.set('', [])
      cursors.get('')?.push(found)
      if ((cursors.get('')?.length ?? 0) > 200) cursors.get('')?.shift()
    } catch {
      // Another text
    }
  }
}
