/**
 * A child process: the limit. A bare HTTP server that only runs the statement of a query and writes its text: no
 * parsing of documents, no validation, no limits. `/q1/17` is Q1 with the 17th set of variables.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import pg from 'pg'
import { localUrl, ready, settingsOfContestant } from './contestant-process.ts'
import type { LimitStatements } from './limit-statements.ts'

const { databaseUrl, poolSize, statementsFile } = settingsOfContestant()
if (statementsFile === null) throw new Error('The limit needs the statements to run')
const statements = JSON.parse(readFileSync(statementsFile, 'utf8')) as LimitStatements
const pool = new pg.Pool({
  connectionString: databaseUrl,
  max: poolSize,
  types: { getTypeParser: () => (value: unknown) => value },
})

const server = createServer(async (request, response) => {
  try {
    const [, key = '', index = ''] = request.url?.split('/') ?? []
    const statement = statements[key]
    if (statement === undefined) throw new Error(`There is no ${key}`)
    const { rows } = await pool.query<string[]>({
      name: key,
      text: statement.text,
      values: [...(statement.values[Number(index)] ?? [])],
      rowMode: 'array',
    })
    const json = Buffer.from(`${statement.before}${rows[0]?.[statement.column] ?? 'null'}${statement.after}`)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': json.length })
    response.end(json)
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
})
server.listen(0, '127.0.0.1', () => ready({ url: localUrl(server) }))
