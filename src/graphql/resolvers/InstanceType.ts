import { instanceTypesScope } from '../../domain/coverage-scope.ts'
import { coverageOf } from '../coverage.ts'
import type { InstanceTypeResolvers } from '../schema.generated.ts'

export const InstanceType: InstanceTypeResolvers = {
  coverage: ({ region }, _, context) => coverageOf(context, instanceTypesScope([region])),
}
