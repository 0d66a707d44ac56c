import { everySyncRun } from '../../../db/sync-runs/sync-run.ts'
import { organizationScope } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

export const syncRuns: QueryResolvers['syncRuns'] = (_, args, context, info) =>
  connect(context, info, everySyncRun, args, { scope: () => organizationScope })
