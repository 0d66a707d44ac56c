import { syncJobByKey } from '../../../db/sync-runs/sync-job.ts'
import type { QueryResolvers } from '../../schema.generated.ts'
import { selectionOf } from '../../selection.ts'

export const syncJob: QueryResolvers['syncJob'] = (_, { id }, { load }, info) =>
  load.one(syncJobByKey, { syncJobId: id }, selectionOf(info))
