import { productCode } from '../../../db/product-codes/product-code.ts'
import { everyRow } from '../../../db/relation.ts'
import { productCodesScope } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everyProductCode = everyRow(productCode)

export const productCodes: QueryResolvers['productCodes'] = (_, args, context, info) =>
  connect(context, info, everyProductCode, args, { scope: () => productCodesScope })
