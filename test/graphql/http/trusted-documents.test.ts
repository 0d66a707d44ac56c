import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiSettings } from '../../../src/graphql/api-settings.ts'
import { readTypeDefs } from '../../../src/graphql/schema.ts'
import { startApi } from '../../../src/graphql/start-api.ts'
import { readTrustedDocuments, sha256 } from '../../../src/graphql/trusted-documents.ts'
import { testContext } from '../../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { images, seedInventory } from '../../support/inventory.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const query = 'query Name($id: ID!) { image(imageId: $id) { name } }'
const other = '{ syncStatus { running } }'
const variables = { id: images.private }
const data = { image: { name: 'golden-linux-1' } }

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
})
afterAll(() => database.drop())

const manifest = () => {
  const path = join(temporaryFolder(), 'manifest.json')
  writeFileSync(path, JSON.stringify({ [sha256(query)]: query }))
  return path
}

const serve = async (settings: Partial<ApiSettings>, use: (ask: Ask) => Promise<void>) => {
  const api = await startApi(testContext(database.pool, { settings }))
  const headers = { 'content-type': 'application/json', 'apollo-require-preflight': '1' }
  const answerOf = async (answer: Response) => {
    const body = (await answer.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] }
    return { status: answer.status, code: body.errors?.[0]?.extensions.code, data: body.data }
  }
  try {
    await use({
      post: async body =>
        answerOf(await fetch(`${api.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) })),
      get: async parameters =>
        answerOf(await fetch(`${api.url}/graphql?${new URLSearchParams(parameters)}`, { headers })),
    })
  } finally {
    await api.close()
  }
}

type Answer = { status: number; code: string | undefined; data: unknown }
type Ask = {
  post(body: unknown): Promise<Answer>
  get(parameters: Record<string, string>): Promise<Answer>
}

const persisted = (hash: unknown) => ({ persistedQuery: { version: 1, sha256Hash: hash } })

describe('a trusted document', () => {
  it('is asked for by its hash, over POST and GET', () =>
    serve({ trustedDocuments: manifest() }, async ({ post, get }) => {
      const found = { status: 200, code: undefined, data }
      const documentId = `sha256:${sha256(query)}`
      expect(await post({ documentId, variables })).toEqual(found)
      expect(await post({ documentId: sha256(query), variables, operationName: 'Name' })).toEqual(found)
      expect(await post({ documentId, query, variables })).toEqual(found)
      expect(await post({ extensions: persisted(sha256(query)), variables })).toEqual(found)
      expect(await get({ documentId, variables: JSON.stringify(variables) })).toEqual(found)
      expect(
        await get({ extensions: JSON.stringify(persisted(sha256(query))), variables: JSON.stringify(variables) }),
      ).toEqual(found)
    }))

  it('is asked for by the name of its file', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'image-name.graphql'), `# A comment\n${query}\n`)
    writeFileSync(join(folder, 'README.md'), 'Not a query')
    await serve({ trustedDocuments: folder }, async ({ post }) => {
      expect(await post({ documentId: 'image-name', variables })).toEqual({ status: 200, code: undefined, data })
    })
  })

  it.each([
    'nonsense',
    '',
    'sha256:',
    `sha256:${'0'.repeat(64)}`,
    '__proto__',
    'constructor',
    42,
    ['image-name'],
    { toString: 'x' },
  ])('that nobody trusted is not found: %j', async documentId => {
    await serve({ trustedDocuments: manifest() }, async ({ post }) => {
      expect(await post({ documentId })).toEqual({ status: 404, code: 'PERSISTED_QUERY_NOT_FOUND', data: undefined })
    })
  })

  it('is not another query at the same time', () =>
    serve({ trustedDocuments: manifest() }, async ({ post }) => {
      expect(await post({ documentId: sha256(query), query: other })).toMatchObject({
        status: 400,
        code: 'BAD_REQUEST',
      })
    }))

  it('leaves other queries as they are', () =>
    serve({ trustedDocuments: manifest() }, async ({ post }) => {
      expect(await post({ query: other })).toMatchObject({ status: 200 })
    }))
})

describe('where only trusted documents are answered', () => {
  it('others are refused, however they are asked for', () =>
    serve({ trustedDocuments: manifest(), trustedDocumentsOnly: true }, async ({ post, get }) => {
      const refused = { status: 403, code: 'NOT_TRUSTED', data: undefined }
      expect(await post({ documentId: sha256(query), variables })).toMatchObject({ status: 200, data })
      expect(await post({ query, variables })).toMatchObject({ status: 200, data })
      expect(await post({ query: other })).toEqual(refused)
      expect(await post({ query: `${query} ` })).toEqual(refused)
      expect(await post({ query: '{' })).toEqual(refused)
      expect(await get({ query: other })).toEqual(refused)
      expect(await get({ query: other, extensions: JSON.stringify(persisted(sha256(other))) })).toEqual(refused)
      expect(await post({ query: other, extensions: persisted(sha256(other)) })).toEqual(refused)
      expect(await post({ extensions: persisted(sha256(other)) })).toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' })
      expect(await post([{ query: other }])).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
      expect(await post({ query: { kind: 'Document' } })).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
    }))
})

describe('automatic persisted queries', () => {
  it('are registered, found, and never under another hash', () =>
    serve({}, async ({ post, get }) => {
      const extensions = persisted(sha256(query))
      expect(await post({ extensions, variables })).toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' })
      expect(await post({ extensions, query: other })).toMatchObject({ status: 400 })
      expect(await post({ extensions, query, variables })).toMatchObject({ status: 200, data })
      expect(await post({ extensions, variables })).toMatchObject({ status: 200, data })
      expect(await get({ extensions: JSON.stringify(extensions), variables: JSON.stringify(variables) })).toMatchObject(
        { status: 200, data },
      )
    }))

  it.each([null, 42, {}, ['a'], '__proto__', ''])('have no hash such as %j', hash =>
    serve({}, async ({ post }) => {
      const { status, code } = await post({ extensions: persisted(hash) })
      expect(status).toBeLessThan(500)
      expect(code).toBe('PERSISTED_QUERY_NOT_FOUND')
    }),
  )
})

describe('documents that cannot be trusted are told at the start', () => {
  const schema = buildSchema(readTypeDefs().join('\n'))
  const write = (name: string, content: string) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, name), content)
    return name.endsWith('.graphql') ? folder : join(folder, name)
  }

  it.each<[string, () => string, string]>([
    ['no file', () => '/nonexistent/manifest.json', 'cannot be read'],
    ['no JSON', () => write('manifest.json', 'x'), 'cannot be read'],
    ['a list', () => write('manifest.json', '[]'), 'has to be an object'],
    ['nothing', () => write('manifest.json', '{}'), 'holds no document'],
    ['no text', () => write('manifest.json', '{"a": 1}'), 'a is no text'],
    ['another hash', () => write('manifest.json', JSON.stringify({ abc: query })), `which is ${sha256(query)}`],
    ['broken', () => write('broken.graphql', '{'), 'broken: Syntax Error'],
    ['not of the schema', () => write('old.graphql', '{ nonsense }'), 'old: Cannot query field "nonsense"'],
    [
      'an empty folder',
      () => {
        const folder = join(temporaryFolder(), 'empty')
        mkdirSync(folder)
        return folder
      },
      'holds no document',
    ],
  ])('%s', (_, path, message) => {
    expect(() => readTrustedDocuments(path(), true, schema)).toThrow(message)
  })
})
