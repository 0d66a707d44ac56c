/** Reads what an `@aws-sdk/client-*` package exports about its service. */
import { NormalizedSchema } from '@smithy/core/schema'
import type { HttpRoute, Operation } from './service.ts'

// The tags at the head of the SDK's static schemas
const errorTag = -3
const operationTag = 9

/** Every operation and every modelled error of a client package, by name. */
export const clientSchemas = (client: object) => {
  const operations = new Map<string, Operation>()
  const errors = new Map<string, NormalizedSchema>()
  for (const schema of Object.values(client)) {
    if (!Array.isArray(schema) || typeof schema[2] !== 'string') continue
    const name = schema[2]
    if (schema[0] === errorTag) errors.set(name, NormalizedSchema.of(schema as never))
    if (schema[0] === operationTag) {
      operations.set(name, {
        name,
        input: NormalizedSchema.of(schema[4]),
        output: NormalizedSchema.of(schema[5]),
        http: routeOf(schema[3]),
      })
    }
  }
  return { operations, errors }
}

const routeOf = (traits: unknown): HttpRoute | undefined => {
  const { http } = Object(traits) as { http?: [method: string, uri: string, status: number] }
  return http && { method: http[0], uri: http[1], status: http[2] }
}
