import type { LaunchPermission, ModifyImageAttributeRequest } from '@aws-sdk/client-ec2'
import { AwsError, type Call, type CallContext } from '../../call.ts'
import { share, unshare } from '../../world/changes.ts'
import { regionOf } from '../../world/find.ts'
import { everyone } from '../../world/principals.ts'
import { settingsOf } from '../../world/region-settings.ts'
import type { WorldImage } from '../../world/world.ts'
import { invalidParameter } from './errors.ts'
import { ownedImage } from './owned-image.ts'

/** Changes the launch permissions, the description or the IMDS support of the caller's own image (R6, R8). */
export const modifyImageAttribute: Call<ModifyImageAttributeRequest, Record<never, never>> = (input, context) => {
  const image = ownedImage(input.ImageId, context)
  const description = input.Description?.Value ?? (input.Attribute === 'description' ? input.Value : undefined)
  if (description !== undefined) image.facts.Description = description
  if (input.ImdsSupport?.Value === 'v2.0' || (input.Attribute === 'imdsSupport' && input.Value === 'v2.0'))
    image.facts.ImdsSupport = 'v2.0'
  const { added, removed } = wantedPermissions(input)
  for (const permission of [...added, ...removed]) requireWellFormed(permission)
  if (added.length > 0) requireShareable(image, added, context)
  share(context.world, image, added)
  unshare(context.world, image, removed)
  return {}
}

/** The two ways to say it: LaunchPermission, or Attribute with OperationType and lists of principals. */
const wantedPermissions = (input: ModifyImageAttributeRequest) => {
  const listed: LaunchPermission[] = [
    ...(input.UserIds ?? []).map(UserId => ({ UserId })),
    ...(input.UserGroups ?? []).map(group => ({ Group: group as 'all' })),
    ...(input.OrganizationArns ?? []).map(OrganizationArn => ({ OrganizationArn })),
    ...(input.OrganizationalUnitArns ?? []).map(OrganizationalUnitArn => ({ OrganizationalUnitArn })),
  ]
  if (listed.length > 0 && input.OperationType === undefined)
    throw new AwsError('InvalidParameterCombination', 'Launch permissions need an operation type: add or remove')
  return {
    added: [...(input.LaunchPermission?.Add ?? []), ...(input.OperationType === 'add' ? listed : [])],
    removed: [...(input.LaunchPermission?.Remove ?? []), ...(input.OperationType === 'remove' ? listed : [])],
  }
}

const arn = 'arn:aws[a-z-]*:organizations::\\d{12}'
const organizationArn = new RegExp(`^${arn}:organization/o-[a-z0-9]{10,32}$`)
const unitArn = new RegExp(`^${arn}:ou/o-[a-z0-9]{10,32}/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$`)

const requireWellFormed = (permission: LaunchPermission) => {
  const { UserId, Group, OrganizationArn, OrganizationalUnitArn } = permission
  const [kind, value, isValid] =
    UserId !== undefined
      ? ['userId', UserId, /^\d{12}$/.test(UserId)]
      : OrganizationArn !== undefined
        ? ['organizationArn', OrganizationArn, organizationArn.test(OrganizationArn)]
        : OrganizationalUnitArn !== undefined
          ? ['organizationalUnitArn', OrganizationalUnitArn, unitArn.test(OrganizationalUnitArn)]
          : ['group', Group, Group === everyone]
  if (!isValid)
    throw new AwsError('InvalidAMIAttributeItemValue', `Invalid attribute item value "${value}" for ${kind} item type.`)
}

const requireShareable = (image: WorldImage, added: readonly LaunchPermission[], context: CallContext) => {
  if (image.facts.State === 'disabled')
    throw new AwsError('OperationNotPermitted', `The image ${image.imageId} is disabled and cannot be shared.`)
  if (image.facts.State !== 'available') throw invalidParameter('imageId', image.imageId, 'It is not available.')
  if (added.some(permission => permission.Group === everyone)) requirePublishable(image, context)
}

/** What may never be public (R8). */
const requirePublishable = (image: WorldImage, { world, region, caller }: CallContext) => {
  const refuse = (why: string) => new AwsError('OperationNotPermitted', why)
  if (image.facts.BlockDeviceMappings?.some(device => device.Ebs?.Encrypted))
    throw refuse('Images with encrypted snapshots cannot be made public.')
  if (image.facts.ProductCodes?.length) throw refuse('Images with product codes cannot be made public.')
  if (image.facts.ImageWatermarks?.length) throw refuse('Images with watermarks cannot be made public.')
  if (settingsOf(regionOf(world, region), caller.accountId).imageBlockPublicAccess !== 'unblocked')
    throw refuse('Block public access for AMIs is enabled for this account: the image cannot be shared publicly.')
}
