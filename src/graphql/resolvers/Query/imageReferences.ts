import { imageReference } from '../../../db/image-references/image-reference.ts'
import { everyRow } from '../../../db/relation.ts'
import { imageReferencesScope, narrowedTo } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everyImageReference = everyRow(imageReference)

export const imageReferences: QueryResolvers['imageReferences'] = (_, args, context, info) =>
  connect(context, info, everyImageReference, args, {
    scope: (filter, used) => imageReferencesScope(narrowedTo(filter, 'account'), narrowedTo(filter, 'region'), used),
  })
