import { hash } from 'node:crypto'

/**
 * A fingerprint of a fact: equal facts have equal ones, so that an unchanged fact is seen without comparing its
 * columns, and without writing it again. Depends on the order of the fact's members, which its reader fixes.
 */
export function contentHash(fact: object): string {
  return hash('sha256', JSON.stringify(fact), 'base64url').slice(0, 22)
}
