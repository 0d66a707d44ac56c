import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FaultRule } from '../../src/sandbox/faults.ts'
import {
  addAccount,
  registerImage,
  removeAccount,
  setRegion,
  share,
  suspendAccount,
  tag,
} from '../../src/sandbox/world/changes.ts'
import type { World, WorldAccount } from '../../src/sandbox/world/world.ts'
import { expectedCache } from '../support/expected-cache.ts'
import { readCache } from '../support/read-cache.ts'
import { createSyncedSandbox, type SyncedSandbox, type SyncedSandboxOptions } from '../support/synced-sandbox.ts'

// What goes wrong between AWS and us: the run goes on, the gap is in coverage with AWS's code and message, nothing that
// was known is lost and nothing is invented (R20).

let synced: SyncedSandbox
const open = async (options?: SyncedSandboxOptions): Promise<SyncedSandbox> => {
  synced = await createSyncedSandbox(options)
  return synced
}
afterEach(() => synced?.close())

/** An active member account that has the role. */
function member(world: World): WorldAccount {
  const found = [...world.accounts.values()].find(
    account =>
      account.state === 'ACTIVE' &&
      account.roles.has('amigraph-reader') &&
      account.accountId !== world.organization.managementAccountId,
  )
  if (found === undefined) throw new Error('The world has no such account')
  return found
}

async function coverageOf(source: { accountId: string; region: string; kind: string }) {
  const { rows } = await synced.pool.query(
    `select status, error_code as code, error_message as message, attempts, last_success_at as "lastSuccessAt"
     from amigraph.coverage where account_id = $1 and region = $2 and kind = $3`,
    [source.accountId, source.region, source.kind],
  )
  return rows[0]
}

const region = 'eu-west-1'

describe('one source that fails after it was read once', () => {
  const faults: [string, Pick<FaultRule, 'fault' | 'nth' | 'times'>, string, string, RegExp][] = [
    ['an HTML page with status 500', { fault: { kind: 'html500' } }, 'FAILED', 'InvalidResponse', /HTTP 500/],
    ['an HTML page with status 200', { fault: { kind: 'html200' } }, 'FAILED', 'InvalidResponse', /html.*HTTP 200/],
    ['XML that breaks off', { fault: { kind: 'truncatedXml' } }, 'FAILED', 'InvalidResponse', /could not be read/],
    ['a connection that is reset', { fault: { kind: 'reset' } }, 'FAILED', 'Unreachable', /ECONNRESET|socket hang up/],
    ['no answer at all', { fault: { kind: 'hang' } }, 'FAILED', 'Timeout', /./],
    [
      'a Region that is no longer enabled',
      { fault: { kind: 'error', code: 'OptInRequired', message: 'You are not subscribed', status: 401 } },
      'DENIED',
      'OptInRequired',
      /not subscribed/,
    ],
    [
      'a call that a policy forbids',
      { fault: { kind: 'error', code: 'UnauthorizedOperation', message: 'explicit deny in a SCP', status: 403 } },
      'DENIED',
      'UnauthorizedOperation',
      /explicit deny in a SCP/,
    ],
    [
      'throttling without end',
      { fault: { kind: 'error', code: 'RequestLimitExceeded', message: 'Request limit exceeded.', status: 503 } },
      'FAILED',
      'RequestLimitExceeded',
      /Request limit exceeded/,
    ],
  ]

  it.each(faults)('%s', async (_case, rule, status, code, message) => {
    await open({ overrides: { maxAttempts: 1 } })
    expect((await synced.sync()).results.filter(({ failure }) => failure !== null)).toEqual([])
    const before = await readCache(synced.pool)
    const { accountId } = member(synced.world)
    synced.sandbox.faults.add({ operation: 'DescribeInstances', accountId, region, ...rule })

    const { results } = await synced.sync()

    expect(results.filter(({ failure }) => failure !== null).map(({ source }) => source)).toEqual([
      { accountId, region, kind: 'INSTANCES' },
    ])
    const covered = await coverageOf({ accountId, region, kind: 'INSTANCES' })
    expect(covered).toMatchObject({ status, code, attempts: 1 })
    expect(covered.message).toMatch(message)
    expect(covered.lastSuccessAt).toBeInstanceOf(Date)
    expect(await readCache(synced.pool)).toEqual(before)

    synced.sandbox.faults.clear()
    await synced.sync()
    expect(await coverageOf({ accountId, region, kind: 'INSTANCES' })).toMatchObject({
      status: 'FRESH',
      code: null,
      message: null,
      attempts: 0,
    })
  })

  it.each<[string, FaultRule]>([
    ['HTML', { operation: 'DescribeImages', fault: { kind: 'html500' }, nth: 2, times: 1 }],
    ['XML that breaks off', { operation: 'DescribeImages', fault: { kind: 'truncatedXml' }, nth: 2, times: 1 }],
    ['a reset', { operation: 'DescribeImages', fault: { kind: 'reset' }, nth: 2, times: 1 }],
  ])('recovers by itself from %s that comes once', async (_case, rule) => {
    await open()
    synced.sandbox.faults.add(rule)
    const { results } = await synced.sync()
    expect(results.filter(({ failure }) => failure !== null)).toEqual([])
    expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
  })
})

describe('AWS as a whole', () => {
  it('unreachable: nothing is read, everything known stays', async () => {
    await open({ overrides: { maxAttempts: 1 } })
    await synced.sync()
    const before = await readCache(synced.pool)
    await synced.sandbox.close()

    const { results } = await synced.sync()

    expect(results.length).toBeGreaterThan(0)
    expect(results.every(({ failure }) => failure?.code === 'Unreachable')).toBe(true)
    // Which account could be asked for a whole Region is not known any more; what was asked so goes stale by age.
    const regionWide = /(IMAGES_THIRD_PARTY|INSTANCE_TYPES)$/
    const asked = [...(await synced.outcomes())].filter(([source]) => !regionWide.test(source))
    expect(new Set(asked.map(([, outcome]) => outcome))).toEqual(new Set(['Unreachable']))
    expect(await readCache(synced.pool)).toEqual(before)
  })

  it('unreachable from the start: a gap without an account, and no invention', async () => {
    await open({ overrides: { maxAttempts: 1 } })
    await synced.sandbox.close()
    await synced.sync()
    expect(await synced.outcomes()).toEqual(new Map([['000000000000/global/ORGANIZATION', 'Unreachable']]))
    expect((await readCache(synced.pool)).accounts).toEqual([])
  })

  it('wrong credentials: denied, with the code that AWS gives', async () => {
    await open({ secretAccessKey: 'another secret' })
    await synced.sync()
    const [outcome] = (await synced.outcomes()).values()
    expect(outcome).toMatch(/SignatureDoesNotMatch|InvalidSignatureException/)
  })
})

describe('an account', () => {
  it('without the role: one gap with the reason, the others are read', async () => {
    await open()
    const { accountId, roles } = member(synced.world)
    roles.delete('amigraph-reader')
    await synced.sync()
    const covered = await coverageOf({ accountId, region: 'global', kind: 'REGIONS' })
    expect(covered).toMatchObject({ status: 'DENIED', code: 'AccessDenied', lastSuccessAt: null })
    expect(covered.message).toMatch(/not authorized to perform: sts:AssumeRole/)
    expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
  })

  it('that is suspended: what was known of it stays, none of it as fresh', async () => {
    await open()
    await synced.sync()
    const before = await readCache(synced.pool)
    const { accountId } = member(synced.world)
    suspendAccount(synced.world, accountId)
    await synced.sync()
    const own = [...(await synced.outcomes())].filter(([source]) => source.startsWith(accountId))
    expect(own.length).toBeGreaterThan(6)
    expect(new Set(own.map(([, outcome]) => outcome))).toEqual(new Set(['AuthFailure']))
    const after = await readCache(synced.pool)
    expect({ ...after, accounts: before.accounts }).toEqual(before)
  })

  it('that left the organization: gone with what it held; which image its instances ran on stays', async () => {
    await open()
    await synced.sync()
    const { accountId } = member(synced.world)
    const seen = () =>
      synced.pool.query(`select instance_id, image_id from amigraph.instance_images where account_id = $1`, [accountId])
    const before = await seen()
    expect(before.rowCount).toBeGreaterThan(0)
    removeAccount(synced.world, accountId)
    await synced.sync()
    expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
    expect((await seen()).rows).toEqual(before.rows)
    expect([...(await synced.outcomes()).keys()].filter(source => source.startsWith(accountId))).toEqual([])
  })

  it('that joined is read in the same run', async () => {
    await open()
    await synced.sync()
    addAccount(synced.world, {
      name: 'New Venture',
      email: 'new@nordwind.example',
      roles: new Map([['amigraph-reader', {}]]),
    })
    await synced.sync()
    expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
  })

  it('with a Region that is switched off: what was known of it stays, with the reason', async () => {
    await open({ size: { regions: ['eu-west-1', 'eu-south-2'] } })
    const { accountId } = member(synced.world)
    setRegion(synced.world, accountId, 'eu-south-2', true)
    await synced.sync()
    const before = await readCache(synced.pool)
    setRegion(synced.world, accountId, 'eu-south-2', false)
    await synced.sync()
    expect(await readCache(synced.pool)).toEqual(before)
    expect(await coverageOf({ accountId, region: 'eu-south-2', kind: 'INSTANCES' })).toMatchObject({
      status: 'DENIED',
      code: 'OptInRequired',
    })
  })
})

describe('a session', () => {
  it('that runs out between two pages is renewed, and the page asked for again', async () => {
    await open({ size: { imagesPerAccountRegion: 3 } })
    const expired = { kind: 'error', code: 'RequestExpired', message: 'Request has expired.', status: 400 } as const
    synced.sandbox.faults.add({ operation: 'DescribeImages', fault: expired, nth: 3, times: 2 })
    const { results } = await synced.sync()
    expect(results.filter(({ failure }) => failure !== null)).toEqual([])
    expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
  })

  it('that lasts a second is enough', async () => {
    await open({ sessionSeconds: 1 })
    const { results } = await synced.sync()
    expect(results.filter(({ failure }) => failure !== null)).toEqual([])
  })
})

describe('an image', () => {
  beforeEach(() => open())
  const add = (facts: Parameters<typeof registerImage>[1]['facts']) =>
    registerImage(synced.world, { region, ownerId: member(synced.world).accountId, facts })

  it('without a name or a creation date is kept as it is', async () => {
    const image = add({ Architecture: 'x86_64' })
    image.facts.Name = undefined
    image.facts.CreationDate = undefined
    await synced.sync()
    const { rows } = await synced.pool.query(
      `select name, creation_date from amigraph.images where region = $1 and image_id = $2`,
      [region, image.imageId],
    )
    expect(rows).toEqual([{ name: null, creation_date: null }])
  })

  it('with tags in any script comes through to the letter', async () => {
    const image = add({ Name: 'größe — 日本語 👩‍👩‍👧 <&>"\'' })
    const tags = ['ключ', '🚀', 'a\u0301', '‮rtl‬', ' spaces ', '<![CDATA[x]]>', '&amp;', "';drop table--"].map(
      (text, index) => ({ Key: `${index}${text}`, Value: text }),
    )
    tag(synced.world, { region, resourceId: image.imageId, accountId: image.ownerId }, tags)
    await synced.sync()
    expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
  })

  it('with 10,000 launch permissions keeps every one', async () => {
    const image = add({ Name: 'shared with everybody by name' })
    const accountIds = Array.from({ length: 10_000 }, (_, index) => ({ UserId: String(100_000_000_000 + index) }))
    share(synced.world, image, accountIds)
    await synced.sync()
    const { rows } = await synced.pool.query(
      `select count(*)::integer as permissions, count(distinct target_id)::integer as targets
       from amigraph.launch_permissions where region = $1 and image_id = $2`,
      [region, image.imageId],
    )
    expect(rows).toEqual([{ permissions: 10_000, targets: 10_000 }])
  })

  it.each(['InvalidAMIID.NotFound', 'InvalidAMIID.Unavailable'])(
    'that vanishes between listing and asking (%s) is no failure',
    async code => {
      const { accountId } = member(synced.world)
      const fault = { kind: 'error', code, message: 'The image does not exist', status: 400 } as const
      synced.sandbox.faults.add({ operation: 'DescribeImageAttribute', accountId, region, fault, nth: 1, times: 1 })
      add({ Name: 'first' })
      const { results } = await synced.sync()
      expect(results.filter(({ failure }) => failure !== null)).toEqual([])
    },
  )

  it('whose permissions cannot be read keeps those it had; the others are read', async () => {
    const { accountId } = member(synced.world)
    for (const Name of ['one', 'two', 'three']) share(synced.world, add({ Name }), [{ UserId: '999988887777' }])
    await synced.sync()
    const before = await readCache(synced.pool)
    const fault = { kind: 'error', code: 'AuthFailure', message: 'Not authorized for image', status: 403 } as const
    synced.sandbox.faults.add({ operation: 'DescribeImageAttribute', accountId, region, fault, nth: 2, times: 1 })
    await synced.sync()
    expect(await readCache(synced.pool)).toEqual(before)
    const covered = await coverageOf({ accountId, region, kind: 'LAUNCH_PERMISSIONS' })
    expect(covered).toMatchObject({ status: 'DENIED', code: 'AuthFailure' })
    expect(covered.message).toMatch(/^1 of \d+ images could not be asked for: Not authorized for image/)
  })
})
