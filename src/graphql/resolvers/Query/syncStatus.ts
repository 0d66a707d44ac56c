import type { QueryResolvers } from '../../schema.generated.ts'

export const syncStatus: QueryResolvers['syncStatus'] = async (_, _args, context) => {
  const { running, lastCompletedAt, nextRunAt, ...sources } = await context.syncStatus()
  return { running, lastCompletedAt, nextRunAt, sources }
}
