import { goldenDrift as drift } from '../../../db/golden-images/golden-drift.ts'
import { everyRow } from '../../../db/relation.ts'
import { goldenImagesScope } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everyDrift = everyRow(drift)

export const goldenDrift: QueryResolvers['goldenDrift'] = (_, args, context, info) =>
  connect(context, info, everyDrift, args, { scope: () => goldenImagesScope })
