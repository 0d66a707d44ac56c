import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'
import { costHeader } from '../limits/limit-query.ts'

/** Lets pages of these origins call the API from a browser. Without any, a browser keeps all other origins out. */
export const serveCors = async (server: FastifyInstance, origins: readonly string[]): Promise<void> => {
  if (origins.length === 0) return
  await server.register(cors, {
    origin: [...origins],
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type', 'apollo-require-preflight', 'if-none-match', costHeader],
    exposedHeaders: ['etag', 'retry-after', 'x-amigraph-data'],
    maxAge: 600,
  })
}
