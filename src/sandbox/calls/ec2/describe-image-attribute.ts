import type { DescribeImageAttributeRequest, ImageAttribute } from '@aws-sdk/client-ec2'
import type { Call } from '../../call.ts'
import { lastLaunchedTime } from '../../world/last-launched.ts'
import type { WorldImage } from '../../world/world.ts'
import { invalidParameter } from './errors.ts'
import { ownedImage } from './owned-image.ts'

/** One attribute of one image, which only its owner may read. */
export const describeImageAttribute: Call<DescribeImageAttributeRequest, ImageAttribute> = (input, context) => {
  const image = ownedImage(input.ImageId, context)
  return { ImageId: image.imageId, ...attribute(input.Attribute, image, context.now()) }
}

const attribute = (name: string | undefined, image: WorldImage, now: Date): ImageAttribute => {
  const { facts } = image
  switch (name) {
    case 'launchPermission':
      return { LaunchPermissions: image.launchPermissions }
    case 'description':
      return { Description: { Value: facts.Description } }
    case 'productCodes':
      return { ProductCodes: facts.ProductCodes ?? [] }
    case 'blockDeviceMapping':
      return { BlockDeviceMappings: facts.BlockDeviceMappings ?? [] }
    case 'sriovNetSupport':
      return { SriovNetSupport: { Value: facts.SriovNetSupport } }
    case 'bootMode':
      return { BootMode: { Value: facts.BootMode } }
    case 'tpmSupport':
      return { TpmSupport: { Value: facts.TpmSupport } }
    case 'imdsSupport':
      return { ImdsSupport: { Value: facts.ImdsSupport } }
    case 'deregistrationProtection':
      return { DeregistrationProtection: { Value: facts.DeregistrationProtection } }
    case 'lastLaunchedTime':
      return { LastLaunchedTime: { Value: lastLaunchedTime(image, now) } }
    case 'uefiData':
      // No image of this world carries a variable store (R2)
      return { UefiData: {} }
    case 'kernel':
      return { KernelId: {} }
    case 'ramdisk':
      return { RamdiskId: {} }
    default:
      throw invalidParameter('attribute', name, 'It is not an attribute of images.')
  }
}
