import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { TrustedDocuments } from '../trusted-documents.ts'

const folder = join(import.meta.dirname, 'documents')

/** The documents that come with amigraph, by name. */
const ownDocuments: ReadonlyMap<string, string> = new Map(
  readdirSync(folder).map(file => [basename(file, '.graphql'), readFileSync(join(folder, file), 'utf8')]),
)

/** What can be exported, by name or hash: trusted documents, and our own unless only the trusted are wanted. */
export const findExportDocument = (trusted: TrustedDocuments | null, id: string): string | undefined =>
  trusted?.byName.get(id) ?? trusted?.byHash.get(id) ?? (trusted?.only ? undefined : ownDocuments.get(id))
