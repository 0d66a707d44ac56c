import type { Image, ImageWatermark } from '@aws-sdk/client-ec2'
import type { FilterFields } from './filter.ts'

const ofWatermarks = (read: (watermark: ImageWatermark) => string | undefined) => (image: Image) =>
  image.ImageWatermarks?.map(read)

/** The filters of DescribeImages, over the image as the caller sees it. */
export const imageFilters: FilterFields<Image> = {
  architecture: image => image.Architecture,
  'block-device-mapping.encrypted': image => image.BlockDeviceMappings?.map(device => device.Ebs?.Encrypted),
  'block-device-mapping.snapshot-id': image => image.BlockDeviceMappings?.map(device => device.Ebs?.SnapshotId),
  'block-device-mapping.volume-type': image => image.BlockDeviceMappings?.map(device => device.Ebs?.VolumeType),
  'boot-mode': image => image.BootMode,
  'creation-date': image => image.CreationDate,
  description: image => image.Description,
  'ena-support': image => image.EnaSupport,
  hypervisor: image => image.Hypervisor,
  'image-allowed': image => image.ImageAllowed,
  'image-id': image => image.ImageId,
  'image-type': image => image.ImageType,
  'image-watermark.source-image-creation-time': ofWatermarks(mark => mark.SourceImageCreationTime?.toISOString()),
  'image-watermark.source-image-id': ofWatermarks(mark => mark.SourceImageId),
  'image-watermark.source-image-region': ofWatermarks(mark => mark.SourceImageRegion),
  'image-watermark.watermark-creation-time': ofWatermarks(mark => mark.WatermarkCreationTime?.toISOString()),
  'image-watermark.watermark-key': ofWatermarks(mark => mark.WatermarkKey),
  'is-public': image => image.Public,
  'manifest-location': image => image.ImageLocation,
  name: image => image.Name,
  'owner-alias': image => image.ImageOwnerAlias,
  'owner-id': image => image.OwnerId,
  platform: image => image.Platform,
  'product-code': image => image.ProductCodes?.map(code => code.ProductCodeId),
  'product-code.type': image => image.ProductCodes?.map(code => code.ProductCodeType),
  'root-device-name': image => image.RootDeviceName,
  'root-device-type': image => image.RootDeviceType,
  'source-image-id': image => image.SourceImageId,
  'source-image-region': image => image.SourceImageRegion,
  'source-instance-id': image => image.SourceInstanceId,
  state: image => image.State,
  'virtualization-type': image => image.VirtualizationType,
}
