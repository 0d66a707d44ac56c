import { AwsError, type Call } from '../../call.ts'

/** A call that refuses where a loaded dump has no answer: a gap must not look like an empty account (R20). */
export const known =
  <Input extends object, Output>(operation: string, call: Call<Input, Output>): Call<Input, Output> =>
  (input, context) => {
    const { world, region, caller } = context
    const resourceId = idIn(input, 'ImageId') ?? idIn(input, 'SnapshotId')
    const answer = {
      accountId: caller.accountId,
      region,
      operation,
      ...(resourceId === undefined ? {} : { resourceId }),
    }
    if (!world.isKnown(answer))
      throw new AwsError(
        'UnauthorizedOperation',
        `The loaded folder has no answer of ${operation} for this account.`,
        403,
      )
    return call(input, context)
  }

const idIn = (input: object, name: string): string | undefined => {
  const value: unknown = Reflect.get(input, name)
  return typeof value === 'string' ? value : undefined
}
