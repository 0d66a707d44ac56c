import type { Pool } from '../../src/db/pool.ts'
import { type Figure, figure } from '../figures/figure.ts'
import { median } from '../figures/median.ts'
import type { Progress } from '../figures/progress.ts'
import { type Ask, openAsker } from './asker.ts'
import { type FigureKey, goals } from './goals.ts'
import { openSeeded } from './open-seeded.ts'
import type { Options } from './options.ts'

type Question = { readonly query: string; readonly variables: (i: number) => Record<string, unknown> }
type Questions = Record<'launchableBy' | 'launchableImages' | 'launchCheck' | 'checks' | 'exposures' | 'problems', Question>

/** As the questions ask, without the counts: a first page. */
const queries = {
  launchableBy: `query ($imageId: ID!, $region: Region!) { image(imageId: $imageId, region: $region) {
    launchableBy(first: 50) { nodes { account { accountId name organizationalUnitPath } grants { kind grantee } }
      pageInfo { hasNextPage endCursor } } } }`,
  launchableImages: `query ($accountId: AccountId!, $region: Region!) { account(accountId: $accountId) {
    launchableImages(region: $region, first: 100) { nodes { image { imageId name trust } grants { kind grantee } }
      pageInfo { hasNextPage endCursor } } } }`,
  launchCheck: `query ($imageId: ID!, $accountId: AccountId!, $region: Region!) {
    launchCheck(imageId: $imageId, accountId: $accountId, region: $region, instanceType: "m7i.large") {
      verdict blockers { code certainty } warnings { code } } }`,
  checks: 'query ($checks: [LaunchCheckInput!]!) { launchChecks(checks: $checks) { verdict blockers { code } } }',
  exposures: '{ exposures(first: 100) { nodes { kind grantee image { imageId name } firstSeenAt } pageInfo { endCursor } } }',
  problems: `{ shareProblems(first: 100) { nodes { code severity message image { imageId } grantee account { accountId } }
    pageInfo { endCursor } } }`,
} as const

/** Measures every figure; the first image is the one that is shared with the whole organization. */
export const measureAll = async (options: Options, progress: Progress): Promise<Figure[]> => {
  const { scale, databaseUrl } = options
  const small = await withSeeded({ ...options, scale: { ...scale, images: Math.round(scale.images / 10) } }, progress, async found => ({
    launchableBy: await timesOf(found.ask, found.questions.launchableBy, options),
  }))
  progress.say(`full scale${databaseUrl === null ? '' : ' on the given server'}`)
  return withSeeded(options, progress, async ({ ask, questions, refreshSeconds }) => {
    const told = async (key: FigureKey, question: Question, scaleBy = 1, times = options.times) => {
      progress.say(key)
      const measured = await timesOf(ask, question, { ...options, times })
      return { key, measured, value: measured.p95 / scaleBy }
    }
    const all = [
      await told('sharing.launchableBy', questions.launchableBy),
      await told('sharing.launchableImages', questions.launchableImages),
      await told('sharing.launchCheck', questions.launchCheck),
      await told('sharing.launchChecks.1000', questions.checks, 1000, Math.max(3, Math.round(options.times / 40))),
      await told('sharing.exposures', questions.exposures),
      await told('sharing.problems', questions.problems),
    ]
    const large = all[0]?.measured.median ?? 0
    return [
      ...all.map(({ key, value, measured }) =>
        figure(key, goals[key], { value, detail: { ...measured, ...(key === 'sharing.problems' && { refreshSeconds }) } }),
      ),
      figure('sharing.growth', goals['sharing.growth'], {
        value: large / small.launchableBy.median,
        detail: { small: small.launchableBy, largeMedianMs: large },
      }),
    ]
  })
}

type Found = { readonly ask: Ask; readonly questions: Questions; readonly refreshSeconds: number }

const withSeeded = async <Value>(
  { scale, databaseUrl }: Options,
  progress: Progress,
  measure: (found: Found) => Promise<Value>,
): Promise<Value> => {
  const { database, refreshSeconds, close } = await openSeeded(scale, databaseUrl, progress)
  try {
    const { ask, stop } = await openAsker(database.pool)
    try {
      return await measure({ ask, questions: await questionsOf(database.pool), refreshSeconds })
    } finally {
      await stop()
    }
  } finally {
    await close()
  }
}

const questionsOf = async (pool: Pool): Promise<Questions> => {
  const { rows: images } = await pool.query<{ imageId: string; region: string }>(
    `(select image_id as "imageId", region from amigraph.images order by image_id limit 1)
     union all (select image_id, region from amigraph.images order by md5(image_id) limit 500)`,
  )
  const { rows: accounts } = await pool.query<{ accountId: string }>(
    `select account_id as "accountId" from amigraph.accounts where state = 'ACTIVE' order by md5(account_id) limit 500`,
  )
  const pick = <Row>(rows: readonly Row[], i: number) => rows[i % rows.length] as Row
  const both = (i: number) => ({ ...pick(images, i), ...pick(accounts, i * 7) })
  return {
    // Every second time the one that everybody may launch.
    launchableBy: { query: queries.launchableBy, variables: i => pick(images, i % 2 === 0 ? 0 : i) },
    launchableImages: { query: queries.launchableImages, variables: i => ({ ...pick(images, i), ...pick(accounts, i) }) },
    launchCheck: { query: queries.launchCheck, variables: both },
    checks: {
      query: queries.checks,
      variables: i => ({ checks: Array.from({ length: 1000 }, (_, j) => ({ ...both(i * 1000 + j), instanceType: 'm7i.large' })) }),
    },
    exposures: { query: queries.exposures, variables: () => ({}) },
    problems: { query: queries.problems, variables: () => ({}) },
  }
}

/** Milliseconds at the database: the p95 and the median of each round, and of those the median. */
const timesOf = async (ask: Ask, { query, variables }: Question, { times, rounds }: Pick<Options, 'times' | 'rounds'>) => {
  const found = { p95: [] as number[], median: [] as number[] }
  for (let i = 0; i < 6; i++) await ask(query, variables(i))
  for (let round = 0; round < rounds; round++) {
    const took: number[] = []
    for (let i = 0; i < times; i++) took.push(await ask(query, variables(round * times + i)))
    took.sort((left, right) => left - right)
    found.p95.push(took[Math.min(took.length - 1, Math.floor(took.length * 0.95))] ?? 0)
    found.median.push(median(took))
  }
  return { p95: median(found.p95), median: median(found.median), times, rounds }
}
