import { organizationalUnit } from '../../../db/organizational-units/organizational-unit.ts'
import { everyRow } from '../../../db/relation.ts'
import { organizationScope } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everyUnit = everyRow(organizationalUnit)

export const organizationalUnits: QueryResolvers['organizationalUnits'] = (_, args, context, info) =>
  connect(context, info, everyUnit, args, { scope: () => organizationScope })
