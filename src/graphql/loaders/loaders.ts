import DataLoader from 'dataloader'
import { type NamedAccount, namedAccounts } from '../../db/accounts/named-accounts.ts'
import type { ParentKey, Relation, RelationArguments } from '../../db/concept.ts'
import { readScopeGaps } from '../../db/coverage/read-scope-gaps.ts'
import type { CoverageSummary } from '../../db/coverage/read-summaries.ts'
import { readCoverageSummaries } from '../../db/coverage/read-summaries.ts'
import type { SourceCoverageRow } from '../../db/coverage/source-coverage.ts'
import type { FilterInput } from '../../db/filter.ts'
import { readLaunchFacts } from '../../db/launch-checks/read-launch-facts.ts'
import { type Page, type PageRequest, readCounts, readPages } from '../../db/read-page.ts'
import { readRelated } from '../../db/read-related.ts'
import type { Read } from '../../db/statement.ts'
import type { Scope } from '../../domain/coverage-scope.ts'
import type { LaunchFacts, LaunchQuestion } from '../../domain/launch-check/launch-facts.ts'
import { fieldPaths, type Selection } from '../selection.ts'

/**
 * Everything that a query reads, batched: rows of the same relation with the same arguments and fields that are asked
 * for in one go are read by one statement. So the number of statements follows from a query's shape, not from how many
 * rows it meets. Made for each request.
 */
export type Loaders = {
  /** The row that a relation leads to, or null */
  one<Row>(relation: Relation, key: ParentKey, selection: Selection): Promise<Row | null>
  /** Every row that a relation leads to, or the first ones */
  list<Row>(
    relation: Relation,
    key: ParentKey,
    selection: Selection,
    args?: RelationArguments,
    most?: number | null,
  ): Promise<Row[]>
  page(relation: Relation, key: ParentKey, args: RelationArguments, request: PageRequest): Promise<Page>
  count(relation: Relation, key: ParentKey, args: RelationArguments, filter: FilterInput): Promise<number>
  /** What can be told of an account without its row */
  namedAccount(accountId: string): Promise<NamedAccount>
  launchFacts(question: LaunchQuestion): Promise<LaunchFacts>
  coverage(scope: Scope): Promise<CoverageSummary>
  gaps(scope: Scope, most: number): Promise<SourceCoverageRow[]>
}

export const createLoaders = (read: Read): Loaders => {
  const loaders = new Map<string, unknown>()
  /** The loader of what has this name and shape: one for each, so that equal reads meet in the same batch. */
  const loader = <Key, Value>(
    name: string,
    shape: unknown,
    batch: (keys: readonly Key[]) => Promise<Value[]>,
    sameKey: (key: Key) => string,
  ) => {
    const signature = `${name} ${JSON.stringify(shape)}`
    const known = loaders.get(signature) as DataLoader<Key, Value, string> | undefined
    if (known) return known
    const created = new DataLoader<Key, Value, string>(batch, { cacheKeyFn: sameKey })
    loaders.set(signature, created)
    return created
  }
  const sameParent = (relation: Relation) => (key: ParentKey) =>
    JSON.stringify(relation.parentKey.map(name => key[name]))

  const list = async <Row>(
    relation: Relation,
    key: ParentKey,
    selection: Selection,
    args: RelationArguments = {},
    most: number | null = null,
  ): Promise<Row[]> => {
    const fields = Object.keys(selection).sort()
    const rows = await loader(
      `list ${relation.name}`,
      [args, fields, most],
      (parents: readonly ParentKey[]) => readRelated(read, { relation, args, parents }, fields, most),
      sameParent(relation),
    ).load(key)
    const asked = fieldPaths(selection)
    return rows.map(row => ({ ...row, asked }) as unknown as Row)
  }

  return {
    list,
    one: async <Row>(relation: Relation, key: ParentKey, selection: Selection) =>
      (await list<Row>(relation, key, selection))[0] ?? null,
    page: (relation, key, args, request) =>
      loader(
        `page ${relation.name}`,
        [args, request],
        (parents: readonly ParentKey[]) => readPages(read, { relation, args, parents }, request),
        sameParent(relation),
      ).load(key),
    count: (relation, key, args, filter) =>
      loader(
        `count ${relation.name}`,
        [args, filter],
        (parents: readonly ParentKey[]) => readCounts(read, { relation, args, parents }, filter),
        sameParent(relation),
      ).load(key),
    namedAccount: accountId =>
      loader('named account', null, (ids: readonly string[]) => namedAccounts(read, ids), String).load(accountId),
    launchFacts: question =>
      loader(
        'launch facts',
        null,
        (questions: readonly LaunchQuestion[]) => readLaunchFacts(read, questions),
        JSON.stringify,
      ).load(question),
    coverage: scope =>
      loader('coverage', null, (scopes: readonly Scope[]) => readCoverageSummaries(read, scopes), JSON.stringify).load(
        scope,
      ),
    gaps: (scope, most) =>
      loader('gaps', most, (scopes: readonly Scope[]) => readScopeGaps(read, scopes, most), JSON.stringify).load(scope),
  }
}
