import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { Random } from '../../src/sandbox/world/random.ts'
import { createRandom } from '../../src/sandbox/world/random.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { launchTemplateRow } from '../support/configuration.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, imageRow, insert, instanceRow, regions, seedInventory, units } from '../support/inventory.ts'
import { limitedTo, openViewers, type TestViewers } from '../support/viewers.ts'

/** WHAT_IF_SEED repeats a run, WHAT_IF_ROUNDS makes it longer. */
const seed = Number(process.env['WHAT_IF_SEED'] ?? 1)
const rounds = Number(process.env['WHAT_IF_ROUNDS'] ?? 12)

const { golden, appA, appB, sandbox, partner } = accounts
const { frankfurt, virginia } = regions
const day = 86_400_000

let database: TestDatabase
let viewers: TestViewers
let api: TestApi

beforeAll(async () => {
  database = await createTestDatabase()
  viewers = openViewers(database.url)
  await seedInventory(database.pool)
  api = await createTestApi(database.pool, { read: viewers.reads, readPrimary: viewers.reads })
})
afterAll(async () => {
  await api.stop()
  await viewers.close()
  await database.drop()
})

type Criterion = {
  imageProviders?: string[]
  imageNames?: string[]
  marketplaceProductCodes?: string[]
  maximumDaysSinceCreated?: number
  maximumDaysSinceDeprecated?: number
  imageWatermarks?: { watermarkKey?: string | null; maximumDaysSinceWatermarkCreated?: number | null }[]
}
type Verdict = 'ALLOWED' | 'DISALLOWED' | 'UNKNOWN'

/** Rows that tell verdicts apart, as they are in the tables; times as days ago. */
type Rows = {
  images: {
    region: string
    id: string
    owner: string | null
    alias: string | null
    name: string | null
    evidence: 'OWNER' | 'LOOKUP' | 'INSTANCE'
    created: number | null
    deprecated: number | null
    codes: string[]
    /** By key, with how many days ago they were attached; null: nobody told */
    marks: { key: string; days: number }[] | null
  }[]
  instances: { account: string; region: string; id: string; image: string; state: string }[]
  templates: { account: string; region: string; id: string; image: string | null; parameter: string | null }[]
  settings: { account: string; region: string; state: string; criteria: Criterion[] }[]
}

const store = async (rows: Rows): Promise<void> => {
  const { pool } = database
  await pool.query(`truncate amigraph.images, amigraph.instances, amigraph.launch_template_versions,
    amigraph.allowed_images_settings, amigraph.instance_image_metadata cascade`)
  const ago = (days: number | null) => (days === null ? null : new Date(Date.now() - days * day).toISOString())
  await insert(
    pool,
    'images',
    rows.images.map(image =>
      imageRow(image.id, {
        region: image.region,
        owner_account_id: image.owner,
        owner_alias: image.alias,
        name: image.name,
        evidence: image.evidence,
        creation_date: ago(image.created),
        deprecation_time: ago(image.deprecated),
        watermark_count: image.marks?.length ?? null,
      }),
    ),
  )
  await insert(
    pool,
    'image_watermarks',
    rows.images.flatMap(({ region, id, marks }) =>
      (marks ?? []).map(({ key, days }) => ({
        region,
        image_id: id,
        watermark_key: key,
        watermark_creation_time: ago(days),
      })),
    ),
  )
  await insert(
    pool,
    'image_product_codes',
    rows.images.flatMap(({ region, id, codes }) =>
      codes.map(product_code => ({ region, image_id: id, product_code, kind: 'MARKETPLACE' })),
    ),
  )
  await insert(
    pool,
    'instances',
    rows.instances.map(({ account, region, id, image, state }) =>
      instanceRow(id, image, { account_id: account, region, state }),
    ),
  )
  await insert(
    pool,
    'launch_template_versions',
    rows.templates.map(({ account, region, id, image, parameter }) => ({
      ...launchTemplateRow(id, 1, image ?? ''),
      account_id: account,
      region,
      image_id: image,
      image_parameter: parameter,
    })),
  )
  await insert(
    pool,
    'allowed_images_settings',
    rows.settings.map(({ account, region, state, criteria }) => ({
      account_id: account,
      region,
      state,
      managed_by: 'ACCOUNT',
      criteria: JSON.stringify(criteria.map(criterion => ({ ...everything, ...criterion }))),
      content_hash: '',
    })),
  )
}

const everything = {
  imageProviders: null,
  imageNames: null,
  marketplaceProductCodes: null,
  maximumDaysSinceCreated: null,
  maximumDaysSinceDeprecated: null,
  imageWatermarks: null,
  otherConditions: [],
}

const fields = `
  instances(verdicts: [ALLOWED, DISALLOWED, UNKNOWN], first: 1000) { nodes { verdict today instance { instanceId } } }
  launchTemplateVersions(verdicts: [ALLOWED, DISALLOWED, UNKNOWN], first: 1000) {
    nodes { verdict today launchTemplateVersion { launchTemplateId } } }
  images(verdicts: [ALLOWED, DISALLOWED, UNKNOWN], first: 1000) {
    nodes { region imageId verdict accountCount instanceCount launchTemplateVersionCount } }
  broken: instances(changed: true, verdicts: [DISALLOWED]) { totalCount }
  instanceCounts { allowed disallowed unknown newlyDisallowed newlyAllowed accountsDisallowed }
  launchTemplateVersionCounts { allowed disallowed unknown newlyDisallowed newlyAllowed accountsDisallowed }`

const ask = async (variables: object, selection = fields, viewer?: Parameters<TestApi['query']>[2]) => {
  const { data, errors } = await api.query(
    `query ($criteria: [ImageCriterionInput!]!, $accounts: [AccountId!], $units: [ID!], $regions: [Region!]) {
      whatIf: allowedImagesWhatIf(criteria: $criteria, accounts: $accounts, organizationalUnits: $units, regions: $regions) {
        ${selection}
      }
    }`,
    variables as Record<string, unknown>,
    viewer,
  )
  expect(errors).toBeUndefined()
  return data.whatIf
}

const image = (id: string, more: Partial<Rows['images'][number]> = {}): Rows['images'][number] => ({
  region: frankfurt,
  id,
  owner: golden,
  alias: null,
  name: `golden-${id}`,
  evidence: 'OWNER',
  created: 10,
  deprecated: null,
  codes: [],
  marks: [],
  ...more,
})
const runs = (id: string, account: string, imageId: string, more: Partial<Rows['instances'][number]> = {}) => ({
  account,
  region: frankfurt,
  id,
  image: imageId,
  state: 'RUNNING',
  ...more,
})
const names = (id: string, account: string, imageId: string | null, parameter: string | null = null) => ({
  account,
  region: frankfurt,
  id,
  image: imageId,
  parameter,
})
const setting = (account: string, state: string, criteria: Criterion[] = []) => ({
  account,
  region: frankfurt,
  state,
  criteria,
})

describe('a proposal of Allowed AMIs criteria (R13)', () => {
  const rows: Rows = {
    images: [
      image('ami-1'),
      image('ami-2', { owner: partner }),
      image('ami-3', { owner: null, name: null, created: null, evidence: 'INSTANCE' }),
    ],
    instances: [
      runs('i-1', golden, 'ami-1'),
      runs('i-2', appA, 'ami-1', { state: 'STOPPED' }),
      runs('i-3', appA, 'ami-2'),
      runs('i-4', appB, 'ami-3'),
      runs('i-5', appB, 'ami-4'),
      runs('i-6', appB, 'ami-2', { state: 'TERMINATED' }),
      runs('i-7', sandbox, 'ami-2', { region: virginia }),
    ],
    templates: [
      names('lt-1', appA, 'ami-2'),
      names('lt-2', appB, 'ami-1'),
      names('lt-3', appB, null, 'resolve:ssm:/base'),
      names('lt-4', appB, null),
    ],
    settings: [
      setting(golden, 'DISABLED'),
      setting(appA, 'ENABLED', [{ imageProviders: [golden] }]),
      setting(appB, 'AUDIT_MODE', []),
    ],
  }

  it('says what breaks, what perhaps, and how that differs from today', async () => {
    await store(rows)
    const { instances, launchTemplateVersions, images, ...counts } = await ask({
      criteria: [{ imageProviders: ['amazon'] }],
    })
    expect(
      instances.nodes.map(({ instance, verdict, today }: Answered) => [instance.instanceId, verdict, today]).sort(),
    ).toEqual([
      ['i-1', 'ALLOWED', 'ALLOWED'], // its own
      ['i-2', 'DISALLOWED', 'ALLOWED'],
      ['i-3', 'DISALLOWED', 'DISALLOWED'],
      ['i-4', 'UNKNOWN', 'ALLOWED'], // whose it is nobody told
      ['i-5', 'UNKNOWN', 'ALLOWED'], // never seen
      ['i-7', 'UNKNOWN', 'UNKNOWN'], // no image there, settings never read
    ])
    expect(
      launchTemplateVersions.nodes.map(({ launchTemplateVersion, verdict, today }: Answered) => [
        launchTemplateVersion.launchTemplateId,
        verdict,
        today,
      ]),
    ).toEqual([
      ['lt-1', 'DISALLOWED', 'DISALLOWED'],
      ['lt-2', 'DISALLOWED', 'ALLOWED'],
      ['lt-3', 'UNKNOWN', 'ALLOWED'],
    ])
    const counted = (accountCount: number, instanceCount: number, launchTemplateVersionCount: number) => ({
      accountCount,
      instanceCount,
      launchTemplateVersionCount,
    })
    expect(images.nodes).toEqual([
      { region: frankfurt, imageId: 'ami-1', verdict: 'ALLOWED', ...counted(1, 1, 0) },
      { region: frankfurt, imageId: 'ami-1', verdict: 'DISALLOWED', ...counted(2, 1, 1) },
      { region: frankfurt, imageId: 'ami-2', verdict: 'DISALLOWED', ...counted(1, 1, 1) },
      { region: virginia, imageId: 'ami-2', verdict: 'UNKNOWN', ...counted(1, 1, 0) },
      { region: frankfurt, imageId: 'ami-3', verdict: 'UNKNOWN', ...counted(1, 1, 0) },
      { region: frankfurt, imageId: 'ami-4', verdict: 'UNKNOWN', ...counted(1, 1, 0) },
    ])
    expect(counts).toEqual({
      broken: { totalCount: 1 },
      instanceCounts: {
        allowed: 1,
        disallowed: 2,
        unknown: 3,
        newlyDisallowed: 1,
        newlyAllowed: 0,
        accountsDisallowed: 1,
      },
      launchTemplateVersionCounts: {
        allowed: 0,
        disallowed: 2,
        unknown: 1,
        newlyDisallowed: 1,
        newlyAllowed: 0,
        accountsDisallowed: 2,
      },
    })
  })

  it('lists what would break, or perhaps, unless other verdicts are wanted', async () => {
    await store(rows)
    const found = await ask(
      { criteria: [{ imageProviders: ['amazon'] }] },
      `instances(orderBy: { field: INSTANCE_ID }) { totalCount nodes { instance { instanceId image { name } account { name } } } pageInfo { hasNextPage } }
       second: instances(orderBy: { field: INSTANCE_ID }, first: 1, filter: { state: { eq: RUNNING } }) { nodes { instance { instanceId } } pageInfo { endCursor } }
       same: instances(changed: false, verdicts: [DISALLOWED]) { nodes { instance { instanceId } } }`,
    )
    expect(found.instances.nodes.map(({ instance }: Answered) => instance.instanceId)).toEqual([
      'i-2',
      'i-3',
      'i-4',
      'i-5',
      'i-7',
    ])
    expect(found.instances.nodes[0].instance).toMatchObject({
      image: { name: 'golden-ami-1' },
      account: { name: 'app-a' },
    })
    expect(found.instances.totalCount).toBe(5)
    expect(found.second.nodes).toEqual([{ instance: { instanceId: 'i-3' } }])
    expect(found.same.nodes).toEqual([{ instance: { instanceId: 'i-3' } }])
    const next = await ask(
      { criteria: [{ imageProviders: ['amazon'] }] },
      `instances(orderBy: { field: INSTANCE_ID }, first: 2, after: "${found.second.pageInfo.endCursor}") { nodes { instance { instanceId } } }`,
    )
    expect(next.instances.nodes.map(({ instance }: Answered) => instance.instanceId)).toEqual(['i-4', 'i-5'])
  })

  it('answers where nothing but the type of its counts is asked for', async () => {
    expect(await ask({ criteria: [] }, 'instanceCounts { __typename }')).toEqual({
      instanceCounts: { __typename: 'CriteriaCounts' },
    })
  })

  it('is for some accounts, units and Regions', async () => {
    await store(rows)
    const ids = async (scope: object) => {
      const { instances } = await ask(
        { criteria: [], ...scope },
        `instances(verdicts: [ALLOWED, DISALLOWED, UNKNOWN], orderBy: { field: INSTANCE_ID }) { nodes { instance { instanceId } } }`,
      )
      return instances.nodes.map(({ instance }: Answered) => instance.instanceId)
    }
    expect(await ids({ accounts: [appA] })).toEqual(['i-2', 'i-3'])
    expect(await ids({ units: [units.teamA] })).toEqual(['i-4', 'i-5'])
    expect(await ids({ units: [units.production] })).toEqual(['i-2', 'i-3', 'i-4', 'i-5'])
    expect(await ids({ accounts: [golden], units: [units.teamA] })).toEqual(['i-1', 'i-4', 'i-5'])
    expect(await ids({ regions: [virginia] })).toEqual(['i-7'])
    expect(await ids({ accounts: [], regions: [virginia] })).toEqual([])
  })

  it('says what could not be read of it', async () => {
    const coverage = 'coverage { complete gaps(first: 1000) { kind region account { accountId } } }'
    const gaps = async (scope: object) =>
      (await ask({ criteria: [], ...scope }, coverage)).coverage.gaps.map(
        (gap: { kind: string; region: string; account: { accountId: string } }) =>
          `${gap.account.accountId} ${gap.region} ${gap.kind}`,
      )
    expect(await gaps({ accounts: [appA], regions: [frankfurt] })).not.toContain(`${appB} ${virginia} INSTANCES`)
    expect(await gaps({ accounts: [appB] })).toContain(`${appB} ${virginia} INSTANCES`)
    expect(await gaps({})).toContain(`${appB} ${virginia} INSTANCES`)
  })

  it('shows a viewer what is its own', async () => {
    await store(rows)
    const { instances } = await ask(
      { criteria: [] },
      'instances { nodes { instance { instanceId } } }',
      limitedTo([appA]),
    )
    expect(instances.nodes.map(({ instance }: Answered) => instance.instanceId).sort()).toEqual(['i-2', 'i-3'])
  })

  it.each([
    ['[{ imageNames: ["a?"] }]', '', /imageNames has "a\?"/],
    ['[{ maximumDaysSinceCreated: -1 }]', '', /below 0/],
    ['[]', ', organizationalUnits: ["x"]', /organizational unit|"x"/i],
  ])('is refused where AWS would: %s%s', async (criteria, more, message) => {
    const { errors } = await api.query(
      `{ allowedImagesWhatIf(criteria: ${criteria}${more}) { instanceCounts { allowed } } }`,
    )
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(message),
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })
})

type Answered = {
  verdict: Verdict
  today: Verdict
  instance: { instanceId: string }
  launchTemplateVersion: { launchTemplateId: string }
}

/** Everything anew, by brute force: of the rows, of nothing else. */
const expectedVerdicts = (rows: Rows, criteria: Criterion[]) => {
  const judge = (account: string, region: string, id: string | null, by: Criterion[]): Verdict => {
    const found = rows.images.find(candidate => candidate.region === region && candidate.id === id)
    if (found && found.owner === account) return 'ALLOWED'
    const verdicts = by.map(criterion => judgeBy(criterion, found))
    if (verdicts.includes('ALLOWED')) return 'ALLOWED'
    return verdicts.includes('UNKNOWN') || !found || found.owner === null ? 'UNKNOWN' : 'DISALLOWED'
  }
  const today = (account: string, region: string, id: string | null): Verdict => {
    const settings = rows.settings.find(each => each.account === account && each.region === region)
    if (!settings) return 'UNKNOWN'
    return settings.state === 'ENABLED' ? judge(account, region, id, settings.criteria) : 'ALLOWED'
  }
  const of = ({ account, region, image: id }: { account: string; region: string; image: string | null }) => ({
    account,
    region,
    image: id,
    verdict: judge(account, region, id, criteria),
    today: today(account, region, id),
  })
  return {
    instances: rows.instances
      .filter(({ state }) => state !== 'TERMINATED' && state !== 'SHUTTING_DOWN')
      .map(each => ({ id: each.id, ...of(each) })),
    templates: rows.templates
      .filter(({ image: id, parameter }) => id !== null || parameter !== null)
      .map(each => ({ id: each.id, ...of(each) })),
  }
}

const judgeBy = (criterion: Criterion, found: Rows['images'][number] | undefined): Verdict => {
  const isToldLittle = !found || (found.evidence === 'INSTANCE' && found.name === null)
  const codesAreTold = found !== undefined && found.evidence !== 'INSTANCE'
  const { imageProviders, imageNames, marketplaceProductCodes } = criterion
  const truths = [
    ...(imageProviders
      ? [[found?.owner, found?.alias].some(one => one && imageProviders.includes(one)) || (found?.owner ? false : null)]
      : []),
    ...(imageNames
      ? [imageNames.some(pattern => fits(found?.name ?? '', pattern)) || (isToldLittle ? null : false)]
      : []),
    ...(marketplaceProductCodes
      ? [found?.codes.some(code => marketplaceProductCodes.includes(code)) || (codesAreTold ? false : null)]
      : []),
    ...(criterion.imageWatermarks ? [carries(criterion.imageWatermarks, found?.marks ?? null)] : []),
    ...within(criterion.maximumDaysSinceCreated, found?.created ?? null, null),
    ...within(criterion.maximumDaysSinceDeprecated, found?.deprecated ?? null, isToldLittle ? null : true),
  ]
  return truths.includes(false) ? 'DISALLOWED' : truths.includes(null) ? 'UNKNOWN' : 'ALLOWED'
}

const carries = (wanted: NonNullable<Criterion['imageWatermarks']>, marks: Rows['images'][number]['marks']) =>
  marks &&
  wanted.some(({ watermarkKey, maximumDaysSinceWatermarkCreated: most }) =>
    marks.some(
      ({ key, days }) =>
        (typeof watermarkKey !== 'string' || fits(key, watermarkKey)) && (typeof most !== 'number' || days < most),
    ),
  )

const within = (most: number | undefined, days: number | null, withoutTime: boolean | null) =>
  most === undefined ? [] : [days === null ? withoutTime : days < most]

/** `*` and `?`, by going back where a run was too short. */
const fits = (text: string, pattern: string): boolean => {
  if (pattern === '') return text === ''
  if (pattern[0] === '*') return fits(text, pattern.slice(1)) || (text !== '' && fits(text.slice(1), pattern))
  return text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && fits(text.slice(1), pattern.slice(1))
}

const randomRows = (random: Random): Rows => {
  const members = [golden, appA, appB]
  const ids = Array.from({ length: 8 }, (_, i) => `ami-${i}`)
  const maybe = <Value>(probability: number, value: () => Value) => (random.chance(probability) ? value() : null)
  return {
    images: ids
      .filter(() => random.chance(0.8))
      .map(id => ({
        region: frankfurt,
        id,
        owner: maybe(0.85, () => random.pick([...members, partner])),
        alias: maybe(0.3, () => random.pick(['amazon', 'aws-marketplace'])),
        name: maybe(0.8, () => random.pick(['abc', 'aXc', 'golden_1', 'golden%1', ''])),
        evidence: random.pick(['OWNER', 'LOOKUP', 'INSTANCE'] as const),
        created: maybe(0.8, () => random.below(10) + 0.5),
        deprecated: maybe(0.5, () => random.below(10) - 4.5),
        codes: ['p1', 'p2'].filter(() => random.chance(0.2)),
        marks: maybe(0.8, () =>
          [`${golden}:base`, `${golden}:team`, `${partner}:base`]
            .filter(() => random.chance(0.4))
            .map(key => ({ key, days: random.below(10) + 0.5 })),
        ),
      })),
    instances: Array.from({ length: 20 }, (_, i) =>
      runs(`i-${i}`, random.pick(members), random.pick(ids), {
        state: random.pick(['RUNNING', 'STOPPED', 'TERMINATED', 'SHUTTING_DOWN']),
      }),
    ),
    templates: Array.from({ length: 10 }, (_, i) =>
      names(
        `lt-${i}`,
        random.pick(members),
        maybe(0.7, () => random.pick(ids)),
        maybe(0.5, () => 'resolve:ssm:/x'),
      ),
    ),
    settings: members
      .filter(() => random.chance(0.8))
      .map(account =>
        setting(account, random.pick(['DISABLED', 'AUDIT_MODE', 'ENABLED', 'ENABLED']), randomCriteria(random)),
      ),
  }
}

const randomCriteria = (random: Random): Criterion[] =>
  Array.from({ length: random.below(4) }, () => ({
    ...(random.chance(0.4) && {
      imageProviders: random.chance(0.2) ? ['none'] : [random.pick(['amazon', golden, partner])],
    }),
    ...(random.chance(0.4) && { imageNames: [random.pick(['a?c', 'golden*', '*', 'golden_1', 'a*'])] }),
    ...(random.chance(0.2) && { marketplaceProductCodes: ['p1'] }),
    ...(random.chance(0.3) && {
      imageWatermarks: Array.from({ length: 1 + random.below(2) }, () => ({
        watermarkKey: random.pick([`${golden}:*`, '*:base', `${golden}:tea?`, 'base']),
        maximumDaysSinceWatermarkCreated: random.chance(0.5) ? random.below(10) : null,
      })),
    }),
    ...(random.chance(0.3) && { maximumDaysSinceCreated: random.below(10) }),
    ...(random.chance(0.3) && { maximumDaysSinceDeprecated: random.below(6) }),
  }))

test.each(Array.from({ length: rounds }, (_, round) => seed + round))(
  'random proposals are judged as the oracle has it (WHAT_IF_SEED=%i)',
  async roundSeed => {
    const random = createRandom(roundSeed)
    const rows = randomRows(random)
    await store(rows)
    for (let i = 0; i < 4; i++) {
      const criteria = randomCriteria(random)
      const expected = expectedVerdicts(rows, criteria)
      const answered = await ask({ criteria })
      const told = JSON.stringify({ criteria, rows })
      const lines = (list: { id: string; verdict: Verdict; today: Verdict }[]) =>
        list.map(({ id, verdict, today }) => `${id} ${verdict} ${today}`).sort()
      expect(
        lines(answered.instances.nodes.map((node: Answered) => ({ ...node, id: node.instance.instanceId }))),
        told,
      ).toEqual(lines(expected.instances))
      expect(
        lines(
          answered.launchTemplateVersions.nodes.map((node: Answered) => ({
            ...node,
            id: node.launchTemplateVersion.launchTemplateId,
          })),
        ),
        told,
      ).toEqual(lines(expected.templates))
      expect(
        answered.images.nodes.map((node: object) => Object.values(node).join(' ')),
        told,
      ).toEqual(expectedImages(expected))
      expect(answered.instanceCounts, told).toEqual(countsOf(expected.instances))
      expect(answered.launchTemplateVersionCounts, told).toEqual(countsOf(expected.templates))
      expect(answered.broken.totalCount, told).toBe(
        expected.instances.filter(({ verdict, today }) => verdict === 'DISALLOWED' && today !== verdict).length,
      )
    }
  },
)

type Expected = ReturnType<typeof expectedVerdicts>

const countsOf = (list: Expected['instances']) => {
  const count = (verdict: Verdict, today?: Verdict) =>
    list.filter(each => each.verdict === verdict && (today === undefined || each.today === today)).length
  return {
    allowed: count('ALLOWED'),
    disallowed: count('DISALLOWED'),
    unknown: count('UNKNOWN'),
    newlyDisallowed: count('DISALLOWED', 'ALLOWED'),
    newlyAllowed: count('ALLOWED', 'DISALLOWED'),
    accountsDisallowed: new Set(list.filter(each => each.verdict === 'DISALLOWED').map(each => each.account)).size,
  }
}

const expectedImages = ({ instances, templates }: Expected): string[] => {
  const all = [...instances, ...templates].filter(each => each.image !== null)
  const groups = new Set(all.map(each => `${each.image} ${each.region} ${each.verdict}`))
  return [...groups].sort().map(group => {
    const of = (list: Expected['instances']) =>
      list.filter(each => `${each.image} ${each.region} ${each.verdict}` === group)
    const [imageId, region, verdict] = group.split(' ')
    const accountCount = new Set([...of(instances), ...of(templates)].map(each => each.account)).size
    return [region, imageId, verdict, accountCount, of(instances).length, of(templates).length].join(' ')
  })
}
