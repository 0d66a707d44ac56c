import { checkAwsId } from '../../../domain/aws-id.ts'
import { loadLaunchCheck } from '../../load-launch-check.ts'
import { checkPageSize } from '../../page-arguments.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

export const launchChecks: QueryResolvers['launchChecks'] = (_, { checks }, context) => {
  checkPageSize('the number of checks', checks.length)
  return Promise.all(
    checks.map(({ imageId, instanceType = null, ...where }) =>
      loadLaunchCheck(context, { imageId: checkAwsId('image', imageId), instanceType, ...where }),
    ),
  )
}
