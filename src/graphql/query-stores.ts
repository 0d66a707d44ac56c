import type { DocumentNode } from 'graphql'
import { BoundedStore } from './bounded-store.ts'
import type { TrustedDocuments } from './trusted-documents.ts'

const mostQueryCharacters = 4 * 1024 * 1024
const mostDocumentCharacters = 1024 * 1024
/** What an entry takes besides its text. */
const entryCharacters = 200

/** Parsed and validated documents; a parsed one takes some thirty times its text. */
export const createDocumentStore = () =>
  new BoundedStore<DocumentNode>(mostDocumentCharacters, ({ loc }) => (loc?.end ?? 0) + entryCharacters)

/**
 * Texts of queries by their SHA-256: those of the trusted documents, and those that clients registered (automatic
 * persisted queries), unless only the trusted are wanted.
 */
export const createQueryStore = (trusted: TrustedDocuments | null) => {
  const registered = new BoundedStore<string>(mostQueryCharacters, text => text.length + entryCharacters)
  // Apollo's own prefix of the key; a hash that is no text comes from a client as well.
  const hashOf = (key: string) => String(key).replace(/^apq:/, '')
  return {
    get: async (key: string) => trusted?.byHash.get(hashOf(key)) ?? registered.get(key),
    set: async (key: string, text: string) => {
      if (!trusted?.only) await registered.set(key, text)
    },
    delete: (key: string) => registered.delete(key),
  }
}
