import { AwsFailure } from '../aws/aws-failure.ts'

/** Many calls of which some failed, as one failure; null where none did. */
export function summarizeFailures(failures: readonly AwsFailure[], asked: number, what: string): AwsFailure | null {
  const [first] = failures
  if (first === undefined) return null
  const message = `${failures.length} of ${asked} ${what} could not be asked for: ${first.message}`
  return new AwsFailure(first.code, message, first.class, first)
}
