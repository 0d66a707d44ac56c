import {
  DescribeImagesCommand,
  type DescribeImagesCommandInput,
  type EC2Client,
  type Image as Ec2Image,
  type InstanceTypeItem,
} from '@aws-sdk/client-ec2'
import type { BlockDevice, Image, SeenImage } from '../../domain/facts.ts'
import { spell } from '../../domain/vocabulary.ts'
import { pages } from '../pages.ts'
import { readDate } from './read-date.ts'
import { readProductCodes } from './read-product-codes.ts'
import { readTags } from './read-tags.ts'
import { readWatermarks } from './read-watermarks.ts'

/** MaxResults at its largest (ec2 API Reference, DescribeImages). */
const pageSize = 1_000
/** Values that one filter takes. */
export const imageIdsPerCall = 200

/** Owners=self with deprecated and disabled ones: every image of the account in the client's Region (R4, R5). */
export function describeOwnImages(ec2: EC2Client, region: string): AsyncGenerator<SeenImage[]> {
  return describe(ec2, region, { Owners: ['self'] })
}

/** ExecutableUsers=self: what others share with the account, through its organization and OUs too (R6). */
export function describeSharedImages(ec2: EC2Client, region: string): AsyncGenerator<SeenImage[]> {
  return describe(ec2, region, { ExecutableUsers: ['self'] })
}

/** Images by ID, at most `imageIdsPerCall`; those that the account cannot see are left out without an error. */
export function describeImagesById(
  ec2: EC2Client,
  region: string,
  imageIds: readonly string[],
): AsyncGenerator<SeenImage[]> {
  return describe(ec2, region, { Filters: [{ Name: 'image-id', Values: [...imageIds] }] })
}

async function* describe(
  ec2: EC2Client,
  region: string,
  which: DescribeImagesCommandInput,
): AsyncGenerator<SeenImage[]> {
  const listing = pages(NextToken =>
    ec2.send(
      new DescribeImagesCommand({
        ...which,
        IncludeDeprecated: true,
        IncludeDisabled: true,
        MaxResults: pageSize,
        NextToken,
      }),
    ),
  )
  for await (const { Images = [] } of listing)
    yield Images.flatMap(image => {
      const read = readImage(region, image)
      return read === null ? [] : [{ image: read, tags: readTags(image.Tags) }]
    })
}

/** SDK shape → domain shape. Null for an entry without an ID: there is nothing to know it by. */
export function readImage(region: string, image: Ec2Image): Image | null {
  if (!image.ImageId) return null
  return {
    region,
    imageId: image.ImageId,
    ownerAccountId: image.OwnerId ?? null,
    ownerAlias: image.ImageOwnerAlias ?? null,
    name: image.Name ?? null,
    description: image.Description || null,
    state: spell('imageState', image.State) ?? 'OTHER',
    stateReason: image.StateReason?.Message ?? null,
    isPublic: image.Public ?? false,
    imageType: spell('imageType', image.ImageType),
    architecture: spell('architecture', image.Architecture),
    platform: spell('platform', image.Platform),
    platformDetails: image.PlatformDetails ?? null,
    usageOperation: image.UsageOperation ?? null,
    bootMode: spell('bootMode', image.BootMode),
    tpmSupport: image.TpmSupport ?? null,
    imdsSupport: image.ImdsSupport ?? null,
    virtualizationType: spell('virtualizationType', image.VirtualizationType),
    hypervisor: spell('hypervisor', image.Hypervisor),
    enaSupport: image.EnaSupport ?? null,
    sriovNetSupport: image.SriovNetSupport ?? null,
    rootDeviceType: spell('rootDeviceType', image.RootDeviceType),
    rootDeviceName: image.RootDeviceName ?? null,
    imageLocation: image.ImageLocation ?? null,
    kernelId: image.KernelId ?? null,
    ramdiskId: image.RamdiskId ?? null,
    creationDate: readDate(image.CreationDate),
    deprecationTime: readDate(image.DeprecationTime),
    lastLaunchedTime: readDate(image.LastLaunchedTime),
    deregistrationProtection: image.DeregistrationProtection ?? null,
    sourceImageId: image.SourceImageId ?? null,
    sourceImageRegion: image.SourceImageRegion ?? null,
    sourceInstanceId: image.SourceInstanceId ?? null,
    supportedInstanceTypes: readTypes(image.InstanceTypeSpecification?.SupportedInstanceTypes),
    unsupportedInstanceTypes: readTypes(image.InstanceTypeSpecification?.UnsupportedInstanceTypes),
    blockDevices: (image.BlockDeviceMappings ?? []).map(readBlockDevice),
    productCodes: readProductCodes(image.ProductCodes),
    watermarks: readWatermarks(image.ImageWatermarks),
  }
}

/** Sorted, so that an unchanged set stays one; an empty list says nothing. */
function readTypes(given: readonly InstanceTypeItem[] = []): string[] | null {
  const types = given.flatMap(({ InstanceType }) => InstanceType ?? []).sort()
  return types.length === 0 ? null : types
}

function readBlockDevice(mapping: NonNullable<Ec2Image['BlockDeviceMappings']>[number]): BlockDevice {
  return {
    deviceName: mapping.DeviceName ?? '',
    snapshotId: mapping.Ebs?.SnapshotId ?? null,
    volumeSizeGib: mapping.Ebs?.VolumeSize ?? null,
    volumeType: mapping.Ebs?.VolumeType ?? null,
    iops: mapping.Ebs?.Iops ?? null,
    throughputMib: mapping.Ebs?.Throughput ?? null,
    encrypted: mapping.Ebs?.Encrypted ?? null,
    kmsKeyId: mapping.Ebs?.KmsKeyId ?? null,
    deleteOnTermination: mapping.Ebs?.DeleteOnTermination ?? null,
    virtualName: mapping.VirtualName ?? null,
    suppressed: mapping.NoDevice !== undefined,
  }
}
