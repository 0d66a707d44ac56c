import { sourceCoverage } from '../../../db/coverage/source-coverage.ts'
import { everyRow } from '../../../db/relation.ts'
import { organizationScope } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everySource = everyRow(sourceCoverage)

export const coverage: QueryResolvers['coverage'] = (_, args, context, info) =>
  connect(context, info, everySource, args, { scope: () => organizationScope })
