import { nextRun } from '../config/next-run.ts'
import { readSampleImage } from '../db/images/read-sample-image.ts'
import type { Pool } from '../db/pool.ts'

/** What a person sees when everything runs: where it is, and two queries about what is really there. */
export async function describeStart(
  url: string,
  pool: Pool,
  { schedule, isSandbox }: { schedule: string; isSandbox: boolean },
): Promise<string> {
  const imageId = await readSampleImage(pool)
  const next = nextRun(schedule, new Date())
  return [
    '',
    `amigraph answers at ${url}/graphql — open it in a browser for the explorer`,
    ...(isSandbox
      ? ['The data are made up by the sandbox; AMIGRAPH_AWS=organization reads your own organization']
      : []),
    ...(next === null
      ? []
      : [`The next sync begins at ${next.toISOString()} (${schedule}, UTC); Ctrl-C stops everything`]),
    '',
    'Two queries worth trying:',
    '',
    ...(imageId === null ? [] : ['Who can launch this image, and through which grant?', whoCanLaunch(imageId), '']),
    'Which instances run on images that are deprecated, gone or untrusted?',
    riskyInstances,
    '',
  ].join('\n')
}

const whoCanLaunch = (imageId: string): string =>
  `  { image(imageId: "${imageId}") { name owner { name } launchableBy(first: 5) { totalCount nodes { account { accountId name } grants { kind grantee } } } } }`

const riskyInstances =
  '  { instances(filter: { state: { in: [RUNNING] }, image: { any: [{ deprecated: true }, { state: { in: [DISABLED, DEREGISTERED] } }, { trust: { in: [UNTRUSTED] } }] } }, first: 5) { totalCount nodes { instanceId account { name } image { name state trust } } } }'
