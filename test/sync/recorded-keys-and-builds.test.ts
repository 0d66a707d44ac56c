/** A recording of KMS and Image Builder, through the sandbox and the real SDK: what comes out is what was recorded. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { loadWorld } from '../../src/sandbox/world/load.ts'
import { createSyncedSandbox } from '../support/synced-sandbox.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const owner = '111122223333'
const other = '444455556666'
const region = 'us-east-1'
const id = '1234abcd-12ab-34cd-56ef-1234567890ab'
const arn = `arn:aws:kms:${region}:${owner}:key/${id}`
const unrecorded = `arn:aws:kms:${region}:${owner}:key/0987dcba-09fe-87dc-65ba-ab0987654321`
const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Sid: 'as it was put', Effect: 'Allow' }] })
const builder = (resource: string) => `arn:aws:imagebuilder:${region}:${owner}:${resource}`
const build = builder('image/linux/1.0.0/3')

const image = (end: string, snapshot: string) => ({
  ...{
    ImageId: `ami-0000000000000000${end}`,
    OwnerId: owner,
    State: 'available',
    CreationDate: '2026-02-01T00:00:00Z',
  },
  BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId: snapshot, Encrypted: true, VolumeSize: 8 } }],
})
const images = [image('a', 'snap-0000000000000000a'), image('b', 'snap-0000000000000000b')]
const snapshot = (end: string, KmsKeyId: string) => ({
  ...{ SnapshotId: `snap-0000000000000000${end}`, OwnerId: owner, State: 'completed', Encrypted: true },
  ...{ KmsKeyId, VolumeSize: 8, StartTime: '2026-02-01T00:00:00Z' },
})

const files: Record<string, unknown> = {
  'describe-images.json': { Images: images },
  'describe-image-attribute.json': images.map(({ ImageId }) => ({ ImageId, LaunchPermissions: [{ UserId: other }] })),
  'describe-snapshots.json': { Snapshots: [snapshot('a', arn), snapshot('b', unrecorded)] },
  [`describe-key-${id}.json`]: {
    KeyMetadata: { Arn: arn, KeyManager: 'CUSTOMER', KeyState: 'Disabled', MultiRegion: true },
  },
  [`get-key-policy-${id}.json`]: { Policy: policy, PolicyName: 'default' },
  [`list-grants-${id}.json`]: {
    Grants: [
      {
        ...{ KeyId: arn, GrantId: 'a1b2c3', Name: 'ebs', GranteePrincipal: `arn:aws:iam::${other}:root` },
        ...{ Operations: ['Decrypt', 'CreateGrant'], CreationDate: '2026-02-03T04:05:06Z' },
        Constraints: { EncryptionContextSubset: { 'aws:ebs:id': 'vol-1' } },
      },
    ],
  },
  'list-image-pipelines.json': {
    imagePipelineList: [
      {
        ...{ arn: builder('image-pipeline/linux'), name: 'linux', status: 'DISABLED', platform: 'Linux' },
        ...{ schedule: { scheduleExpression: 'cron(0 0 * * ? *)' }, dateLastRun: '2026-02-01T00:00:00.000Z' },
      },
    ],
  },
  'list-images.json': { imageVersionList: [{ arn: builder('image/linux/1.0.0'), name: 'linux', type: 'AMI' }] },
  'list-image-build-versions-linux-1.0.0.json': {
    imageSummaryList: [
      {
        ...{ arn: build, name: 'linux', state: { status: 'AVAILABLE' }, osVersion: 'Amazon Linux 2023' },
        outputResources: { amis: [{ region, image: images[0]?.ImageId, accountId: owner }] },
      },
    ],
  },
  'get-image-linux-1.0.0-3.json': {
    image: {
      ...{ arn: build, sourcePipelineArn: builder('image-pipeline/linux'), sourcePipelineName: 'linux' },
      imageRecipe: { arn: builder('image-recipe/linux/1.0.0'), parentImage: 'ami-00000000000000bad' },
      distributionConfiguration: {
        distributions: [{ region: 'eu-west-1', amiDistributionConfiguration: { targetAccountIds: [other] } }],
      },
    },
  },
}

it('keys, grants, pipelines and builds come out as they were recorded, and what was not is a gap', async () => {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, owner, region, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, JSON.stringify(content))
  }
  const synced = await createSyncedSandbox({ world: loadWorld(folder) })
  onTestFinished(synced.close)
  await synced.sync()
  const rows = async (text: string) => (await synced.pool.query(text)).rows
  expect(
    await rows('select arn, manager, state, multi_region, policy from amigraph.kms_keys order by manager'),
  ).toEqual([
    { arn, manager: 'CUSTOMER', state: 'DISABLED', multi_region: true, policy },
    // What is named and was never read
    { arn: unrecorded, manager: null, state: null, multi_region: null, policy: null },
  ])
  expect(
    await rows('select grant_id, grantee_principal, operations, constraints, creation_date from amigraph.kms_grants'),
  ).toEqual([
    {
      ...{
        grant_id: 'a1b2c3',
        grantee_principal: `arn:aws:iam::${other}:root`,
        operations: ['CreateGrant', 'Decrypt'],
      },
      ...{ constraints: { EncryptionContextSubset: { 'aws:ebs:id': 'vol-1' } } },
      creation_date: new Date('2026-02-03T04:05:06Z'),
    },
  ])
  // The key that was not recorded is denied, not gone (R20).
  expect(await rows(`select distinct error_code from amigraph.kms_key_reads where name = '${unrecorded}'`)).toEqual([
    { error_code: 'AccessDeniedException' },
  ])
  expect(await rows('select name, status, schedule_expression, last_run_at from amigraph.image_pipelines')).toEqual([
    {
      ...{ name: 'linux', status: 'DISABLED', schedule_expression: 'cron(0 0 * * ? *)' },
      last_run_at: new Date('2026-02-01T00:00:00Z'),
    },
  ])
  expect(
    await rows('select arn, build, os_version, pipeline_name, parent_image, distributions from amigraph.image_builds'),
  ).toEqual([
    {
      ...{ arn: build, build: 3, os_version: 'Amazon Linux 2023', pipeline_name: 'linux' },
      parent_image: 'ami-00000000000000bad',
      distributions: [{ region: 'eu-west-1', accountIds: [other] }],
    },
  ])
  expect(await rows('select image_id from amigraph.image_build_outputs')).toEqual([{ image_id: images[0]?.ImageId }])
})
