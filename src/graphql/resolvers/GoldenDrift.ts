import { goldenImageByKey } from '../../db/golden-images/golden-image.ts'
import { instanceByKey } from '../../db/instances/instance.ts'
import { loadCertain } from '../load-certain.ts'
import type { GoldenDriftResolvers } from '../schema.generated.ts'

export const GoldenDrift: GoldenDriftResolvers = {
  goldenImage: ({ family, origin }, _, context, info) =>
    loadCertain(context, goldenImageByKey, { goldenFamily: family, goldenOrigin: origin }, info),
  instance: ({ accountId, region, instanceId }, _, context, info) =>
    loadCertain(context, instanceByKey, { accountId, region, instanceId }, info),
}
