import { organizationalUnitByKey } from '../../../db/organizational-units/organizational-unit.ts'
import { checkAwsId } from '../../../domain/aws-id.ts'
import type { QueryResolvers } from '../../schema.generated.ts'
import { selectionOf } from '../../selection.ts'

export const organizationalUnit: QueryResolvers['organizationalUnit'] = (_, { id }, { load }, info) =>
  load.one(organizationalUnitByKey, { organizationalUnitId: checkAwsId('organizationalUnit', id) }, selectionOf(info))
