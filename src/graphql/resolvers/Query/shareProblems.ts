import { everyRow } from '../../../db/relation.ts'
import { readSettledAt } from '../../../db/share-problems/settled-at.ts'
import { shareProblem } from '../../../db/share-problems/share-problem.ts'
import { narrowedTo, shareProblemsScope } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everyProblem = everyRow(shareProblem)

export const shareProblems: QueryResolvers['shareProblems'] = (_, args, context, info) => ({
  ...connect(context, info, everyProblem, args, {
    scope: filter => shareProblemsScope(narrowedTo(filter, 'owner'), narrowedTo(filter, 'region')),
  }),
  settledAt: () => readSettledAt(context.read),
})
