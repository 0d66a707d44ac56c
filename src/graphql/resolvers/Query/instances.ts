import { instance } from '../../../db/instances/instance.ts'
import { everyRow } from '../../../db/relation.ts'
import { instancesScope, narrowedTo } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everyInstance = everyRow(instance)

export const instances: QueryResolvers['instances'] = (_, args, context, info) =>
  connect(context, info, everyInstance, args, {
    scope: (filter, used) => instancesScope(narrowedTo(filter, 'account'), narrowedTo(filter, 'region'), used),
  })
