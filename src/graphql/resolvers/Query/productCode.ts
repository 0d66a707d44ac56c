import { productCodeByKey } from '../../../db/product-codes/product-code.ts'
import { checkAwsId } from '../../../domain/aws-id.ts'
import type { QueryResolvers } from '../../schema.generated.ts'
import { selectionOf } from '../../selection.ts'

export const productCode: QueryResolvers['productCode'] = (_, { productCode: code }, { load }, info) =>
  load.one(productCodeByKey, { productCode: checkAwsId('productCode', code) }, selectionOf(info))
