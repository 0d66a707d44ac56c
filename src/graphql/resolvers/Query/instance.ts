import { type InstanceRow, instancesById } from '../../../db/instances/instance.ts'
import { checkAwsId } from '../../../domain/aws-id.ts'
import { only } from '../../only.ts'
import type { QueryResolvers } from '../../schema.generated.ts'
import { selectionOf } from '../../selection.ts'

export const instance: QueryResolvers['instance'] = async (_, { instanceId, accountId, region }, { load }, info) => {
  checkAwsId('instance', instanceId)
  const found = await load.list<InstanceRow>(instancesById, { instanceId }, selectionOf(info))
  const meant = found.filter(
    row => (accountId ?? row.accountId) === row.accountId && (region ?? row.region) === row.region,
  )
  return only(instanceId, meant, row => `account ${row.accountId} in ${row.region}`)
}
