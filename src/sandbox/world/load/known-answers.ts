import type { World } from '../world.ts'
import type { Dump } from './dump.ts'
import { regionalFiles } from './regional-files.ts'

/** What a dump can answer: an operation whose file it has; an attribute of an image or snapshot that is in a file. */
export const knownAnswers = (dump: Dump): World['isKnown'] => {
  const answers = new Set<string>()
  for (const { accountId, regions } of dump.accounts) {
    for (const { name, folder } of regions) {
      for (const [operation, file] of Object.entries(regionalFiles)) {
        if (folder.has(file)) answers.add(`${accountId} ${name} ${operation}`)
        for (const { body } of folder.outputs(file)) {
          answers.add(`${accountId} ${name} ${operation} ${String(body.ImageId ?? body.SnapshotId)}`)
        }
      }
    }
  }
  return ({ accountId, region, operation, resourceId }) =>
    answers.has(`${accountId} ${region} ${operation}${resourceId === undefined ? '' : ` ${resourceId}`}`)
}
