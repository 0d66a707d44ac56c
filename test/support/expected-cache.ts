import type { InstanceTypeInfo, LaunchPermission, Tag } from '@aws-sdk/client-ec2'
import { instanceView } from '../../src/sandbox/calls/ec2/instance-view.ts'
import { isHidden } from '../../src/sandbox/world/allowed-images.ts'
import { keyPolicy } from '../../src/sandbox/world/key-policy.ts'
import { settingsOf } from '../../src/sandbox/world/region-settings.ts'
import type {
  World,
  WorldAccount,
  WorldImage,
  WorldInstance,
  WorldLaunchTemplate,
  WorldRegion,
  WorldSnapshot,
} from '../../src/sandbox/world/world.ts'

/**
 * What the cache must hold after a complete sync, computed from the world's own objects and not through any call or any
 * code of the product: the oracle that `readCache` is compared with.
 */
export function expectedCache(world: World): Record<string, unknown[]> {
  const accounts = [...world.accounts.values()].sort(by(account => account.accountId))
  const readable = accounts.filter(account => canBeRead(world, account))
  const places = [...world.regions.values()]
    .sort(by(region => region.name))
    .flatMap(region =>
      readable.filter(account => account.enabledRegions.has(region.name)).map(account => ({ region, account })),
    )
  const owned = places
    .flatMap(({ region, account }) => imagesOwnedBy(region, account.accountId))
    .sort(by(image => `${image.region} ${image.imageId}`))
  const seen = places.flatMap(({ region, account }) => imagesSharedWith(world, region, account))
  return {
    accounts: accounts.map(account => ({
      account_id: account.accountId,
      name: account.name,
      state: account.state,
      parent_id: account.parentId,
      ancestor_ids: ancestors(world, account.parentId),
    })),
    images: owned.map(expectedImage),
    blockDevices: owned.flatMap(image =>
      (image.facts.BlockDeviceMappings ?? []).map(device => ({
        region: image.region,
        image_id: image.imageId,
        device_name: device.DeviceName,
        snapshot_id: device.Ebs?.SnapshotId ?? null,
        volume_size_gib: device.Ebs?.VolumeSize ?? null,
        encrypted: device.Ebs?.Encrypted ?? null,
      })),
    ),
    productCodes: owned.flatMap(image =>
      (image.facts.ProductCodes ?? [])
        .map(code => ({
          region: image.region,
          image_id: image.imageId,
          product_code: code.ProductCodeId,
          kind: code.ProductCodeType?.toUpperCase(),
        }))
        .sort(by(code => code.product_code ?? '')),
    ),
    watermarks: owned.flatMap(image =>
      (image.facts.ImageWatermarks ?? [])
        .map(mark => ({
          region: image.region,
          image_id: image.imageId,
          watermark_key: mark.WatermarkKey ?? '',
          source_image_region: mark.SourceImageRegion,
          source_image_id: mark.SourceImageId,
          source_image_creation_time: mark.SourceImageCreationTime,
          watermark_creation_time: mark.WatermarkCreationTime,
        }))
        .sort(by(mark => mark.watermark_key)),
    ),
    launchPermissions: owned.flatMap(image =>
      image.launchPermissions
        .map(permission => ({ region: image.region, image_id: image.imageId, ...grantOf(permission) }))
        .sort(by(permission => `${permission.kind} ${permission.grantee}`)),
    ),
    tags: [
      ...owned.flatMap(image => tagRows(image, image.ownerId)),
      ...seen.flatMap(({ image, account }) => tagRows(image, account.accountId)),
    ].sort(by(tag => `${tag.region} ${tag.image_id} ${tag.account_id} ${tag.key}`)),
    snapshots: places
      .flatMap(({ region, account }) =>
        [...region.snapshots.values()]
          .filter(snapshot => snapshot.ownerId === account.accountId)
          .map(snapshot => ({
            region: region.name,
            snapshot_id: snapshot.snapshotId,
            owner_account_id: snapshot.ownerId,
            volume_size_gib: snapshot.facts.VolumeSize ?? null,
            encrypted: snapshot.facts.Encrypted ?? false,
            kms_key_id: snapshot.facts.KmsKeyId ?? null,
          })),
      )
      .sort(by(snapshot => `${snapshot.region} ${snapshot.snapshot_id}`)),
    snapshotPermissions: places
      .flatMap(({ region, account }) => sharedSnapshots(region, account.accountId))
      .flatMap(snapshot =>
        snapshot.createVolumePermissions.map(({ UserId, Group }) => ({
          region: snapshot.region,
          snapshot_id: snapshot.snapshotId,
          kind: Group === undefined ? 'ACCOUNT' : 'PUBLIC',
          grantee: Group ?? UserId,
        })),
      )
      .sort(
        by(permission => `${permission.region} ${permission.snapshot_id} ${permission.kind} ${permission.grantee}`),
      ),
    instances: places
      .flatMap(({ region, account }) => listedInstances(world, region, account))
      .map(instance => ({
        account_id: instance.accountId,
        region: instance.region,
        instance_id: instance.instanceId,
        image_id: instance.imageId,
        state: instance.state.toUpperCase().replace('-', '_'),
        instance_type: instance.instanceType,
        usage_operation: instanceView(instance).UsageOperation ?? null,
        launch_time: instance.launchTime,
      }))
      .sort(by(instance => `${instance.account_id} ${instance.region} ${instance.instance_id}`)),
    instanceTypes: [...world.regions.values()]
      .filter(region => readable.some(account => account.enabledRegions.has(region.name)))
      .flatMap(region => [...region.instanceTypes.values()].map(type => ({ region: region.name, ...bootable(type) })))
      .sort(by(type => `${type.region} ${type.instance_type}`)),
    allowedImages: places
      .map(({ region, account }) => {
        const { state, criteria } = settingsOf(region, account.accountId).allowedImages
        return {
          account_id: account.accountId,
          region: region.name,
          state: upperCase(state),
          managed_by: 'ACCOUNT',
          criteria: criteria.map(criterion => ({
            imageProviders: criterion.ImageProviders ?? null,
            imageNames: criterion.ImageNames ?? null,
            marketplaceProductCodes: criterion.MarketplaceProductCodes ?? null,
            maximumDaysSinceCreated: criterion.CreationDateCondition?.MaximumDaysSinceCreated ?? null,
            maximumDaysSinceDeprecated: criterion.DeprecationTimeCondition?.MaximumDaysSinceDeprecated ?? null,
            imageWatermarks: null,
            otherConditions: [],
          })),
        }
      })
      .sort(by(settings => `${settings.account_id} ${settings.region}`)),
    blockPublicAccess: places
      .flatMap(({ region, account }) => {
        const settings = settingsOf(region, account.accountId)
        const row = { account_id: account.accountId, region: region.name, managed_by: 'ACCOUNT' }
        return [
          { ...row, resource: 'IMAGE', state: upperCase(settings.imageBlockPublicAccess) },
          { ...row, resource: 'SNAPSHOT', state: upperCase(settings.snapshotBlockPublicAccess) },
        ]
      })
      .sort(by(setting => `${setting.account_id} ${setting.region} ${setting.resource}`)),
    ...expectedKeys(world, places, owned),
    pipelines: places
      .flatMap(({ region, account }) =>
        [...region.pipelines.values()].filter(({ ownerId }) => ownerId === account.accountId),
      )
      .map(pipeline => ({
        arn: pipeline.arn,
        account_id: pipeline.ownerId,
        name: pipeline.name,
        status: pipeline.isEnabled ? 'ENABLED' : 'DISABLED',
        image_recipe_arn: pipeline.recipeArn,
        distribution_configuration_arn: pipeline.distributionArn,
        last_run_at: pipeline.lastRunAt ?? null,
      }))
      .sort(by(pipeline => pipeline.arn)),
    builds: places
      .flatMap(({ region, account }) =>
        [...region.builds.values()].filter(({ ownerId }) => ownerId === account.accountId),
      )
      .map(build => ({
        arn: build.arn,
        version: build.version,
        build: 1,
        state: build.state,
        created_at: build.createdAt,
        pipeline_arn: build.pipeline.arn,
        recipe_version: build.recipeVersion,
        distributions: build.distributions,
        images: build.images.map(({ region, imageId }) => `${region} ${imageId}`).sort(),
      }))
      .sort(by(build => build.arn)),
    launchTemplates: places
      .flatMap(({ region, account }) =>
        templatesOf(region, account).flatMap(template => templateRows(region, template)),
      )
      .sort(by(row => `${row.account_id} ${row.region} ${row.launch_template_id} ${row.version_number}`)),
    references: places
      .flatMap(({ region, account }) => {
        const shared = seen.filter(view => view.account === account && view.image.region === region.name)
        const templates = templatesOf(region, account)
        const asked = new Set([
          ...imagesOwnedBy(region, account.accountId).map(image => image.imageId),
          ...shared.map(({ image }) => image.imageId),
          ...listedInstances(world, region, account).map(instance => instance.imageId),
          ...templates.flatMap(template => templateRows(region, template)).map(row => row.image_id),
        ])
        const row = { account_id: account.accountId, region: region.name }
        const prefix = `arn:aws:ec2:${region.name}:${account.accountId}:launch-template/`
        const byTemplates = templates.flatMap(template =>
          [...new Set(template.versions.map(version => version.LaunchTemplateData?.ImageId ?? ''))].map(image_id => ({
            ...row,
            image_id,
            kind: 'LAUNCH_TEMPLATE',
            arn: prefix + template.launchTemplateId,
          })),
        )
        const byOthers = (region.references.get(account.accountId) ?? []).map(reference => ({
          ...row,
          image_id: reference.imageId,
          kind: reference.type === 'ssm:Parameter' ? 'SSM_PARAMETER' : 'IMAGE_BUILDER_RECIPE',
          arn: reference.arn,
        }))
        return [...byTemplates, ...byOthers].filter(reference => asked.has(reference.image_id))
      })
      .sort(by(row => `${row.account_id} ${row.region} ${row.image_id} ${row.kind} ${row.arn}`)),
    recycleBin: places
      .flatMap(({ region, account }) =>
        [...(region.recycleBin.get(account.accountId)?.after() ?? [])].map(image => ({
          account_id: account.accountId,
          region: region.name,
          image_id: image.imageId,
          name: image.name ?? null,
          enter_time: image.enteredAt,
          exit_time: image.leavesAt,
        })),
      )
      .sort(by(image => `${image.account_id} ${image.region} ${image.image_id}`)),
    fastLaunch: places
      .flatMap(({ region, account }) =>
        [...(region.fastLaunch.get(account.accountId)?.after() ?? [])].map(item => ({
          account_id: account.accountId,
          region: region.name,
          image_id: item.ImageId,
          state: upperCase(item.State ?? ''),
          target_resource_count: item.SnapshotConfiguration?.TargetResourceCount ?? null,
          state_transition_time: item.StateTransitionTime ?? null,
        })),
      )
      .sort(by(item => `${item.account_id} ${item.region} ${item.image_id}`)),
    views: seen
      .map(({ image, account }) => ({ account_id: account.accountId, region: image.region, image_id: image.imageId }))
      .sort(by(view => `${view.account_id} ${view.region} ${view.image_id}`)),
  }
}

type Place = { region: WorldRegion; account: WorldAccount }

/** The keys that encrypt what is shared, with what their own account can read of them (R9). */
function expectedKeys(world: World, places: readonly Place[], owned: readonly WorldImage[]): Record<string, unknown[]> {
  const asked = new Set(
    owned
      .filter(image => image.launchPermissions.some(permission => grantOf(permission).grantee !== image.ownerId))
      .flatMap(image =>
        (image.facts.BlockDeviceMappings ?? []).map(
          device => world.regions.get(image.region)?.snapshots.get(device.Ebs?.SnapshotId ?? '')?.facts.KmsKeyId,
        ),
      ),
  )
  const keys = places
    .flatMap(({ region, account }) =>
      [...region.keys.values()].filter(key => key.ownerId === account.accountId && asked.has(key.arn)),
    )
    .sort(by(key => key.arn))
  const open = keys.filter(key => !key.isClosed && !key.awsManaged)
  return {
    keys: keys.map(key => ({
      arn: key.arn,
      account_id: key.ownerId,
      manager: key.isClosed ? null : key.awsManaged ? 'AWS' : 'CUSTOMER',
      state: key.isClosed ? null : 'ENABLED',
      multi_region: key.isClosed ? null : key.multiRegion,
      policy: open.includes(key) ? keyPolicy(world, key) : null,
    })),
    grants: open.flatMap(key =>
      key.grants
        .map(grant => ({
          key_arn: key.arn,
          grant_id: grant.grantId,
          name: grant.name || null,
          grantee_principal: grant.granteePrincipal,
          retiring_principal: grant.retiringPrincipal ?? null,
          operations: [...grant.operations].sort(),
          constraints: grant.constraints ?? null,
          creation_date: new Date(Math.floor(grant.createdAt.getTime() / 1000) * 1000),
        }))
        .sort(by(grant => grant.grant_id)),
    ),
    keysNotRead: keys
      .filter(key => key.isClosed)
      .flatMap(key =>
        ['DescribeKey', 'GetKeyPolicy', 'ListGrants'].map(call => ({
          name: key.arn,
          call,
          error_code: 'AccessDeniedException',
        })),
      ),
  }
}

function by<Item>(key: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
}

/** The role is there and the account is active; the management account needs no role. */
function canBeRead(world: World, account: WorldAccount): boolean {
  const isHome = account.accountId === world.organization.managementAccountId
  return isHome || (account.state === 'ACTIVE' && account.roles.has('amigraph-reader'))
}

function ancestors(world: World, parentId: string): string[] {
  const unit = world.organization.units.get(parentId)
  return unit === undefined ? [parentId] : [...ancestors(world, unit.parentId), parentId]
}

function imagesOwnedBy(region: WorldRegion, accountId: string): WorldImage[] {
  return [...region.images.values()].filter(image => image.ownerId === accountId)
}

/** The account's snapshots that are behind an image with launch permissions. */
function sharedSnapshots(region: WorldRegion, accountId: string): WorldSnapshot[] {
  const shared = new Set(
    imagesOwnedBy(region, accountId)
      .filter(image => image.launchPermissions.length > 0)
      .flatMap(image => (image.facts.BlockDeviceMappings ?? []).map(device => device.Ebs?.SnapshotId)),
  )
  return [...region.snapshots.values()].filter(
    snapshot => snapshot.ownerId === accountId && shared.has(snapshot.snapshotId),
  )
}

function imagesSharedWith(
  world: World,
  region: WorldRegion,
  account: WorldAccount,
): { image: WorldImage; account: WorldAccount }[] {
  const names = new Set([
    account.accountId,
    world.organization.id,
    ...ancestors(world, account.parentId).filter(id => id.startsWith('ou-')),
  ])
  return [...region.images.values()]
    .filter(
      image =>
        image.ownerId !== account.accountId &&
        image.facts.State === 'available' &&
        image.launchPermissions.some(permission => names.has(grantOf(permission).grantee.split('/').at(-1) ?? '')) &&
        !isHidden(region, account.accountId, image, world.now()),
    )
    .map(image => ({ image, account }))
}

function grantOf(permission: LaunchPermission): { kind: string; grantee: string } {
  if (permission.UserId !== undefined) return { kind: 'ACCOUNT', grantee: permission.UserId }
  if (permission.OrganizationArn !== undefined) return { kind: 'ORGANIZATION', grantee: permission.OrganizationArn }
  if (permission.OrganizationalUnitArn !== undefined)
    return { kind: 'ORGANIZATIONAL_UNIT', grantee: permission.OrganizationalUnitArn }
  return { kind: 'PUBLIC', grantee: permission.Group ?? '' }
}

function tagRows(image: WorldImage, accountId: string) {
  const tags: Tag[] = image.tags?.get(accountId) ?? []
  return tags.map(tag => ({
    region: image.region,
    image_id: image.imageId,
    account_id: accountId,
    key: tag.Key,
    value: tag.Value ?? '',
  }))
}

function expectedImage({ region, imageId, ownerId, facts, launchPermissions }: WorldImage) {
  const date = (text: string | undefined): Date | null => (text === undefined ? null : new Date(text))
  const upper = (text: string | undefined): string | null => text?.toUpperCase().replaceAll('-', '_') ?? null
  return {
    region,
    image_id: imageId,
    owner_account_id: ownerId,
    name: facts.Name ?? null,
    description: facts.Description || null,
    state: upper(facts.State),
    is_public: launchPermissions.some(permission => permission.Group === 'all'),
    architecture: upper(facts.Architecture),
    boot_mode: upper(facts.BootMode),
    platform_details: facts.PlatformDetails ?? null,
    usage_operation: facts.UsageOperation ?? null,
    creation_date: date(facts.CreationDate),
    deprecation_time: date(facts.DeprecationTime),
    source_image_id: facts.SourceImageId ?? null,
    source_image_region: facts.SourceImageRegion ?? null,
  }
}

function listedInstances(world: World, region: WorldRegion, account: WorldAccount): WorldInstance[] {
  return [...(region.instances.get(account.accountId)?.after() ?? [])].filter(
    instance => instance.terminatedAt === undefined || hoursSince(world, instance.terminatedAt) < 1,
  )
}

function templatesOf(region: WorldRegion, account: WorldAccount): WorldLaunchTemplate[] {
  return [...(region.launchTemplates.get(account.accountId)?.after() ?? [])]
}

/** The latest and the default version. */
function templateRows(region: WorldRegion, template: WorldLaunchTemplate) {
  const latest = template.versions.length
  return template.versions
    .filter(({ VersionNumber }) => VersionNumber === latest || VersionNumber === template.defaultVersion)
    .map(({ VersionNumber, CreateTime, LaunchTemplateData: data = {} }) => {
      const parameter = data.ImageId?.startsWith('resolve:') ? data.ImageId : undefined
      const name = parameter?.replace('resolve:ssm:', ':parameter/')
      const parameters = region.references.get(template.accountId) ?? []
      const resolved = parameters.find(({ type, arn }) => type === 'ssm:Parameter' && name && arn.endsWith(name))
      return {
        account_id: template.accountId,
        region: template.region,
        launch_template_id: template.launchTemplateId,
        version_number: VersionNumber,
        launch_template_name: template.name,
        is_default: VersionNumber === template.defaultVersion,
        is_latest: VersionNumber === latest,
        image_id: (parameter === undefined ? data.ImageId : resolved?.imageId) ?? null,
        image_parameter: parameter ?? null,
        instance_type: data.InstanceType ?? null,
        create_time: CreateTime ?? null,
      }
    })
}

function bootable(type: InstanceTypeInfo) {
  return {
    instance_type: type.InstanceType,
    hypervisor: type.Hypervisor === undefined ? null : upperCase(type.Hypervisor),
    supported_architectures: type.ProcessorInfo?.SupportedArchitectures?.map(upperCase),
    supported_boot_modes: type.SupportedBootModes?.map(upperCase),
    supported_virtualization_types: type.SupportedVirtualizationTypes?.map(upperCase),
    nitro_tpm_support: upperCase(type.NitroTpmSupport ?? ''),
    memory_mib: type.MemoryInfo?.SizeInMiB,
  }
}

function upperCase(text: string): string {
  return text.toUpperCase().replaceAll('-', '_')
}

function hoursSince(world: World, time: Date): number {
  return (world.now().getTime() - time.getTime()) / 3_600_000
}
