/**
 * The Region that a queue's URL names: `https://sqs.eu-west-1.amazonaws.com/…`, also of a VPC endpoint or under one of the
 * older names. Null where it names none, as the sandbox's.
 */
export function queueRegion(queueUrl: string): string | null {
  const { hostname } = new URL(queueUrl)
  const [, region] = /(?:^|\.)(?:sqs\.|queue\.)?([a-z]{2,5}(?:-[a-z]+){1,3}-\d{1,2})\./.exec(hostname) ?? []
  return region ?? null
}
