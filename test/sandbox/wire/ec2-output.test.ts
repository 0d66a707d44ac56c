import {
  DescribeImagesCommand,
  type DescribeImagesResult,
  DescribeInstancesCommand,
  type DescribeInstancesResult,
  DescribeInstanceTypesCommand,
  type DescribeInstanceTypesResult,
  DescribeLaunchTemplateVersionsCommand,
  type DescribeLaunchTemplateVersionsResult,
  ModifyImageAttributeCommand,
} from '@aws-sdk/client-ec2'
import { expect, it } from 'vitest'
import { serveCall } from '../served.ts'
import { signedFetch } from '../signed-fetch.ts'

it('answers with images as deep as they get', async () => {
  const output: DescribeImagesResult = {
    NextToken: 'page=2&of="3"',
    Images: [
      {
        ImageId: 'ami-0123456789abcdef0',
        Name: 'golden <al2023> & "friends" \'quoted\' \u{1F98A}',
        Description: '',
        Public: false,
        EnaSupport: true,
        State: 'available',
        Architecture: 'arm64',
        CreationDate: '2026-02-03T04:05:06.000Z',
        ProductCodes: [
          { ProductCodeId: 'abc123', ProductCodeType: 'marketplace' },
          { ProductCodeId: 'def456', ProductCodeType: 'devpay' },
        ],
        BlockDeviceMappings: [
          {
            DeviceName: '/dev/xvda',
            Ebs: {
              DeleteOnTermination: true,
              Encrypted: true,
              Iops: 3000,
              KmsKeyId: 'arn:aws:kms:eu-west-1:111111111111:key/1',
              SnapshotId: 'snap-1',
              VolumeSize: 8,
              VolumeType: 'gp3',
            },
          },
          { DeviceName: '/dev/sdb', VirtualName: 'ephemeral0' },
        ],
        Tags: [
          { Key: 'Name', Value: 'x' },
          { Key: 'empty', Value: '' },
          { Key: 'line\nbreak', Value: 'tab\there\r\nand carriage return\r' },
          { Key: '日本語', Value: 'ümläut \u0085 \u2028 𝒜' },
        ],
        StateReason: { Code: 'Client.Error', Message: 'gone' },
      },
      { ImageId: 'ami-bare', BlockDeviceMappings: [], Tags: [] },
    ],
  }
  const { ec2 } = await serveCall('ec2', 'DescribeImages', () => output)
  const { $metadata, ...received } = await ec2().send(new DescribeImagesCommand({}))
  expect(received).toEqual(output)
  expect($metadata.httpStatusCode).toBe(200)
})

it('answers with instances and their dates', async () => {
  const output: DescribeInstancesResult = {
    Reservations: [
      {
        ReservationId: 'r-1',
        OwnerId: '111111111111',
        Instances: [
          {
            InstanceId: 'i-1',
            ImageId: 'ami-1',
            LaunchTime: new Date('2026-01-02T03:04:05.000Z'),
            State: { Code: 16, Name: 'running' },
            BlockDeviceMappings: [
              { DeviceName: '/dev/xvda', Ebs: { AttachTime: new Date('2026-01-02T03:04:06.789Z'), VolumeId: 'vol-1' } },
            ],
            ProductCodes: [{ ProductCodeId: 'abc', ProductCodeType: 'marketplace' }],
            CpuOptions: { CoreCount: 2, ThreadsPerCore: 1 },
            Placement: { AvailabilityZone: 'eu-west-1a' },
            Tags: [{ Key: 'a', Value: 'b' }],
          },
          { InstanceId: 'i-2' },
        ],
      },
    ],
  }
  const { ec2 } = await serveCall('ec2', 'DescribeInstances', () => output)
  const { $metadata: _, ...received } = await ec2().send(new DescribeInstancesCommand({}))
  expect(received).toEqual(output)
})

it('answers with numbers, lists of words and launch templates', async () => {
  const types: DescribeInstanceTypesResult = {
    InstanceTypes: [
      {
        InstanceType: 'm7g.large',
        SupportedBootModes: ['uefi'],
        ProcessorInfo: { SupportedArchitectures: ['arm64'], SustainedClockSpeedInGhz: 2.6 },
        MemoryInfo: { SizeInMiB: 8192 },
      },
    ],
  }
  const { ec2 } = await serveCall('ec2', 'DescribeInstanceTypes', () => types)
  expect((await ec2().send(new DescribeInstanceTypesCommand({}))).InstanceTypes).toEqual(types.InstanceTypes)

  const versions: DescribeLaunchTemplateVersionsResult = {
    LaunchTemplateVersions: [
      {
        LaunchTemplateId: 'lt-1',
        VersionNumber: 3,
        DefaultVersion: true,
        CreateTime: new Date('2025-05-05T05:05:05.000Z'),
        LaunchTemplateData: { ImageId: 'resolve:ssm:/golden', InstanceType: 't3.micro', UserData: 'c2g=' },
      },
    ],
  }
  const other = await serveCall('ec2', 'DescribeLaunchTemplateVersions', () => versions)
  expect((await other.ec2().send(new DescribeLaunchTemplateVersionsCommand({}))).LaunchTemplateVersions).toEqual(
    versions.LaunchTemplateVersions,
  )
})

it('replaces what XML cannot hold, so that the rest of the answer stays readable', async () => {
  const Images = [
    { ImageId: 'ami-1', Name: 'bell \u0007, null \u0000, half a pair \ud83e, \uffff' },
    { ImageId: 'ami-2' },
  ]
  const { ec2 } = await serveCall('ec2', 'DescribeImages', () => ({ Images }))
  expect((await ec2().send(new DescribeImagesCommand({}))).Images).toEqual([
    { ImageId: 'ami-1', Name: 'bell \ufffd, null \ufffd, half a pair \ufffd, \ufffd' },
    { ImageId: 'ami-2' },
  ])
})

it('answers calls that return nothing', async () => {
  const { ec2 } = await serveCall('ec2', 'ModifyImageAttribute', () => undefined)
  const { $metadata } = await ec2().send(new ModifyImageAttributeCommand({ ImageId: 'ami-1' }))
  expect($metadata.httpStatusCode).toBe(200)
})

it('writes the elements that EC2 writes', async () => {
  const { sandbox } = await serveCall('ec2', 'DescribeImages', () => ({ Images: [{ ImageId: 'ami-1' }] }))
  const response = await signedFetch(sandbox, 'ec2', 'Action=DescribeImages&Version=2016-11-15')
  expect(response.headers.get('content-type')).toBe('text/xml;charset=UTF-8')
  expect((await response.text()).replace(/<requestId>[0-9a-f-]{36}</, '<requestId><')).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<DescribeImagesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId></requestId>' +
      '<imagesSet><item><imageId>ami-1</imageId></item></imagesSet></DescribeImagesResponse>',
  )
})
