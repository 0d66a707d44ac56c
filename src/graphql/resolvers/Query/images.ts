import { image } from '../../../db/images/image.ts'
import { everyRow } from '../../../db/relation.ts'
import { imagesScope, narrowedTo } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everyImage = everyRow(image)

export const images: QueryResolvers['images'] = (_, args, context, info) =>
  connect(context, info, everyImage, args, {
    scope: (filter, used) => imagesScope(narrowedTo(filter, 'owner'), narrowedTo(filter, 'region'), used),
  })
