import { deadLetter } from '../../../db/events/dead-letter.ts'
import { everyRow } from '../../../db/relation.ts'
import { organizationScope } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everyLetter = everyRow(deadLetter)

export const deadLetters: QueryResolvers['deadLetters'] = (_, args, context, info) =>
  connect(context, info, everyLetter, args, { scope: () => organizationScope })
