import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallContext } from '../../../src/sandbox/call.ts'
import { ec2Calls } from '../../../src/sandbox/calls/ec2/calls.ts'
import { imagebuilderCalls } from '../../../src/sandbox/calls/imagebuilder/calls.ts'
import { kmsCalls } from '../../../src/sandbox/calls/kms/calls.ts'
import { organizationsCalls } from '../../../src/sandbox/calls/organizations/calls.ts'
import { loadWorld } from '../../../src/sandbox/world/load.ts'
import type { World } from '../../../src/sandbox/world/world.ts'
import { errorCode } from '../calls/stage.ts'

const owner = '111122223333'
const viewer = '444455556666'
const region = 'eu-west-1'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dump-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (path: string, content: unknown) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content))
}

const as = (world: World, accountId: string, name = region): CallContext => ({
  world,
  region: name,
  caller: { accountId, arn: '', userId: '' },
  now: world.now,
})

const image = {
  ImageId: 'ami-0000000000000000a',
  OwnerId: owner,
  State: 'available',
  Name: 'edge',
  CreationDate: '2026-02-01T00:00:00.000Z',
}

describe('what a file may look like', () => {
  const images = { Images: [image] }
  const files: [string, unknown][] = [
    ['describe-images.json', images],
    ['ec2-describe-images.json', images],
    ['ec2.DescribeImages_1.json', { status_code: 200, data: { ...images, ResponseMetadata: {} } }],
    ['describe-images-1.json', [{ Images: [] }, images]],
    ['describe-images.json', [{ command: 'aws ec2 describe-images', output: images }]],
  ]
  test.each(files)('%s %j', async (name, content) => {
    write(`${owner}/${region}/${name}`, content)
    const answer = await ec2Calls.DescribeImages({}, as(loadWorld(folder), owner))
    expect(answer.Images).toEqual([{ ...image, Public: false }])
  })

  test('several pages, errors among them, and files that are of no interest', async () => {
    write(`${owner}/${region}/ec2.DescribeImages_1.json`, { status_code: 200, data: images })
    write(`${owner}/${region}/ec2.DescribeImages_2.json`, {
      status_code: 200,
      data: { Images: [{ ...image, ImageId: 'ami-0000000000000000b' }] },
    })
    write(`${owner}/${region}/ec2.DescribeImages_10.json`, {
      status_code: 403,
      data: { Error: { Code: 'UnauthorizedOperation' } },
    })
    write(`${owner}/${region}/describe-volumes.json`, 'not even JSON')
    expect((await ec2Calls.DescribeImages({}, as(loadWorld(folder), owner))).Images).toHaveLength(2)
  })

  const dates: [string, unknown][] = [
    ['text', '2026-03-04T00:18:54+00:00'],
    [
      'what recorders write',
      { __class__: 'datetime', year: 2026, month: 3, day: 4, hour: 0, minute: 18, second: 54, microsecond: 0 },
    ],
    ['seconds', Date.UTC(2026, 2, 4, 0, 18, 54) / 1000],
  ]
  test.each(dates)('dates as %s', async (_name, LaunchTime) => {
    const Instances = [{ InstanceId: 'i-1', ImageId: 'ami-1', LaunchTime, State: { Code: 16, Name: 'running' } }]
    write(`${owner}/${region}/describe-instances.json`, { Reservations: [{ ReservationId: 'r-1', Instances }] })
    const { Reservations } = await ec2Calls.DescribeInstances({}, as(loadWorld(folder), owner))
    expect(Reservations?.[0]?.Instances?.[0]).toEqual({ ...Instances[0], LaunchTime: new Date('2026-03-04T00:18:54Z') })
  })
})

describe('what a bad dump is told', () => {
  const rows: [string, string, unknown, says: RegExp][] = [
    ['no JSON', `${owner}/${region}/describe-images.json`, '{', /describe-images\.json: not readable as JSON/],
    [
      'no object',
      `${owner}/${region}/describe-images.json`,
      '"x"',
      /describe-images\.json: an answer of AWS is a JSON object/,
    ],
    [
      'no list',
      `${owner}/${region}/describe-images.json`,
      { Images: 1 },
      /describe-images\.json: Images is not a list/,
    ],
    [
      'no ID',
      `${owner}/${region}/describe-images.json`,
      { Images: [{}] },
      /describe-images\.json: an item has no ImageId/,
    ],
    [
      'no date',
      `${owner}/${region}/describe-snapshots.json`,
      { Snapshots: [{ SnapshotId: 's', StartTime: 'soon' }] },
      /describe-snapshots\.json: "soon" is not a date/,
    ],
    [
      'a folder that is no account',
      `production/${region}/describe-images.json`,
      {},
      /production: folders are named by account/,
    ],
    ['a folder that is no Region', `${owner}/Ireland/describe-images.json`, {}, /Ireland: not the name of a Region/],
    ['no account', 'organizations/list-roots.json', {}, /there is no account folder/],
  ]
  test.each(rows)('%s', (_name, path, content, says) => {
    write(path, content)
    expect(() => loadWorld(folder)).toThrow(
      expect.objectContaining({ name: 'DumpError', code: 'BAD_DUMP', message: expect.stringMatching(says) }),
    )
  })

  test('a folder that is not there', () => {
    expect(() => loadWorld(join(folder, 'nowhere'))).toThrow(/nowhere: there is no such folder/)
  })
})

describe('what was not recorded is not known (R20)', () => {
  test('a call without a file is refused, not answered with nothing', async () => {
    write(`${owner}/${region}/describe-images.json`, { Images: [image] })
    const context = as(loadWorld(folder), owner)
    const refused = [
      () => ec2Calls.DescribeInstances({}, context),
      () => ec2Calls.DescribeSnapshots({}, context),
      () => ec2Calls.GetAllowedImagesSettings({}, context),
      () => ec2Calls.DescribeImageAttribute({ ImageId: image.ImageId, Attribute: 'launchPermission' }, context),
    ]
    for (const attempt of refused) expect(await errorCode(attempt)).toBe('UnauthorizedOperation')
  })

  test('only accounts with a folder have the role', () => {
    write(`${owner}/${region}/describe-images.json`, { Images: [] })
    write('organizations/list-accounts.json', { Accounts: [{ Id: viewer, Name: 'Viewer' }] })
    const world = loadWorld(folder, { roleName: 'reader', externalId: 'handshake' })
    expect(world.accounts.get(owner)?.roles).toEqual(new Map([['reader', { externalId: 'handshake' }]]))
    expect(world.accounts.get(viewer)?.roles).toEqual(new Map())
  })
})

describe('images', () => {
  test('launch permissions stay as recorded, malformed ones too', async () => {
    const LaunchPermissions = [
      { UserId: viewer },
      { OrganizationArn: 'arn:aws:organizations:112233445566:organization/o-xyz123abc' },
    ]
    write(`${owner}/${region}/describe-images.json`, { Images: [image] })
    write(`${owner}/${region}/describe-image-attribute-${image.ImageId}.json`, {
      ImageId: image.ImageId,
      LaunchPermissions,
    })
    const world = loadWorld(folder)
    const asked = { ImageId: image.ImageId, Attribute: 'launchPermission' as const }
    expect((await ec2Calls.DescribeImageAttribute(asked, as(world, owner))).LaunchPermissions).toEqual(
      LaunchPermissions,
    )
  })

  test('seen by several accounts: one image, each with its own tags (R10)', async () => {
    const seen = (Value: string) => ({ Images: [{ ...image, Tags: [{ Key: 'seen-by', Value }] }] })
    write(`${owner}/${region}/describe-images.json`, seen('owner'))
    write(`${viewer}/${region}/describe-images.json`, seen('viewer'))
    const world = loadWorld(folder)
    for (const [accountId, Value] of [
      [owner, 'owner'],
      [viewer, 'viewer'],
    ] as const) {
      const { Images } = await ec2Calls.DescribeImages({}, as(world, accountId))
      expect(Images?.map(item => item.Tags)).toEqual([[{ Key: 'seen-by', Value }]])
    }
  })

  test('a public image of somebody else is public', async () => {
    write(`${viewer}/${region}/describe-images.json`, { Images: [{ ...image, OwnerId: '999999999999', Public: true }] })
    const { Images } = await ec2Calls.DescribeImages({ ExecutableUsers: ['all'] }, as(loadWorld(folder), viewer))
    expect(Images).toMatchObject([{ ImageId: image.ImageId, Public: true }])
  })
})

describe('the organization', () => {
  beforeEach(() => {
    for (const accountId of [viewer, owner]) write(`${accountId}/${region}/describe-images.json`, { Images: [] })
  })

  test('without a recorded one: the accounts found, the first as management account', async () => {
    const world = loadWorld(folder)
    expect(world.organization.managementAccountId).toBe(owner)
    const { Accounts = [] } = await organizationsCalls.ListAccounts({}, as(world, owner))
    expect(Accounts.map(({ Id, State }) => [Id, State])).toEqual([
      [owner, 'ACTIVE'],
      [viewer, 'ACTIVE'],
    ])
  })

  test('as it was recorded', async () => {
    const Path = 'o-recorded00/r-reco/ou-reco-aaaaaaaa/'
    write('organizations/describe-organization.json', {
      Organization: {
        Id: 'o-recorded00',
        Arn: `arn:aws:organizations::${viewer}:organization/o-recorded00`,
        MasterAccountId: viewer,
      },
    })
    write('organizations/list-roots.json', { Roots: [{ Id: 'r-reco', Name: 'Root' }] })
    write('organizations/list-organizational-units-for-parent-r-reco.json', {
      OrganizationalUnits: [{ Id: 'ou-reco-aaaaaaaa', Name: 'Top' }],
    })
    write('organizations/list-organizational-units-for-parent-2.json', [
      {
        command: 'aws organizations list-organizational-units-for-parent --parent-id ou-reco-aaaaaaaa',
        output: { OrganizationalUnits: [{ Id: 'ou-reco-bbbbbbbb', Name: 'Below' }] },
      },
    ])
    write('organizations/list-accounts.json', {
      Accounts: [
        { Id: owner, Name: 'Owner', State: 'SUSPENDED', Paths: [`${Path}${owner}/`] },
        { Id: viewer, Name: 'Viewer', Status: 'ACTIVE', JoinedTimestamp: '2024-05-01T10:00:00+02:00' },
      ],
    })
    const { Accounts = [] } = await organizationsCalls.ListAccounts({}, as(loadWorld(folder), viewer))
    expect(Accounts).toMatchObject([
      { Id: owner, Name: 'Owner', State: 'SUSPENDED', Paths: [`${Path}${owner}/`] },
      { Id: viewer, JoinedTimestamp: new Date('2024-05-01T08:00:00Z') },
    ])
    const below = { ParentId: 'ou-reco-aaaaaaaa' }
    const { OrganizationalUnits } = await organizationsCalls.ListOrganizationalUnitsForParent(
      below,
      as(loadWorld(folder), viewer),
    )
    expect(OrganizationalUnits).toMatchObject([{ Id: 'ou-reco-bbbbbbbb', Path: `${Path}ou-reco-bbbbbbbb/` }])
  })

  test('Regions as recorded: those with a folder, and those that are enabled', async () => {
    write(`${owner}/describe-regions.json`, {
      Regions: [
        { RegionName: 'us-east-1', OptInStatus: 'opt-in-not-required' },
        { RegionName: 'eu-south-2', OptInStatus: 'not-opted-in' },
      ],
    })
    const { Regions = [] } = await ec2Calls.DescribeRegions({}, as(loadWorld(folder), owner))
    expect(Regions.map(({ RegionName }) => RegionName)).toEqual([region, 'us-east-1'])
  })
})

const recorded = resolve(import.meta.dirname, '../../../../shared/recorded')

describe.skipIf(!existsSync(recorded))('recorded accounts', () => {
  const place = (from: string, to: string) => {
    mkdirSync(dirname(join(folder, to)), { recursive: true })
    cpSync(join(recorded, from), join(folder, to))
  }

  test('recorded launch permissions of all four kinds, and instance image metadata', async () => {
    const account = '644160558196'
    for (const [from, to] of [
      ['test_ami_cross_accounts/ec2.DescribeImages_1.json', 'ec2.DescribeImages_1.json'],
      ['test_ami_cross_accounts/ec2.DescribeImageAttribute_1.json', 'ec2.DescribeImageAttribute_1.json'],
      ['test_ami_set_perms/ec2.DescribeImages_1.json', 'ec2.DescribeImages_2.json'],
      ['test_ami_set_perms/ec2.DescribeImageAttribute_1.json', 'ec2.DescribeImageAttribute_2.json'],
      [
        'test_ami_block_public_access_enabled/ec2.GetImageBlockPublicAccessState_1.json',
        'ec2.GetImageBlockPublicAccessState_1.json',
      ],
      ['ec2_image_metadata_filter/ec2.DescribeInstances_1.json', 'ec2.DescribeInstances_1.json'],
      [
        'ec2_image_metadata_filter/ec2.DescribeInstanceImageMetadata_1.json',
        'ec2.DescribeInstanceImageMetadata_1.json',
      ],
    ] as const)
      place(`cloud-custodian/${from}`, `${account}/us-east-1/${to}`)
    const context = as(loadWorld(folder), account, 'us-east-1')
    const { Images = [] } = await ec2Calls.DescribeImages({ Owners: ['self'] }, context)
    expect(Images.map(({ Name, Public }) => [Name, Public])).toEqual([
      ['my-image', true],
      ['c7n-test-ami', false],
    ])
    const asked = { ImageId: 'ami-03f9a84f3963d5028', Attribute: 'launchPermission' as const }
    const { LaunchPermissions } = await ec2Calls.DescribeImageAttribute(asked, context)
    expect(LaunchPermissions?.map(permission => Object.keys(permission)[0])).toEqual([
      'Group',
      'UserId',
      'UserId',
      'OrganizationArn',
      'OrganizationalUnitArn',
    ])
    const { InstanceImageMetadata = [] } = await ec2Calls.DescribeInstanceImageMetadata({}, context)
    expect(InstanceImageMetadata.some(({ ImageMetadata }) => ImageMetadata?.State === 'deregistered')).toBe(true)
    expect(InstanceImageMetadata.every(({ LaunchTime }) => LaunchTime instanceof Date)).toBe(true)
    const { Reservations = [] } = await ec2Calls.DescribeInstances({}, context)
    expect(Reservations.flatMap(({ Instances = [] }) => Instances).length).toBeGreaterThan(3)
  })

  test('a dump of one account, in its tool’s own file names', async () => {
    for (const name of ['ec2-describe-instances.json', 'ec2-describe-snapshots.json'])
      place(`cloudmapper/account-data/demo/us-east-1/${name}`, `${owner}/us-east-1/${name}`)
    place('cloudmapper/account-data/demo/describe-regions.json', `${owner}/describe-regions.json`)
    const world = loadWorld(folder)
    const context = as(world, owner, 'us-east-1')
    expect([...world.regions.keys()]).toEqual(['us-east-1'])
    const { Reservations = [] } = await ec2Calls.DescribeInstances({}, context)
    const instances = Reservations.flatMap(({ Instances = [] }) => Instances)
    expect(instances.length).toBeGreaterThan(0)
    expect(instances[0]?.LaunchTime).toBeInstanceOf(Date)
    expect((await ec2Calls.DescribeSnapshots({}, context)).Snapshots).toEqual([])
    expect(await errorCode(() => ec2Calls.DescribeImages({}, context))).toBe('UnauthorizedOperation')
  })

  test('the answers in the documentation of the CLI', async () => {
    for (const name of [
      'describe-images',
      'describe-instances',
      'describe-instance-image-metadata',
      'describe-snapshots',
      'describe-snapshot-attribute',
      'get-image-block-public-access-state',
      'get-snapshot-block-public-access-state',
    ])
      place(`aws-cli/ec2/${name}.json`, `123456789012/us-east-1/${name}.json`)
    place('aws-cli/ec2/describe-regions.json', '123456789012/describe-regions.json')
    const world = loadWorld(folder)
    const context = as(world, '123456789012', 'us-east-1')
    expect(world.regions.size).toBeGreaterThan(16)
    expect((await ec2Calls.DescribeImages({}, context)).Images).toMatchObject([
      { UsageOperation: 'RunInstances:0010', Public: true },
    ])
    expect((await ec2Calls.DescribeInstanceImageMetadata({}, context)).InstanceImageMetadata?.length).toBeGreaterThan(1)
    expect(await ec2Calls.GetSnapshotBlockPublicAccessState({}, context)).toMatchObject({ State: 'block-all-sharing' })
  })
})

describe('what is configured around images', () => {
  const place = `${owner}/${region}`
  const template = {
    LaunchTemplateId: 'lt-0000000000000000a',
    LaunchTemplateName: 'web',
    VersionNumber: 2,
    DefaultVersion: true,
    LaunchTemplateData: { ImageId: image.ImageId },
  }
  const reference = { ImageId: image.ImageId, ResourceType: 'ssm:Parameter', Arn: 'arn:aws:ssm:::parameter/golden' }
  const report = {
    ImageId: image.ImageId,
    ReportId: 'amiur-0000000000000000a',
    State: 'available',
    CreationTime: '2026-02-01T00:00:00.000Z',
    ExpirationTime: '2026-03-03T00:00:00.000Z',
  }
  const entry = {
    ReportId: report.ReportId,
    ImageId: image.ImageId,
    AccountId: viewer,
    ResourceType: 'ec2:Instance',
    UsageCount: 3,
  }
  const files: Record<string, unknown> = {
    'describe-launch-template-versions': { LaunchTemplateVersions: [template] },
    'describe-image-references': { ImageReferences: [reference] },
    'describe-fast-launch-images': { FastLaunchImages: [{ ImageId: image.ImageId, State: 'enabled' }] },
    'list-images-in-recycle-bin': { Images: [{ ImageId: 'ami-0000000000000000b', Name: 'gone' }] },
    'describe-instance-types': { InstanceTypes: [{ InstanceType: 'x9.large' }] },
    'describe-image-usage-reports': { ImageUsageReports: [report] },
    'describe-image-usage-report-entries': { ImageUsageReportEntries: [entry] },
  }
  const asked: [file: string, ask: (context: CallContext) => Promise<unknown> | unknown, answer: unknown][] = [
    [
      'describe-launch-template-versions',
      context => ec2Calls.DescribeLaunchTemplateVersions({ Versions: ['$Latest', '$Default'] }, context),
      { LaunchTemplateVersions: [{ LaunchTemplateId: template.LaunchTemplateId, VersionNumber: 2 }] },
    ],
    [
      'describe-image-references',
      context =>
        ec2Calls.DescribeImageReferences(
          { ImageIds: [image.ImageId], ResourceTypes: [{ ResourceType: 'ssm:Parameter' }] },
          context,
        ),
      { ImageReferences: [reference] },
    ],
    [
      'describe-fast-launch-images',
      context => ec2Calls.DescribeFastLaunchImages({}, context),
      { FastLaunchImages: [{ ImageId: image.ImageId, State: 'enabled' }] },
    ],
    [
      'list-images-in-recycle-bin',
      context => ec2Calls.ListImagesInRecycleBin({}, context),
      { Images: [{ ImageId: 'ami-0000000000000000b', Name: 'gone' }] },
    ],
    [
      'describe-instance-types',
      context => ec2Calls.DescribeInstanceTypes({}, context),
      { InstanceTypes: [{ InstanceType: 'x9.large' }] },
    ],
    [
      'describe-image-usage-reports',
      context => ec2Calls.DescribeImageUsageReports({}, context),
      { ImageUsageReports: [{ ReportId: report.ReportId, State: 'available' }] },
    ],
    [
      'describe-image-usage-report-entries',
      context => ec2Calls.DescribeImageUsageReportEntries({}, context),
      { ImageUsageReportEntries: [{ AccountId: viewer, UsageCount: 3 }] },
    ],
  ]
  test.each(asked)('%s', async (file, ask, answer) => {
    write(`${place}/describe-images.json`, { Images: [image] })
    expect(await errorCode(() => ask(as(loadWorld(folder), owner)))).toBe('UnauthorizedOperation')
    for (const [name, content] of Object.entries(files)) write(`${place}/${name}.json`, content)
    expect(await ask(as(loadWorld(folder), owner))).toMatchObject(answer as object)
    rmSync(join(folder, `${place}/${file}.json`))
    expect(await errorCode(() => ask(as(loadWorld(folder), owner)))).toBe('UnauthorizedOperation')
  })
})

describe('keys', () => {
  const place = `${owner}/${region}`
  const id = '1234abcd-12ab-34cd-56ef-1234567890ab'
  const arn = `arn:aws:kms:${region}:${owner}:key/${id}`
  const policy = '{"Version":"2012-10-17","Statement":[]}'
  const grant = {
    ...{ KeyId: arn, GrantId: 'a1b2', Name: 'ebs', GranteePrincipal: `arn:aws:iam::${viewer}:root` },
    ...{
      IssuingAccount: `arn:aws:iam::${owner}:root`,
      Operations: ['Decrypt'],
      CreationDate: '2026-02-01T01:00:00+01:00',
    },
  }
  const describeKey = (KeyId = arn, who = owner) => kmsCalls.DescribeKey({ KeyId }, as(loadWorld(folder), who))
  const getKeyPolicy = () => kmsCalls.GetKeyPolicy({ KeyId: arn }, as(loadWorld(folder), owner))
  const listGrants = () => kmsCalls.ListGrants({ KeyId: arn }, as(loadWorld(folder), owner))

  test('are what was recorded of them, and nothing is made up beside it', async () => {
    write(`${place}/describe-images.json`, { Images: [image] })
    // Of another service, though its name begins so
    write(`${place}/ec2-describe-key-pairs.json`, { KeyPairs: [{ KeyName: 'ops' }] })
    expect(await errorCode(describeKey)).toBe('AccessDeniedException')
    write(`${place}/describe-key-${id}.json`, {
      KeyMetadata: { Arn: arn, KeyManager: 'CUSTOMER', KeyState: 'PendingDeletion', MultiRegion: false },
    })
    expect(await describeKey()).toMatchObject({ KeyMetadata: { Arn: arn, KeyId: id, KeyState: 'PendingDeletion' } })
    expect(await describeKey(id)).toMatchObject({ KeyMetadata: { KeyManager: 'CUSTOMER' } })
    expect(await errorCode(() => describeKey(arn, viewer))).toBe('AccessDeniedException')
    // A key that was not recorded is not one that is gone (R20).
    expect(await errorCode(() => describeKey(arn.replace('1234abcd', '00000000')))).toBe('AccessDeniedException')
    expect(await errorCode(getKeyPolicy)).toBe('AccessDeniedException')
    expect(await errorCode(listGrants)).toBe('AccessDeniedException')
  })

  const named: [what: string, files: Record<string, unknown>][] = [
    [
      'by the names of files',
      {
        [`get-key-policy-${id}.json`]: { Policy: policy, PolicyName: 'default' },
        [`kms-list-grants-${id}_1.json`]: { Grants: [grant] },
      },
    ],
    [
      'by the command, and by what is in the answer',
      {
        'get-key-policy.json': {
          command: `aws kms get-key-policy --key-id ${arn} --policy-name default`,
          output: { Policy: policy },
        },
        'kms.ListGrants_1.json': { status_code: 200, data: { Grants: [grant] } },
      },
    ],
  ]
  test.each(named)('have policies and grants, told apart %s', async (_what, files) => {
    for (const [name, content] of Object.entries(files)) write(`${place}/${name}`, content)
    expect(await getKeyPolicy()).toEqual({ Policy: policy, PolicyName: 'default' })
    expect((await listGrants()).Grants).toEqual([
      {
        ...{ ...grant, CreationDate: new Date('2026-02-01T00:00:00Z') },
        ...{ RetiringPrincipal: undefined, Constraints: undefined },
      },
    ])
    expect(await errorCode(describeKey)).toBe('AccessDeniedException')
  })

  test('without grants, and of no key that can be told', async () => {
    write(`${place}/list-grants-${id}.json`, { Grants: [] })
    expect((await listGrants()).Grants).toEqual([])
    write(`${place}/get-key-policy.json`, { Policy: policy })
    expect(() => loadWorld(folder)).toThrow(/get-key-policy.json: the key that it is about/)
  })
})

describe('what Image Builder made', () => {
  const place = `${owner}/${region}`
  const arn = (resource: string) => `arn:aws:imagebuilder:${region}:${owner}:${resource}`
  const build = arn('image/linux/1.0.0/1')
  const pipeline = {
    arn: arn('image-pipeline/linux'),
    name: 'linux',
    status: 'ENABLED',
    dateLastRun: '2026-02-01T00:00:00Z',
  }
  const version = { arn: arn('image/linux/1.0.0'), name: 'linux', type: 'AMI', version: '1.0.0' }
  const summary = { arn: build, name: 'linux', outputResources: { amis: [{ region, image: image.ImageId }] } }
  const details = { arn: build, name: 'linux', sourcePipelineArn: pipeline.arn, imageRecipe: { parentImage: 'ami-1' } }
  const context = () => as(loadWorld(folder), owner)
  const getImage = (imageBuildVersionArn: string) => imagebuilderCalls.GetImage({ imageBuildVersionArn }, context())

  test('is what was recorded, and nothing else', async () => {
    write(`${place}/describe-images.json`, { Images: [image] })
    // Of other services, though their names begin so
    write(`${place}/list-images.json`, { imageIds: [{ imageTag: 'latest' }] })
    write(`${place}/get-image-ancestry-ami-1.json`, { ImageAncestryEntries: [] })
    const asked = [
      () => imagebuilderCalls.ListImagePipelines({}, context()),
      () => imagebuilderCalls.ListImages({ owner: 'Self' }, context()),
      () => imagebuilderCalls.ListImageBuildVersions({ imageVersionArn: version.arn }, context()),
      () => getImage(build),
    ]
    for (const ask of asked) expect(await errorCode(ask)).toBe('ForbiddenException')
    write(`${place}/list-image-pipelines.json`, { imagePipelineList: [pipeline] })
    write(`${place}/imagebuilder-list-images.json`, { imageVersionList: [version] })
    write(`${place}/list-image-build-versions-linux.json`, { imageSummaryList: [summary] })
    write(`${place}/get-image-linux-1.json`, { image: details })
    const answers = await Promise.all(asked.map(ask => ask()))
    expect(answers).toMatchObject([
      { imagePipelineList: [pipeline] },
      { imageVersionList: [version] },
      { imageSummaryList: [summary] },
      { image: details },
    ])
    // A build that was not recorded is not one that is gone (R20).
    expect(await errorCode(() => getImage(arn('image/linux/1.0.0/2')))).toBe('ForbiddenException')
  })
})
