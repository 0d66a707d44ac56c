import type { Pool } from '../../src/db/pool.ts'
import { refreshShareProblems } from '../../src/db/share-problems/refresh-share-problems.ts'
import { type Figure, figure } from '../figures/figure.ts'
import { median } from '../figures/median.ts'
import type { Progress } from '../figures/progress.ts'
import { type Ask, openAsker } from './asker.ts'
import { type FigureKey, goals } from './goals.ts'
import { openSeeded } from './open-seeded.ts'
import { type Options, parts } from './options.ts'

type Question = { readonly query: string; readonly variables: (i: number) => Record<string, unknown> }
type Questions = Record<'launchableBy' | 'launchableImages' | 'launchCheck' | 'launchChecks' | 'exposures' | 'problems', Question>

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
  launchChecks: 'query ($checks: [LaunchCheckInput!]!) { launchChecks(checks: $checks) { verdict blockers { code } } }',
  exposures: '{ exposures(first: 100) { nodes { kind grantee image { imageId name } firstSeenAt } pageInfo { endCursor } } }',
  problems: `{ shareProblems(first: 100) { nodes { code severity message image { imageId } grantee account { accountId } }
    pageInfo { endCursor } } }`,
} as const

/** Measures the figures that are asked for; the first image is the one that is shared with the whole organization. */
export const measureAll = async (options: Options, progress: Progress): Promise<Figure[]> => {
  const { scale, databaseUrl, only } = options
  const small = only.has('growth')
    ? await withSeeded({ ...options, scale: { ...scale, images: Math.round(scale.images / 10) } }, progress, ({ ask, questions }) =>
        timesOf(ask, questions.launchableBy, options),
      )
    : null
  progress.say(`full scale${databaseUrl === null ? '' : ' on the given server'}`)
  return withSeeded(options, progress, async ({ pool, ask, questions }) => {
    const refreshed = only.has('problems') ? await timeRefresh(pool, progress) : {}
    const told = async (key: FigureKey, question: Question, scaleBy = 1, times = options.times) => {
      progress.say(key)
      const measured = await timesOf(ask, question, { ...options, times })
      const detail = { ...measured, ...(key === 'sharing.problems' && refreshed) }
      return figure(key, goals[key], { value: measured.p95 / scaleBy, detail })
    }
    const growth = async (before: Times) => {
      progress.say('sharing.growth')
      const now = await timesOf(ask, questions.launchableBy, options)
      const detail = { small: before, largeMedianMs: now.median }
      return figure('sharing.growth', goals['sharing.growth'], { value: now.median / before.median, detail })
    }
    const figures: Figure[] = []
    for (const part of parts.filter(name => only.has(name))) {
      if (part === 'growth') figures.push(await growth(small as Times))
      else if (part === 'launchChecks')
        figures.push(await told('sharing.launchChecks.1000', questions.launchChecks, 1000, Math.max(3, Math.round(options.times / 40))))
      else figures.push(await told(`sharing.${part}`, questions[part]))
    }
    return figures
  })
}

/**
 * Seconds that finding share problems takes: all of them as after a first sync, none when nothing changed, and those of one
 * image of which a grant is taken back.
 */
const timeRefresh = async (pool: Pool, progress: Progress) => {
  const seconds = async (change: string) => {
    await pool.query(change)
    const begun = performance.now()
    await refreshShareProblems(pool)
    return Number(((performance.now() - begun) / 1000).toFixed(3))
  }
  progress.say('finding share problems')
  const refreshSeconds = await seconds("truncate amigraph.share_problems; insert into amigraph.share_doubts values ('ALL', '', '')")
  await pool.query('vacuum (analyze) amigraph.share_problems')
  return {
    refreshSeconds,
    unchangedSeconds: await seconds('select'),
    oneImageSeconds: await seconds(
      `with gone as (delete from amigraph.launch_permissions where ctid = (
         select ctid from amigraph.launch_permissions where kind = 'ACCOUNT' limit 1) returning *)
       select from gone`,
    ),
  }
}

type Found = { readonly pool: Pool; readonly ask: Ask; readonly questions: Questions }
type Times = Awaited<ReturnType<typeof timesOf>>

const withSeeded = async <Value>(
  options: Options,
  progress: Progress,
  measure: (found: Found) => Promise<Value>,
): Promise<Value> => {
  const { database, close } = await openSeeded(options.scale, options, progress)
  try {
    const { ask, stop } = await openAsker(database.pool)
    try {
      return await measure({ pool: database.pool, ask, questions: await questionsOf(database.pool) })
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
    launchChecks: {
      query: queries.launchChecks,
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
