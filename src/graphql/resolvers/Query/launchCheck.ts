import { checkAwsId } from '../../../domain/aws-id.ts'
import { loadLaunchCheck } from '../../load-launch-check.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

export const launchCheck: QueryResolvers['launchCheck'] = async (
  _,
  { imageId, instanceType = null, ...where },
  context,
) => {
  const check = await loadLaunchCheck(context, { imageId: checkAwsId('image', imageId), instanceType, ...where })
  return check.image && check
}
