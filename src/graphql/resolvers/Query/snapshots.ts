import { everyRow } from '../../../db/relation.ts'
import { snapshot } from '../../../db/snapshots/snapshot.ts'
import { narrowedTo, snapshotsScope } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everySnapshot = everyRow(snapshot)

export const snapshots: QueryResolvers['snapshots'] = (_, args, context, info) =>
  connect(context, info, everySnapshot, args, {
    scope: (filter, used) => snapshotsScope(narrowedTo(filter, 'owner'), narrowedTo(filter, 'region'), used),
  })
