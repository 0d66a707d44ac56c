import type { InstanceUnderCriteriaResolvers } from '../schema.generated.ts'

/** A row is the instance's row with the verdicts on its image. */
export const InstanceUnderCriteria: InstanceUnderCriteriaResolvers = { instance: row => row }
