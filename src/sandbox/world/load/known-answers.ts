import type { World } from '../world.ts'
import type { Dump } from './dump.ts'
import { keyOfAnswer } from './key-of-answer.ts'
import type { Output } from './read-outputs.ts'
import { regionalFiles } from './regional-files.ts'

/** What a dump can answer: an operation whose file it has; of one image, snapshot, key or build what is in a file. */
export const knownAnswers = (dump: Dump): World['isKnown'] => {
  const answers = new Set<string>()
  for (const { accountId, regions } of dump.accounts) {
    for (const { name, folder } of regions) {
      for (const [operation, file] of Object.entries(regionalFiles)) {
        if (folder.has(file)) answers.add(`${accountId} ${name} ${operation}`)
        for (const output of folder.outputs(file)) {
          const resource = resourceOf(operation, output, { accountId, region: name })
          answers.add(`${accountId} ${name} ${operation} ${resource}`)
        }
      }
    }
  }
  return ({ accountId, region, operation, resourceId }) =>
    answers.has(`${accountId} ${region} ${operation}${resourceId === undefined ? '' : ` ${resourceId}`}`)
}

const ofKey = new Set(['DescribeKey', 'GetKeyPolicy', 'ListGrants'])

const resourceOf = (operation: string, output: Output, place: { accountId: string; region: string }): string => {
  if (ofKey.has(operation)) return keyOfAnswer(output, place.accountId, place.region)
  const { ImageId, SnapshotId, image } = output.body as {
    ImageId?: string
    SnapshotId?: string
    image?: { arn?: string }
  }
  return String(ImageId ?? SnapshotId ?? image?.arn)
}
