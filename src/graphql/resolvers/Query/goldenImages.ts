import { goldenImage } from '../../../db/golden-images/golden-image.ts'
import { everyRow } from '../../../db/relation.ts'
import { goldenImagesScope } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everyGoldenImage = everyRow(goldenImage)

export const goldenImages: QueryResolvers['goldenImages'] = (_, args, context, info) =>
  connect(context, info, everyGoldenImage, args, { scope: () => goldenImagesScope })
