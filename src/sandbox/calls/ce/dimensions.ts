import type { Expression } from '@aws-sdk/client-cost-explorer'
import { quoted } from '../../bills/engine.ts'
import { AwsError } from '../../call.ts'

export const invalid = (message: string) => new AwsError('ValidationException', message)

/** Dimensions over the lines of bills. Cost Explorer calls services by names of its own. */
const dimensions: Readonly<Record<string, string>> = {
  BILLING_ENTITY: 'entity',
  LINKED_ACCOUNT: 'account',
  OPERATION: 'operation',
  RECORD_TYPE: 'line_type',
  REGION: `case when region = '' then 'NoRegion' else region end`,
  SERVICE: `case when line_type = 'Tax' and entity = 'AWS' then 'Tax'
    when product_code = 'AmazonEC2' and (usage_type like '%EBS:%' or usage_type like '%DataTransfer%') then 'EC2 - Other'
    when product_code = 'AmazonEC2' then 'Amazon Elastic Compute Cloud - Compute' else product_name end`,
  USAGE_TYPE: 'usage_type',
}

export const dimensionSql = (name: string | undefined): string => {
  const sql = dimensions[name ?? '']
  if (sql === undefined) throw invalid(`Dimension ${name} is not supported`)
  return `(${sql})`
}

/** A filter as a condition over the lines. */
export const conditionOf = (filter: Expression | undefined): string => {
  if (filter === undefined) return 'true'
  const { And, Or, Not, Dimensions } = filter
  if ([And, Or, Not, Dimensions].filter(part => part !== undefined).length !== 1)
    throw invalid('Expression must have exactly one root operator')
  if (And) return `(${And.map(conditionOf).join(' and ')})`
  if (Or) return `(${Or.map(conditionOf).join(' or ')})`
  if (Not) return `not ${conditionOf(Not)}`
  const values = Dimensions?.Values ?? []
  if (values.length === 0) throw invalid('Values must not be empty')
  return `${dimensionSql(Dimensions?.Key)} in (${values.map(quoted).join(', ')})`
}
