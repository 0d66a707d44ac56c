import {
  DescribeImageAttributeCommand,
  DescribeImagesCommand,
  type DescribeImagesCommandInput,
  DescribeSnapshotsCommand,
  EnableImageDeprecationCommand,
  ImportKeyPairCommand,
  ModifyImageAttributeCommand,
  type ModifyImageAttributeCommandInput,
  RegisterImageCommand,
  type RegisterImageCommandInput,
  ReplaceImageCriteriaInAllowedImagesSettingsCommand,
} from '@aws-sdk/client-ec2'
import { describe, expect, it } from 'vitest'
import { serveCall } from '../served.ts'
import { signedFetch } from '../signed-fetch.ts'

describe('from the SDK', () => {
  it('reads lists, filters and paging', async () => {
    const input: DescribeImagesCommandInput = {
      Owners: ['self', 'amazon'],
      ExecutableUsers: ['self'],
      ImageIds: Array.from({ length: 12 }, (_, index) => `ami-${index}`),
      IncludeDeprecated: true,
      IncludeDisabled: false,
      MaxResults: 1000,
      NextToken: 'a+b/c=&d e',
      Filters: [
        { Name: 'tag:Name', Values: ['a,b', 'c&d=e', '日本 \u{1F98A}', ''] },
        { Name: 'state', Values: ['available'] },
      ],
    }
    const { ec2, inputs } = await serveCall('ec2', 'DescribeImages', () => ({}))
    await ec2().send(new DescribeImagesCommand(input))
    await ec2().send(new DescribeImagesCommand({}))
    expect(inputs).toEqual([input, {}])
  })

  it('reads nested structures', async () => {
    const input: ModifyImageAttributeCommandInput = {
      ImageId: 'ami-1',
      Attribute: 'launchPermission',
      OperationType: 'add',
      UserIds: ['222222222222'],
      OrganizationArns: ['arn:aws:organizations::1:organization/o-1'],
      LaunchPermission: {
        Add: [{ UserId: '222222222222' }, { Group: 'all' }, { OrganizationalUnitArn: 'arn:ou' }],
        Remove: [{ OrganizationArn: 'arn:o' }],
      },
      Description: { Value: 'new' },
    }
    const { ec2, inputs } = await serveCall('ec2', 'ModifyImageAttribute', () => undefined)
    await ec2().send(new ModifyImageAttributeCommand(input))
    expect(inputs).toEqual([input])
  })

  it('reads block devices and tag specifications', async () => {
    const input: RegisterImageCommandInput = {
      Name: 'made',
      Architecture: 'x86_64',
      EnaSupport: true,
      BillingProducts: ['bp-1'],
      BlockDeviceMappings: [
        { DeviceName: '/dev/xvda', Ebs: { SnapshotId: 'snap-1', VolumeSize: 8, DeleteOnTermination: false } },
        { DeviceName: '/dev/sdb', NoDevice: '' },
      ],
      TagSpecifications: [
        {
          ResourceType: 'image',
          Tags: [
            { Key: 'k', Value: '' },
            { Key: 'l', Value: 'v' },
          ],
        },
      ],
    }
    const { ec2, inputs } = await serveCall('ec2', 'RegisterImage', () => ({}))
    await ec2().send(new RegisterImageCommand(input))
    expect(inputs).toEqual([input])
  })

  it('reads dates, blobs and lists in lists', async () => {
    const deprecation = { ImageId: 'ami-1', DeprecateAt: new Date('2027-01-02T03:04:05.000Z') }
    const dates = await serveCall('ec2', 'EnableImageDeprecation', () => ({ Return: true }))
    await dates.ec2().send(new EnableImageDeprecationCommand(deprecation))
    expect(dates.inputs).toEqual([deprecation])

    const keyPair = { KeyName: 'k', PublicKeyMaterial: new Uint8Array([0, 255, 43, 47, 61]) }
    const blobs = await serveCall('ec2', 'ImportKeyPair', () => ({}))
    await blobs.ec2().send(new ImportKeyPairCommand(keyPair))
    expect(blobs.inputs).toEqual([keyPair])

    const criteria = {
      ImageCriteria: [
        { ImageProviders: ['amazon', '111111111111'], ImageNames: ['al2023-*'] },
        { ImageProviders: ['none'], CreationDateCondition: { MaximumDaysSinceCreated: 30 } },
      ],
    }
    const lists = await serveCall('ec2', 'ReplaceImageCriteriaInAllowedImagesSettings', () => ({ ReturnValue: true }))
    await lists.ec2().send(new ReplaceImageCriteriaInAllowedImagesSettingsCommand(criteria))
    expect(lists.inputs).toEqual([criteria])
  })

  it('says what is missing', async () => {
    const { ec2, inputs } = await serveCall('ec2', 'DescribeImageAttribute', () => ({}))
    await expect(ec2().send(new DescribeImageAttributeCommand({ ImageId: 'ami-1' } as never))).rejects.toMatchObject({
      name: 'MissingParameter',
      message: 'The request must contain the parameter Attribute',
      $metadata: { httpStatusCode: 400 },
    })
    expect(inputs).toEqual([])
  })

  it('refuses text that no answer could hold', async () => {
    const { ec2 } = await serveCall('ec2', 'DescribeSnapshots', () => ({}))
    await expect(ec2().send(new DescribeSnapshotsCommand({ SnapshotIds: ['snap-\u0001'] }))).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    })
  })

  it('answers dry runs', async () => {
    const { ec2, inputs } = await serveCall('ec2', 'DescribeImages', () => ({}))
    await expect(ec2().send(new DescribeImagesCommand({ DryRun: true }))).rejects.toMatchObject({
      name: 'DryRunOperation',
      $metadata: { httpStatusCode: 412 },
    })
    expect(inputs).toEqual([])
  })
})

describe('from other clients', () => {
  const images = 'Action=DescribeImages&Version=2016-11-15'

  // What botocore sends for `aws ec2 describe-images` with each option
  it.each([
    ['&Owner.1=self&Owner.2=amazon', { Owners: ['self', 'amazon'] }],
    ['&ExecutableBy.1=self', { ExecutableUsers: ['self'] }],
    ['&ImageId.1=ami-1&ImageId.2=ami-2', { ImageIds: ['ami-1', 'ami-2'] }],
    ['&MaxResults=5&NextToken=abc', { MaxResults: 5, NextToken: 'abc' }],
    ['&IncludeDeprecated=true&DryRun=false', { IncludeDeprecated: true, DryRun: false }],
    [
      '&Filter.1.Name=state&Filter.1.Value.1=available&Filter.2.Name=name&Filter.2.Value.1=a%2Cb&Filter.2.Value.2=c+d',
      {
        Filters: [
          { Name: 'state', Values: ['available'] },
          { Name: 'name', Values: ['a,b', 'c d'] },
        ],
      },
    ],
    // Numbers need not be consecutive nor in order
    ['&Owner.10=c&Owner.2=b&Owner.1=a', { Owners: ['a', 'b', 'c'] }],
  ])('reads %s', async (form, input) => {
    const { sandbox, inputs } = await serveCall('ec2', 'DescribeImages', () => ({}))
    const response = await signedFetch(sandbox, 'ec2', images + form)
    expect(response.status).toBe(200)
    expect(inputs).toEqual([input])
  })

  it('reads a query string too', async () => {
    const { sandbox, inputs } = await serveCall('ec2', 'DescribeImages', () => ({}))
    await signedFetch(sandbox, 'ec2', '', { method: 'GET', query: `${images}&Owner.1=self` })
    expect(inputs).toEqual([{ Owners: ['self'] }])
  })

  it.each([
    ['&MaxResults=many', 'InvalidParameterValue', 'Value (many) for parameter MaxResults is invalid.'],
    [
      '&IncludeDeprecated=perhaps',
      'InvalidParameterValue',
      'Value (perhaps) for parameter IncludeDeprecated is invalid.',
    ],
    ['&Owners.1=self', 'UnknownParameter', 'The parameter Owners is not recognized'],
    ['&Filter.1.Nome=x', 'UnknownParameter', 'The parameter Filter.1.Nome is not recognized'],
    ['&__proto__.x=1', 'UnknownParameter', 'The parameter __proto__ is not recognized'],
  ])('refuses %s', async (form, code, message) => {
    const { sandbox } = await serveCall('ec2', 'DescribeImages', () => ({}))
    const response = await signedFetch(sandbox, 'ec2', images + form)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(`<Code>${code}</Code><Message>${message}</Message>`)
  })
})
