import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type DocumentNode, type GraphQLSchema, getVariableValues, Kind, parse, validate } from 'graphql'
import { isRetryable } from '../../db/retryable.ts'
import type { Bindings } from '../../db/slot.ts'
import { InvalidInput } from '../../domain/invalid-input.ts'
import type { ApiContext } from '../api-context.ts'
import { viewerOf } from '../authenticate-requests.ts'
import { type ExportStatement, exportStatement } from '../compile/export-statement.ts'
import { bind } from '../compile/plan.ts'
import { answerError } from '../http/answer-errors.ts'
import { requestSignal } from '../http/request-signal.ts'
import { mostTokens } from '../limits/limits.ts'
import { sha256, type TrustedDocuments } from '../trusted-documents.ts'
import { findExportDocument } from './export-documents.ts'
import { type ExportFormat, exportFormats } from './formats.ts'

/** Each has a connection to the database for as long as it lasts; the others are for queries. */
const mostAtOnce = 2

/**
 * GET /export/DOCUMENT?format=jsonl|csv&variables={…}: every node of a trusted document's list, or of one of ours, as it
 * comes from the database, in constant memory and as fast as the client takes it.
 */
export const serveExport = (
  server: FastifyInstance,
  context: Pick<ApiContext, 'stream' | 'audit' | 'logger'>,
  schema: GraphQLSchema,
  trusted: TrustedDocuments | null,
): void => {
  let underWay = 0
  server.get<{ Params: { document: string }; Querystring: { format?: string; variables?: string } }>(
    '/export/:document',
    async (request, reply) => {
      const { document: id } = request.params
      const { format: formatName = 'jsonl', variables = '{}' } = request.query
      const text = findExportDocument(trusted, id)
      if (text === undefined) return answerError(reply, 404, 'PERSISTED_QUERY_NOT_FOUND', `No document is named ${id}`)
      const format = exportFormats.get(formatName)
      if (!format) return answerError(reply, 400, 'BAD_USER_INPUT', 'format has to be jsonl or csv')
      if (underWay >= mostAtOnce) {
        reply.header('retry-after', '30')
        return answerError(reply, 503, 'SERVICE_UNAVAILABLE', `${mostAtOnce} exports are under way; try again later`)
      }
      underWay += 1
      reply.raw.once('close', () => {
        underWay -= 1
      })
      try {
        const statement = planExport(schema, text, variables, format)
        const lines = await openExport(context, request, reply, { statement, format, text })
        reply.header('content-disposition', `attachment; filename="${id}.${format.extension}"`)
        return reply.type(format.contentType).header('cache-control', 'private, no-store').send(lines)
      } catch (error) {
        if (error instanceof InvalidInput) return answerError(reply, 400, error.code, error.message)
        if (!isRetryable(error)) throw error
        reply.header('retry-after', '5')
        return answerError(reply, 503, 'SERVICE_UNAVAILABLE', 'The database does not answer right now; try again')
      }
    },
  )
}

const planExport = (
  schema: GraphQLSchema,
  text: string,
  variablesText: string,
  format: ExportFormat,
): ExportStatement => {
  const document = parse(text, { maxTokens: mostTokens })
  const [problem] = validate(schema, document)
  if (problem) throw new InvalidInput(problem.message)
  const variables = coerce(schema, document, readVariables(variablesText))
  const statement = exportStatement({ schema, document, variables, form: format.form })
  return { ...statement, values: bind({ text: statement.text, parameters: statement.values }, variables).values }
}

const readVariables = (text: string): Bindings => {
  try {
    const variables: unknown = JSON.parse(text)
    if (typeof variables === 'object' && variables !== null && !Array.isArray(variables)) return variables as Bindings
  } catch {
    // Not JSON
  }
  throw new InvalidInput('variables has to be a JSON object')
}

const coerce = (schema: GraphQLSchema, document: DocumentNode, given: Bindings): Bindings => {
  const operation = document.definitions.find(definition => definition.kind === Kind.OPERATION_DEFINITION)
  const { coerced, errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], given)
  if (coerced) return coerced
  throw new InvalidInput(errors?.[0]?.message ?? 'The variables are not of their types')
}

type Export = { readonly statement: ExportStatement; readonly format: ExportFormat; readonly text: string }

/** Waits for the first rows, so that what fails at once is still answered as an error. */
const openExport = async (
  { stream, audit, logger }: Pick<ApiContext, 'stream' | 'audit' | 'logger'>,
  request: FastifyRequest,
  reply: FastifyReply,
  { statement, format, text }: Export,
): Promise<Readable> => {
  const startedAt = performance.now()
  const viewer = viewerOf(request)
  const batches = stream(viewer.scope, statement, requestSignal(reply))
  const first = await batches.next()
  // Also where nobody ever took a line: the connection goes back.
  reply.raw.once('close', () => batches.return(undefined).catch(() => {}))
  let rows = 0

  const lines = async function* () {
    let status = 'OK'
    try {
      yield format.head(statement.columns)
      for (let batch = first; !batch.done; batch = await batches.next()) {
        rows += batch.value.length
        yield batch.value.map(row => format.line(row)).join('')
      }
    } catch (error) {
      status = 'ERROR'
      // The head has gone out already: a connection that breaks off is all that can tell the client.
      logger.warn({ err: error, requestId: request.id }, 'an export broke off')
      throw error
    } finally {
      audit.operation({
        requestId: request.id,
        viewer: viewer.name,
        operation: 'export',
        kind: 'query',
        documentHash: sha256(text),
        cost: null,
        rows,
        durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
        status,
      })
    }
  }
  return Readable.from(lines(), { objectMode: false, highWaterMark: 256 * 1024 })
}
