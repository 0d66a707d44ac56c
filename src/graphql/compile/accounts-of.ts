import type { FilterInput } from '../../db/filter.ts'
import { Slot } from '../../db/slot.ts'
import { accountsScope, type Scope } from '../../domain/coverage-scope.ts'
import { narrowed } from './narrowed.ts'
import { NotCompilable } from './not-compilable.ts'

/** The sources of a list of accounts. What each of them may launch has sources of its own for each account. */
export const accountsOf = (_at: unknown, filter: FilterInput, used: readonly string[]): Scope => {
  const accounts: unknown = narrowed(filter, 'accountId')
  if (accounts instanceof Slot && used.includes('launchableImages')) {
    throw new NotCompilable('The number of sources depends on a variable')
  }
  return accountsScope(accounts as readonly string[] | null, used)
}
