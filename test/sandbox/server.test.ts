import { DescribeImagesCommand, DescribeVpcsCommand } from '@aws-sdk/client-ec2'
import { ListAccountsCommand, ListRootsCommand } from '@aws-sdk/client-organizations'
import { AssumeRoleCommand, GetCallerIdentityCommand, GetSessionTokenCommand } from '@aws-sdk/client-sts'
import { describe, expect, it, vi } from 'vitest'
import type { Fault } from '../../src/sandbox/faults.ts'
import { startSandbox } from '../../src/sandbox/server.ts'
import { serve, serveCall } from './served.ts'
import { signedFetch } from './signed-fetch.ts'
import { management, member, tinyWorld } from './tiny-world.ts'

const describeImages = new DescribeImagesCommand({})

describe('the endpoint', () => {
  it('says what it is', async () => {
    const { sandbox } = await serve()
    const json = await fetch(sandbox.url)
    expect(json.headers.get('x-amigraph-sandbox')).toBe('made-up data')
    expect(await json.json()).toMatchObject({ sandbox: true, accounts: 3, regions: 3 })
    const html = await fetch(sandbox.url, { headers: { accept: 'text/html' } })
    expect(await html.text()).toContain('made up')
  })

  it('says so on every answer', async () => {
    const { sandbox } = await serve()
    for (const service of ['ec2', 'sts', 's3']) {
      const response = await signedFetch(sandbox, service, 'Action=Nothing')
      expect(response.headers.get('x-amigraph-sandbox')).toBe('made-up data')
      expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  it('rejects where the port is taken', async () => {
    const { sandbox } = await serve()
    await expect(startSandbox({ world: tinyWorld(), port: sandbox.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('closes although clients hold their connections', async () => {
    const sandbox = await startSandbox({ world: tinyWorld() })
    await (await fetch(sandbox.url)).text()
    await sandbox.close()
    await expect(fetch(sandbox.url)).rejects.toThrow()
  })

  it('gives up on endless requests', async () => {
    const { sandbox } = await serve()
    await expect(signedFetch(sandbox, 'ec2', 'x'.repeat(5 * 1024 * 1024))).rejects.toThrow()
  })

  it('tells of its own defects as AWS would, and logs them', async () => {
    const error = vi.fn()
    const broken = () => {
      throw new TypeError('a defect')
    }
    const { ec2 } = await serveCall('ec2', 'DescribeImages', broken, { logger: { error, debug: vi.fn() } })
    await expect(ec2().send(describeImages)).rejects.toMatchObject({
      name: 'InternalError',
      $metadata: { httpStatusCode: 500 },
    })
    expect(error).toHaveBeenCalledOnce()
  })

  it('counts calls and errors', async () => {
    const { sandbox, ec2, sts } = await serveCall('ec2', 'DescribeImages', () => ({}))
    await ec2().send(describeImages)
    await ec2({ region: 'us-east-1' }).send(describeImages)
    await sts().send(new GetCallerIdentityCommand({}))
    await ec2()
      .send(new DescribeVpcsCommand({}))
      .catch(() => undefined)
    expect(sandbox.calls.total()).toBe(4)
    expect(sandbox.calls.total({ operation: 'DescribeImages' })).toBe(2)
    expect(sandbox.calls.total({ operation: 'DescribeImages', region: 'us-east-1', accountId: management })).toBe(1)
    expect(sandbox.calls.totalErrors()).toBe(1)
    expect(sandbox.calls.totalErrors({ operation: 'DescribeVpcs' }, 'InvalidAction')).toBe(1)
    expect(sandbox.calls.totalErrors({}, 'AuthFailure')).toBe(0)
    expect(sandbox.calls.entries()).toContainEqual({
      accountId: management,
      region: 'eu-west-1',
      service: 'sts',
      operation: 'GetCallerIdentity',
      calls: 1,
      errors: {},
    })
    sandbox.calls.reset()
    expect(sandbox.calls.entries()).toEqual([])
  })
})

describe('calls it does not have', () => {
  it.each([
    [
      'of EC2',
      'Action=DescribeVpcs&Version=2016-11-15',
      'ec2',
      'The action DescribeVpcs is not valid for this web service.',
    ],
    [
      'of nobody',
      'Action=Nonsense&Version=2016-11-15',
      'ec2',
      'The action Nonsense is not valid for this web service.',
    ],
    ['of STS', 'Action=GetFederationToken&Version=2011-06-15', 'sts', 'Could not find operation GetFederationToken'],
    ['of a service it lacks', 'Action=ListTopics', 'sns', 'The sandbox does not serve sns.'],
    ['by Object.prototype', 'Action=constructor', 'ec2', 'The action constructor is not valid'],
  ])('%s are invalid actions', async (_case, form, service, message) => {
    const { sandbox } = await serve()
    const response = await signedFetch(sandbox, service, form)
    expect(response.status).toBe(400)
    const text = await response.text()
    expect(text).toContain('<Code>InvalidAction</Code>')
    expect(text).toContain(message)
  })

  it('are unknown operations in JSON', async () => {
    const { sandbox, organizations } = await serveCall('organizations', 'ListAccounts', () => ({}))
    await expect(organizations().send(new ListRootsCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
    })
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'TrentService.ListKeys' }
    for (const service of ['kms', 'organizations']) {
      const response = await signedFetch(sandbox, service, '{}', { headers })
      expect(await response.json()).toMatchObject({ __type: 'UnknownOperationException' })
    }
  })

  it('are told to real clients by name', async () => {
    const { ec2, sts } = await serve({ calls: () => ({}) })
    await expect(ec2().send(describeImages)).rejects.toMatchObject({ name: 'InvalidAction' })
    await expect(sts().send(new GetSessionTokenCommand({}))).rejects.toMatchObject({ name: 'InvalidAction' })
  })
})

describe('credentials it does not take', () => {
  const wrongs = [
    ['an unknown key', { accessKeyId: 'AKIAUNKNOWN', secretAccessKey: 'x' }],
    ['a token with a key that has none', { token: 'made up' }],
    ['another secret', { secretAccessKey: 'another' }],
  ] as const

  it.each(wrongs)('%s', async (_case, wrong) => {
    const { sandbox, ec2, sts, organizations } = await serve({ calls: () => ({}) })
    const { accessKeyId, secretAccessKey } = sandbox.credentials.root
    const key = { accessKeyId, secretAccessKey, ...wrong, ...('token' in wrong && { sessionToken: wrong.token }) }
    const isSecret = 'secretAccessKey' in wrong && !('accessKeyId' in wrong)
    await expect(ec2({ key }).send(describeImages)).rejects.toMatchObject({
      name: 'AuthFailure',
      message: 'AWS was not able to validate the provided access credentials',
      $metadata: { httpStatusCode: 401 },
    })
    await expect(sts({ key }).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: isSecret ? 'SignatureDoesNotMatch' : 'InvalidClientTokenId',
      $metadata: { httpStatusCode: 403 },
    })
    await expect(organizations({ key }).send(new ListAccountsCommand({}))).rejects.toMatchObject({
      name: isSecret ? 'InvalidSignatureException' : 'UnrecognizedClientException',
      $metadata: { httpStatusCode: 400 },
    })
    expect(sandbox.calls.total()).toBe(0)
  })

  it('none at all', async () => {
    const { sandbox } = await serve()
    const post = async (body: string, headers: Record<string, string>) => {
      const response = await fetch(sandbox.url, { method: 'POST', body, headers })
      return `${response.status} ${await response.text()}`
    }
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect(await post('Action=DescribeImages&Version=2016-11-15', form)).toMatch(
      /^403 .*<Response><Errors><Error><Code>MissingAuthenticationToken</s,
    )
    expect(await post('Action=GetCallerIdentity&Version=2011-06-15', form)).toMatch(
      /^403 <ErrorResponse .*<Code>MissingAuthenticationToken</,
    )
    expect(await post('{}', { 'x-amz-target': 'AWSOrganizationsV20161128.ListAccounts' })).toMatch(
      /^400 \{"__type":"MissingAuthenticationTokenException"/,
    )
  })

  it('those of an account that was suspended since', async () => {
    const { sandbox, ec2 } = await serveCall('ec2', 'DescribeImages', () => ({}))
    const key = sandbox.credentials.issue({ accountId: member, roleName: 'r', sessionName: 's', seconds: 900 })
    await ec2({ key }).send(describeImages)
    const account = sandbox.world.accounts.get(member)
    if (account) account.state = 'SUSPENDED'
    await expect(ec2({ key }).send(describeImages)).rejects.toMatchObject({ name: 'AuthFailure' })
  })
})

describe('Regions', () => {
  it('that the account has not opted into', async () => {
    const { ec2, sts, organizations, sandbox } = await serveCall('organizations', 'ListAccounts', () => ({}))
    const region = 'eu-south-2'
    await expect(ec2({ region }).send(describeImages)).rejects.toMatchObject({
      name: 'OptInRequired',
      message: 'You are not subscribed to this service. Please go to http://aws.amazon.com to subscribe.',
      $metadata: { httpStatusCode: 401 },
    })
    await expect(sts({ region }).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'RegionDisabledException',
      $metadata: { httpStatusCode: 403 },
    })
    // Organizations is no regional service
    await organizations({ region }).send(new ListAccountsCommand({}))

    sandbox.world.accounts.get(management)?.enabledRegions.add(region)
    expect((await sts({ region }).send(new GetCallerIdentityCommand({}))).Account).toBe(management)
  })

  it('that do not exist', async () => {
    const { ec2, sts } = await serve()
    await expect(ec2({ region: 'eu-nowhere-1' }).send(describeImages)).rejects.toMatchObject({
      name: 'AuthFailure',
      message: "Credential should be scoped to a valid Region, not 'eu-nowhere-1'.",
    })
    // STS has Regions that a recorded world has nothing from
    expect((await sts({ region: 'eu-nowhere-1' }).send(new GetCallerIdentityCommand({}))).Account).toBe(management)
  })
})

describe('throttling', () => {
  it('answers RequestLimitExceeded when the bucket is empty, and again once it has filled', async () => {
    const world = tinyWorld()
    const { ec2, sandbox } = await serveCall('ec2', 'DescribeImages', () => ({}), {
      world,
      throttle: { sizes: { DescribeImages: { capacity: 2, refillPerSecond: 1 } } },
    })
    const client = ec2()
    await client.send(describeImages)
    await client.send(describeImages)
    await expect(client.send(describeImages)).rejects.toMatchObject({
      name: 'RequestLimitExceeded',
      message: 'Request limit exceeded.',
      $metadata: { httpStatusCode: 503 },
    })
    await ec2({ region: 'us-east-1' }).send(describeImages)
    world.setTime(new Date(world.now().getTime() + 1000))
    await client.send(describeImages)
    expect(sandbox.calls.totalErrors({}, 'RequestLimitExceeded')).toBe(1)
  })

  it('speaks the words of each service', async () => {
    const none = { capacity: 0, refillPerSecond: 0 }
    const { organizations, sts } = await serveCall('organizations', 'ListAccounts', () => ({}), {
      throttle: { sizes: { ListAccounts: none, GetCallerIdentity: none } },
    })
    // Even a full bucket of this size holds one token
    await organizations().send(new ListAccountsCommand({}))
    await sts().send(new GetCallerIdentityCommand({}))
    await expect(organizations().send(new ListAccountsCommand({}))).rejects.toMatchObject({
      name: 'TooManyRequestsException',
    })
    await expect(sts().send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: 'Throttling' })
  })
})

describe('sessions', () => {
  const RoleArn = `arn:aws:iam::${member}:role/amigraph-reader`

  it('act as the role, until they expire', async () => {
    const world = tinyWorld()
    const { sts, ec2, organizations, sandbox } = await serveCall('ec2', 'DescribeImages', () => ({}), { world })
    const { Credentials: got } = await sts().send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'sync' }))
    expect(got?.Expiration).toEqual(new Date('2026-03-01T13:00:00Z'))
    const key = sandbox.credentials.find(got?.AccessKeyId ?? '')
    expect(key).toMatchObject({ secretAccessKey: got?.SecretAccessKey, sessionToken: got?.SessionToken })
    if (!key) return
    expect(await sts({ key }).send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: member,
      Arn: `arn:aws:sts::${member}:assumed-role/amigraph-reader/sync`,
      UserId: expect.stringMatching(/^AROASANDBOX[0-9A-F]{10}:sync$/),
    })
    await ec2({ key }).send(describeImages)

    world.setTime(new Date('2026-03-01T13:00:00Z'))
    await expect(ec2({ key }).send(describeImages)).rejects.toMatchObject({
      name: 'RequestExpired',
      $metadata: { httpStatusCode: 400 },
    })
    await expect(sts({ key }).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'ExpiredToken',
      $metadata: { httpStatusCode: 403 },
    })
    await expect(organizations({ key }).send(new ListAccountsCommand({}))).rejects.toMatchObject({
      name: 'ExpiredTokenException',
    })
  })

  it('last as long as asked for, or as the sandbox was told', async () => {
    const { sts, sandbox } = await serve()
    const lasts = async (DurationSeconds?: number) => {
      const input = { RoleArn, RoleSessionName: 'sync', ...(DurationSeconds !== undefined && { DurationSeconds }) }
      const { Credentials: got } = await sts().send(new AssumeRoleCommand(input))
      return ((got?.Expiration?.getTime() ?? 0) - sandbox.world.now().getTime()) / 1000
    }
    expect(await lasts()).toBe(3600)
    expect(await lasts(900)).toBe(900)
    sandbox.credentials.setSessionSeconds(5)
    expect(await lasts(900)).toBe(5)
  })
})

describe('faults', () => {
  const images = () => ({ Images: [{ ImageId: 'ami-1' }] })

  it.each<[Fault['kind'], Fault, object]>([
    [
      'error',
      { kind: 'error', code: 'Unavailable', message: 'later', status: 503 },
      { name: 'Unavailable', message: 'later', $metadata: { httpStatusCode: 503 } },
    ],
    ['html500', { kind: 'html500' }, { $metadata: { httpStatusCode: 500 } }],
    ['truncatedXml', { kind: 'truncatedXml' }, { message: expect.stringContaining('XML parse error') }],
    ['reset', { kind: 'reset' }, { code: 'ECONNRESET' }],
  ])('%s', async (_kind, fault, error) => {
    const { ec2, sandbox } = await serveCall('ec2', 'DescribeImages', images)
    const remove = sandbox.faults.add({ operation: 'DescribeImages', fault })
    await expect(ec2().send(describeImages)).rejects.toMatchObject(error)
    remove()
    expect((await ec2().send(describeImages)).Images).toHaveLength(1)
  })

  it('html200 and wrongContentType', async () => {
    const { sandbox } = await serveCall('ec2', 'DescribeImages', images, {
      faults: [{ fault: { kind: 'html200' }, times: 1 }, { fault: { kind: 'wrongContentType' } }],
    })
    const post = () => signedFetch(sandbox, 'ec2', 'Action=DescribeImages&Version=2016-11-15')
    const html = await post()
    expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html'])
    expect(await html.text()).toContain('<h1>')
    const text = await post()
    expect([text.status, text.headers.get('content-type')]).toEqual([200, 'text/plain'])
    expect(await text.text()).toContain('<imageId>ami-1</imageId>')
  })

  it('hang, until the sandbox closes', async () => {
    const { sandbox, ec2 } = await serveCall('ec2', 'DescribeImages', images, { faults: [{ fault: { kind: 'hang' } }] })
    const sent = ec2().send(describeImages)
    const outcome = expect(sent).rejects.toThrow()
    await vi.waitUntil(() => sandbox.calls.total() === 1)
    await sandbox.close()
    await outcome
  })

  it('delay', async () => {
    const { ec2 } = await serveCall('ec2', 'DescribeImages', images, {
      latencyMs: 20,
      faults: [{ fault: { kind: 'delay', delayMs: 30 } }],
    })
    const start = performance.now()
    await ec2().send(describeImages)
    expect(performance.now() - start).toBeGreaterThanOrEqual(49)
  })

  it('come in the protocol of the service', async () => {
    const { sts, organizations } = await serve({
      faults: [{ fault: { kind: 'error', code: 'ServiceUnavailable', message: 'later', status: 503 } }],
    })
    const error = { name: 'ServiceUnavailable', message: 'later', $metadata: { httpStatusCode: 503 } }
    await expect(sts().send(new GetCallerIdentityCommand({}))).rejects.toMatchObject(error)
    await expect(organizations().send(new ListAccountsCommand({}))).rejects.toMatchObject(error)
  })
})
