import { instanceTypeByKey } from '../../../db/instance-types/instance-type.ts'
import type { QueryResolvers } from '../../schema.generated.ts'
import { selectionOf } from '../../selection.ts'

export const instanceType: QueryResolvers['instanceType'] = (_, { instanceType: name, region }, { load }, info) =>
  load.one(instanceTypeByKey, { instanceType: name, region }, selectionOf(info))
