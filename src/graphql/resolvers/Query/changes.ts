import { changes as noted, readCompleteSince } from '../../../db/memory/change.ts'
import { changesScope, narrowedTo } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

export const changes: QueryResolvers['changes'] = (_, { since, until = null, ...args }, context, info) => ({
  ...connect(context, info, noted, args, {
    with: { since, until },
    scope: filter => changesScope(narrowedTo(filter, 'account'), narrowedTo(filter, 'region')),
  }),
  completeSince: () => readCompleteSince(context.read, since),
})
