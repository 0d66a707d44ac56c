import { instanceType } from '../../../db/instance-types/instance-type.ts'
import { instanceTypesScope } from '../../../domain/coverage-scope.ts'
import type { TypeMap } from '../compilation.ts'
import { coverage, rowValue } from '../coverage.ts'
import { facts } from '../fact.ts'

export const InstanceType: TypeMap = {
  ...facts(instanceType.fields),
  coverage: coverage(row => instanceTypesScope([rowValue(row, 'region')])),
}
