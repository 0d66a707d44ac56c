import { expect, it } from 'vitest'
import { createTestApi } from '../support/api.ts'
import { changeSomething, randomWorld, usualSize, type WorldSize } from '../support/raw-sharing/random-world.ts'
import { askEverything, type RawAnswers } from '../support/raw-sharing/raw-answers.ts'
import { bruteForceFromAnswers } from '../support/raw-sharing/raw-oracle.ts'
import { createSyncedSandbox } from '../support/synced-sandbox.ts'
import { disagreement, type Found, toldSharing } from '../support/told-sharing.ts'

const organizations = Number(process.env['SHARING_WORLDS'] ?? 6)
const firstSeed = Number(process.env['SHARING_WORLD_SEED'] ?? 1)

type Disagreement = { seed: number; size: WorldSize; changes: string[] } & NonNullable<ReturnType<typeof disagreement>>

/** Syncs a random organization, changes it, syncs it again; both times product and oracle have to tell the same. */
const compare = async (seed: number, size: WorldSize): Promise<{ differs: Disagreement | null; seen: Found[] }> => {
  const { world, random } = randomWorld(seed, size)
  const synced = await createSyncedSandbox({ world })
  const api = await createTestApi(synced.pool, { settings: { maxQueryCost: 2 ** 31 } })
  try {
    const seen: Found[] = []
    const changes: string[] = []
    let answers: RawAnswers | null = null
    for (const round of [0, size.changes]) {
      for (let i = 0; i < round; i++) changes.push(changeSomething(world, random))
      await synced.sync()
      answers = await askEverything(synced.sandbox, answers)
      const oracle = bruteForceFromAnswers(answers)
      seen.push(oracle)
      const found = disagreement(await toldSharing(api), oracle)
      if (found !== null) return { differs: { seed, size, changes, ...found }, seen }
    }
    return { differs: null, seen }
  } finally {
    await api.stop()
    await synced.close()
  }
}

/** The same seed with less of everything, as long as they still disagree: what is left is short to read. */
const shrink = async (differs: Disagreement): Promise<Disagreement> => {
  for (const part of ['changes', 'images', 'members', 'units'] as const) {
    for (let less = 0; less < differs.size[part]; less++) {
      const size = { ...differs.size, [part]: part === 'changes' ? less : Math.max(1, less) }
      const smaller = await compare(differs.seed, size)
      if (smaller.differs !== null) return shrink(smaller.differs)
    }
  }
  return differs
}

it(`product and brute force over AWS's raw answers agree on every image, account, grant, exposure and problem of ${organizations} random organizations`, async () => {
  const seen = { access: 0, exposures: 0, problems: new Map<string, number>() }
  for (let seed = firstSeed; seed < firstSeed + organizations; seed++) {
    const compared = await compare(seed, usualSize)
    if (compared.differs !== null) expect(await shrink(compared.differs), 'they disagree').toBeNull()
    for (const { access, exposures, problems } of compared.seen) {
      seen.access += access.length
      seen.exposures += exposures.length
      for (const code of problems.map(problem => problem.split(' ')[2] ?? ''))
        seen.problems.set(code, (seen.problems.get(code) ?? 0) + 1)
    }
  }
  if (process.env['SHARING_WORLDS']) console.info(seen)
  // Else it would say nothing.
  expect(Math.min(seen.access, seen.exposures)).toBeGreaterThan(organizations)
  expect(seen.problems.size).toBeGreaterThan(4)
}, 3_600_000)
