import type { ApolloServerPlugin } from '@apollo/server'
import type { ChangeListener, Listening } from '../../db/inventory/listen-to-changes.ts'
import { nextChangeByTime } from '../../db/inventory/next-change-by-time.ts'
import { wholeOrganization } from '../../domain/viewer.ts'
import type { ApiContext } from '../api-context.ts'
import { AnswerCache } from './answer-cache.ts'

const megabyte = 1024 * 1024

export type KeptAnswers = {
  readonly cache: AnswerCache
  /** Listens to changes for as long as the server runs */
  readonly plugin: ApolloServerPlugin
}

/** Null where answers are not kept: nobody tells of changes, or there is no room for any. */
export const keepAnswers = (
  listen: ((listener: ChangeListener) => Listening) | null | undefined,
  megabytes: number,
  read: ApiContext['read'],
): KeptAnswers | null => {
  if (!listen || megabytes === 0) return null
  const cache = new AnswerCache(megabytes * megabyte, () => nextChangeByTime(read(wholeOrganization)))
  const plugin: ApolloServerPlugin = {
    serverWillStart: async () => {
      const listening = listen(cache.version)
      return { serverWillStop: () => listening.close() }
    },
  }
  return { cache, plugin }
}
