import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type GraphQLSchema, parse, validate } from 'graphql'
import { mostTokens } from './limits/limits.ts'
import { TrustedDocumentsError } from './trusted-documents-error.ts'

/** Queries that clients may name instead of sending them. */
export type TrustedDocuments = {
  /** Whether no others are answered */
  readonly only: boolean
  /** Texts by their SHA-256, in hexadecimal */
  readonly byHash: ReadonlyMap<string, string>
  /** Texts by the name of their file, where they come from a folder */
  readonly byName: ReadonlyMap<string, string>
}

/**
 * Reads a manifest (`{ "<SHA-256>": "query …" }`) or a folder of `.graphql` files. Throws a `TrustedDocumentsError` that
 * names each document that is not one of the schema, so that it is known at the start and not by the first client.
 */
export const readTrustedDocuments = (path: string, only: boolean, schema: GraphQLSchema): TrustedDocuments => {
  const documents = read(path)
  const problems = documents.flatMap(document => problemOf(document, schema) ?? [])
  if (documents.length === 0) problems.push('it holds no document')
  if (problems.length > 0) throw new TrustedDocumentsError(path, problems)
  return {
    only,
    byHash: new Map(documents.map(({ text }) => [sha256(text), text])),
    byName: new Map(documents.filter(({ isFile }) => isFile).map(({ name, text }) => [name, text])),
  }
}

/** The SHA-256 that a document goes by. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

type Document = { readonly name: string; readonly text: string; readonly isFile: boolean }

const read = (path: string): Document[] => {
  try {
    return statSync(path).isDirectory() ? readFolder(path) : readManifest(path)
  } catch (error) {
    if (error instanceof TrustedDocumentsError) throw error
    throw new TrustedDocumentsError(path, [`it cannot be read: ${(error as Error).message}`])
  }
}

const readFolder = (folder: string): Document[] =>
  readdirSync(folder)
    .filter(file => file.endsWith('.graphql'))
    .sort()
    .map(file => ({ name: basename(file, '.graphql'), text: readFileSync(join(folder, file), 'utf8'), isFile: true }))

const readManifest = (path: string): Document[] => {
  const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) {
    throw new TrustedDocumentsError(path, ['it has to be an object of SHA-256 and text'])
  }
  return Object.entries(manifest).map(([name, text]) => ({ name, text: text as string, isFile: false }))
}

const problemOf = ({ name, text, isFile }: Document, schema: GraphQLSchema): string | undefined => {
  if (typeof text !== 'string') return `${name} is no text`
  if (!isFile && name !== sha256(text)) return `${name} is not the SHA-256 of its text, which is ${sha256(text)}`
  try {
    const [error] = validate(schema, parse(text, { maxTokens: mostTokens }))
    return error && `${name}: ${error.message}`
  } catch (error) {
    return `${name}: ${(error as Error).message}`
  }
}
