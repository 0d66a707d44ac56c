import { recycleBinImage } from '../../../db/recycle-bin/recycle-bin-image.ts'
import { everyRow } from '../../../db/relation.ts'
import { narrowedTo, recycleBinScope } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everyRecycleBinImage = everyRow(recycleBinImage)

export const recycleBinImages: QueryResolvers['recycleBinImages'] = (_, args, context, info) =>
  connect(context, info, everyRecycleBinImage, args, {
    scope: (filter, used) => recycleBinScope(narrowedTo(filter, 'account'), narrowedTo(filter, 'region'), used),
  })
