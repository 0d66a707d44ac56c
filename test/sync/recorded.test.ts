import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Image, Instance, LaunchPermission } from '@aws-sdk/client-ec2'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { loadWorld } from '../../src/sandbox/world/load.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../support/synced-sandbox.ts'

// Answers that AWS really gave, served through the loader, read by the real SDK and asked for through the API: what
// comes out is compared with the files.
const recorded = resolve(import.meta.dirname, '../../../shared/recorded')
const region = 'us-east-1'
const custodian = '644160558196'
const demo = '111111111111'

const files: readonly [account: string, source: string, name: string][] = [
  [custodian, 'cloud-custodian/test_ami_cross_accounts/ec2.DescribeImages_1.json', 'ec2.DescribeImages_1.json'],
  [custodian, 'cloud-custodian/test_ami_set_perms/ec2.DescribeImages_1.json', 'ec2.DescribeImages_2.json'],
  [
    custodian,
    'cloud-custodian/test_ami_cross_accounts/ec2.DescribeImageAttribute_1.json',
    'ec2.DescribeImageAttribute_1.json',
  ],
  [
    custodian,
    'cloud-custodian/test_ami_set_perms/ec2.DescribeImageAttribute_1.json',
    'ec2.DescribeImageAttribute_2.json',
  ],
  [custodian, 'cloud-custodian/ec2_image_metadata_filter/ec2.DescribeInstances_1.json', 'ec2.DescribeInstances_1.json'],
  [
    custodian,
    'cloud-custodian/test_network_interface_detach/ec2.DescribeInstances_1.json',
    'ec2.DescribeInstances_2.json',
  ],
  [
    custodian,
    'cloud-custodian/ec2_image_metadata_filter/ec2.DescribeInstanceImageMetadata_1.json',
    'ec2.DescribeInstanceImageMetadata_1.json',
  ],
  [demo, 'cloudmapper/account-data/demo/us-east-1/ec2-describe-instances.json', 'ec2-describe-instances.json'],
]

// biome-ignore lint/suspicious/noExplicitAny: recorded files have many shapes
const read = (source: string): any => {
  const content = JSON.parse(readFileSync(join(recorded, source), 'utf8'))
  return content.data ?? content
}
const instancesOf = (...sources: string[]): Instance[] =>
  sources.flatMap(source => read(source).Reservations).flatMap(reservation => reservation.Instances)

describe.skipIf(!existsSync(recorded))('recorded accounts', () => {
  let folder: string
  let synced: SyncedSandbox
  let api: TestApi

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'amigraph-recorded-'))
    for (const [account, source, name] of files) {
      const target = join(folder, account, region, name)
      mkdirSync(dirname(target), { recursive: true })
      cpSync(join(recorded, source), target)
    }
    synced = await createSyncedSandbox({ world: loadWorld(folder) })
    await synced.sync()
    api = await createTestApi(synced.pool)
  })
  afterAll(async () => {
    await api?.stop()
    await synced?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('has every recorded image of the account, with what was recorded of it', async () => {
    const images: Image[] = files
      .filter(([, source]) => source.includes('DescribeImages_'))
      .flatMap(([, source]) => read(source).Images)
    const { data, errors } = await api.query(
      `query ($owner: AccountId!) { images(filter: { owner: { eq: $owner } state: { eq: AVAILABLE } }, first: 100) {
         totalCount
         nodes { imageId region name description state architecture creationDate usageOperation
                 rootDeviceName owner { accountId } blockDevices { deviceName snapshotId volumeSizeGiB encrypted } } } }`,
      { owner: custodian },
    )
    if (!data) throw new Error(JSON.stringify(errors))
    const own = data.images.nodes.filter((node: { imageId: string }) =>
      images.some(({ ImageId }) => ImageId === node.imageId),
    )
    const byId = (a: { imageId?: string | undefined }, b: { imageId?: string | undefined }) =>
      String(a.imageId) < String(b.imageId) ? -1 : 1
    expect(own.sort(byId)).toEqual(
      images
        .map(image => ({
          imageId: image.ImageId,
          region,
          name: image.Name,
          description: image.Description || null,
          state: 'AVAILABLE',
          architecture: image.Architecture?.toUpperCase(),
          creationDate: image.CreationDate,
          usageOperation: image.UsageOperation ?? null,
          rootDeviceName: image.RootDeviceName,
          owner: { accountId: custodian },
          blockDevices: image.BlockDeviceMappings?.map(device => ({
            deviceName: device.DeviceName,
            snapshotId: device.Ebs?.SnapshotId,
            volumeSizeGiB: device.Ebs?.VolumeSize,
            encrypted: device.Ebs?.Encrypted,
          })),
        }))
        .sort(byId),
    )
  })

  it.each(files.filter(([, source]) => source.includes('DescribeImageAttribute')).map(([, source]) => source))(
    'gives the launch permissions of %s as they were recorded',
    async source => {
      const { ImageId, LaunchPermissions } = read(source) as { ImageId: string; LaunchPermissions: LaunchPermission[] }
      const { data } = await api.query(
        `query ($imageId: ID!) { image(imageId: $imageId) { visibility launchPermissions { kind grantee status } } }`,
        { imageId: ImageId },
      )
      const expected = LaunchPermissions.map(({ UserId, Group, OrganizationArn, OrganizationalUnitArn }) => {
        if (Group) return `PUBLIC ${Group}`
        if (UserId) return `ACCOUNT ${UserId}`
        return OrganizationArn ? `ORGANIZATION ${OrganizationArn}` : `ORGANIZATIONAL_UNIT ${OrganizationalUnitArn}`
      })
      const given: { kind: string; grantee: string; status: string }[] = data.image.launchPermissions
      expect(given.map(({ kind, grantee }) => `${kind} ${grantee}`).sort()).toEqual(expected.sort())
      // Nobody but the public is of the organization that the two recorded accounts make.
      for (const { kind, status } of given) expect(status).toBe(kind === 'PUBLIC' ? 'ACTIVE' : 'OUTSIDE_ORGANIZATION')
      const everybody = expected.includes('PUBLIC all')
      expect(data.image.visibility).toBe(everybody ? 'PUBLIC' : 'SHARED')
    },
  )

  it('has every recorded instance with its image', async () => {
    const sources = files.filter(([, source]) => source.includes('nstances'))
    for (const accountId of [custodian, demo]) {
      const recordedInstances = instancesOf(
        ...sources.filter(([account]) => account === accountId).map(([, source]) => source),
      )
      const { data } = await api.query(
        `query ($accountId: AccountId!) { instances(filter: { account: { eq: $accountId } }, first: 1000) {
           totalCount nodes { instanceId instanceType state imageId launchTime } } }`,
        { accountId },
      )
      expect(data.instances.totalCount).toBe(recordedInstances.length)
      const byId = (a: { instanceId?: string | undefined }, b: { instanceId?: string | undefined }) =>
        String(a.instanceId) < String(b.instanceId) ? -1 : 1
      expect(data.instances.nodes.sort(byId)).toEqual(
        recordedInstances
          .map(instance => ({
            instanceId: instance.InstanceId,
            instanceType: instance.InstanceType,
            state: instance.State?.Name?.toUpperCase().replace('-', '_'),
            imageId: instance.ImageId,
            launchTime: recordedDate(instance.LaunchTime),
          }))
          .sort(byId),
      )
    }
  })

  it('tells of the images behind instances by what the instances say, gone ones too', async () => {
    const metadata = read('cloud-custodian/ec2_image_metadata_filter/ec2.DescribeInstanceImageMetadata_1.json')
    for (const { ImageMetadata } of metadata.InstanceImageMetadata) {
      const { data } = await api.query(
        `query ($imageId: ID!) { image(imageId: $imageId) { name state ownerAlias deprecationTime } }`,
        { imageId: ImageMetadata.ImageId },
      )
      expect(data.image).toEqual({
        name: ImageMetadata.Name,
        state: ImageMetadata.State.toUpperCase(),
        ownerAlias: ImageMetadata.ImageOwnerAlias === 'amazon' ? 'amazon' : null,
        deprecationTime: ImageMetadata.DeprecationTime ? new Date(ImageMetadata.DeprecationTime).toISOString() : null,
      })
    }
  })

  it('says what was not recorded instead of taking it for empty', async () => {
    const { data } = await api.query(
      `{ coverage(filter: { status: { in: [DENIED] } }, first: 100) { nodes { account { accountId } kind error { code } } } }`,
    )
    const gaps = data.coverage.nodes.map(
      (node: { account: { accountId: string }; kind: string; error: { code: string } }) =>
        `${node.account.accountId} ${node.kind} ${node.error.code}`,
    )
    expect(gaps).toContain(`${demo} IMAGES_OWNED UnauthorizedOperation`)
    expect(gaps).toContain(`${custodian} SNAPSHOTS UnauthorizedOperation`)
  })
})

// Recorders write dates as the parts of Python's datetime, the CLI as text.
function recordedDate(given: unknown): string {
  if (typeof given === 'string') return new Date(given).toISOString()
  const { year, month, day, hour, minute, second, microsecond } = given as Record<string, number>
  return new Date(
    Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second, (microsecond ?? 0) / 1000),
  ).toISOString()
}

describe.skipIf(!existsSync(join(recorded, 'aws-cli')))('recorded answers of the AWS CLI', () => {
  it('of what is configured around images come out as they were recorded', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'amigraph-recorded-'))
    const names = [
      'describe-fast-launch-images',
      'describe-launch-template-versions',
      'list-images-in-recycle-bin',
      'get-image-block-public-access-state',
      'get-snapshot-block-public-access-state',
    ]
    mkdirSync(join(folder, demo, region), { recursive: true })
    for (const name of names)
      cpSync(join(recorded, `aws-cli/ec2/${name}.json`), join(folder, demo, region, `${name}.json`))
    const synced = await createSyncedSandbox({ world: loadWorld(folder) })
    onTestFinished(async () => {
      await synced.close()
      rmSync(folder, { recursive: true, force: true })
    })
    await synced.sync()
    // biome-ignore lint/suspicious/noExplicitAny: recorded files have many shapes
    const outputs = (name: string): any[] => read(`aws-cli/ec2/${name}.json`).map(({ output }: any) => output)
    const rows = async (text: string) => (await synced.pool.query(text)).rows
    expect(await rows('select image_id, state from amigraph.fast_launch_images order by 1')).toEqual(
      outputs('describe-fast-launch-images')
        .flatMap(({ FastLaunchImages }) => FastLaunchImages)
        .map(({ ImageId, State }) => ({ image_id: ImageId, state: State.toUpperCase() })),
    )
    expect(await rows('select image_id, name, exit_time from amigraph.recycle_bin_images order by 1')).toEqual(
      outputs('list-images-in-recycle-bin')
        .flatMap(({ Images }) => Images)
        .map(({ ImageId, Name, RecycleBinExitTime }) => ({
          image_id: ImageId,
          name: Name,
          exit_time: new Date(RecycleBinExitTime),
        })),
    )
    const versions = outputs('describe-launch-template-versions').flatMap(
      ({ LaunchTemplateVersions = [] }) => LaunchTemplateVersions,
    )
    const known = await rows(
      'select launch_template_id, version_number, image_id from amigraph.launch_template_versions order by 1, 2',
    )
    expect(known.length).toBeGreaterThan(0)
    for (const row of known)
      expect(
        versions.filter(
          version =>
            version.LaunchTemplateId === row.launch_template_id &&
            String(version.VersionNumber) === String(row.version_number),
        )[0]?.LaunchTemplateData?.ImageId ?? null,
      ).toBe(row.image_id)
    expect(await rows('select resource, state from amigraph.block_public_access order by 1')).toEqual([
      { resource: 'IMAGE', state: 'BLOCK_NEW_SHARING' },
      { resource: 'SNAPSHOT', state: 'BLOCK_ALL_SHARING' },
    ])
  })
})
