import type { Execution, Executions } from '../../athena/executions.ts'
import { AwsError, type CallContext } from '../../call.ts'

export const invalidRequest = (message: string) => new AwsError('InvalidRequestException', message)

/** The caller's execution of that ID; another account's or Region's is none. */
export const ownExecution = (
  executions: Executions,
  id: string | undefined,
  { caller, region }: CallContext,
): Execution => {
  const execution = executions.find(id ?? '')
  if (!execution || execution.accountId !== caller.accountId || execution.region !== region)
    throw invalidRequest(`QueryExecution ${id} was not found`)
  return execution
}
