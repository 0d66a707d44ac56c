-- Up Migration
-- What else names an image or decides about it: launch templates, references of other services, account settings, the
-- Recycle Bin, fast launch; and what instance types can boot (R2).

create table amigraph.launch_template_versions (
  account_id text not null,
  region text not null,
  launch_template_id text not null,
  version_number integer not null,
  launch_template_name text,
  description text,
  is_default boolean not null,
  is_latest boolean not null,
  image_id text,
  image_parameter text,
  instance_type text,
  create_time timestamptz,
  created_by text,
  content_hash text not null,
  primary key (account_id, region, launch_template_id, version_number)
);
comment on table amigraph.launch_template_versions is 'The latest and the default version of each launch template, from DescribeLaunchTemplateVersions ($Latest, $Default). Older versions that name an image are in image_references. Source: (account, Region, LAUNCH_TEMPLATES).';
comment on column amigraph.launch_template_versions.image_id is 'The image that the version launches: named by ID, or what its parameter stood for when it was read; null: it names none, or its parameter could not be resolved';
comment on column amigraph.launch_template_versions.image_parameter is 'The Systems Manager parameter that the version names instead of an image, as AWS says it: resolve:ssm:…';
comment on column amigraph.launch_template_versions.created_by is 'ARN of the principal';
create index launch_template_versions_image on amigraph.launch_template_versions
  (region, image_id, account_id, launch_template_id, version_number) where image_id is not null;

create table amigraph.image_references (
  account_id text not null,
  region text not null,
  image_id text not null,
  kind text not null,
  arn text not null,
  content_hash text not null,
  primary key (account_id, region, image_id, kind, arn)
);
comment on table amigraph.image_references is 'Resources of an account that name an image, from DescribeImageReferences; the account was asked about the images that it owns and about those of other members that it may launch or uses. Instances are not among them: table instances has them. Source: (account, Region, IMAGE_REFERENCES).';
comment on column amigraph.image_references.account_id is 'The account that holds the resource and was asked, not the owner of the image';
comment on column amigraph.image_references.kind is 'LAUNCH_TEMPLATE (any of its versions), SSM_PARAMETER, IMAGE_BUILDER_RECIPE (image or container recipe), OTHER';
comment on column amigraph.image_references.arn is 'Of the resource that names the image';
create index image_references_image on amigraph.image_references (region, image_id, account_id, kind, arn);

create table amigraph.allowed_images_settings (
  account_id text not null,
  region text not null,
  state text not null,
  managed_by text,
  criteria jsonb not null,
  content_hash text not null,
  primary key (account_id, region)
);
comment on table amigraph.allowed_images_settings is 'Allowed AMIs of an account in a Region (R13), from GetAllowedImagesSettings. Source: (account, Region, ALLOWED_IMAGES).';
comment on column amigraph.allowed_images_settings.state is 'DISABLED: every image is allowed; AUDIT_MODE: images are only marked; ENABLED: what no criterion meets is hidden and cannot be launched';
comment on column amigraph.allowed_images_settings.managed_by is 'ACCOUNT or DECLARATIVE_POLICY';
comment on column amigraph.allowed_images_settings.criteria is 'Array in AWS''s order of {imageProviders, imageNames, marketplaceProductCodes: arrays or null; maximumDaysSinceCreated, maximumDaysSinceDeprecated: numbers or null; otherConditions: names of conditions that this version does not read}. An image is allowed where it meets all that one of them says; an empty array allows nothing';

create table amigraph.block_public_access (
  account_id text not null,
  region text not null,
  resource text not null,
  state text not null,
  managed_by text,
  content_hash text not null,
  primary key (account_id, region, resource)
);
comment on table amigraph.block_public_access is 'Block public access of an account in a Region (R8), for images (GetImageBlockPublicAccessState) and for snapshots (GetSnapshotBlockPublicAccessState). Source: (account, Region, IMAGE_BLOCK_PUBLIC_ACCESS or SNAPSHOT_BLOCK_PUBLIC_ACCESS).';
comment on column amigraph.block_public_access.resource is 'IMAGE or SNAPSHOT';
comment on column amigraph.block_public_access.state is 'UNBLOCKED; BLOCK_NEW_SHARING: nothing can become public, what is public stays; BLOCK_ALL_SHARING (snapshots only): what is public is not readable either';
comment on column amigraph.block_public_access.managed_by is 'ACCOUNT or DECLARATIVE_POLICY';

create table amigraph.recycle_bin_images (
  account_id text not null,
  region text not null,
  image_id text not null,
  name text,
  description text,
  enter_time timestamptz,
  exit_time timestamptz,
  content_hash text not null,
  primary key (account_id, region, image_id)
);
comment on table amigraph.recycle_bin_images is 'Deregistered images that an account can still restore, from ListImagesInRecycleBin. They are not among the images that their owner lists. Source: (owner, Region, RECYCLE_BIN).';
comment on column amigraph.recycle_bin_images.exit_time is 'When AWS deletes it for good';
create index recycle_bin_images_image on amigraph.recycle_bin_images (region, image_id);

create table amigraph.fast_launch_images (
  account_id text not null,
  region text not null,
  image_id text not null,
  owner_account_id text,
  resource_type text,
  target_resource_count integer,
  max_parallel_launches integer,
  launch_template_id text,
  launch_template_name text,
  launch_template_version text,
  state text not null,
  state_transition_reason text,
  state_transition_time timestamptz,
  content_hash text not null,
  primary key (account_id, region, image_id)
);
comment on table amigraph.fast_launch_images is 'Windows images that an account keeps pre-provisioned snapshots of, from DescribeFastLaunchImages. Source: (account, Region, FAST_LAUNCH).';
comment on column amigraph.fast_launch_images.owner_account_id is 'As AWS says it, of the image';
comment on column amigraph.fast_launch_images.state is 'ENABLING, ENABLING_FAILED, ENABLED, ENABLED_FAILED, DISABLING, DISABLING_FAILED, OTHER';
comment on column amigraph.fast_launch_images.target_resource_count is 'Pre-provisioned snapshots to keep ready';
create index fast_launch_images_image on amigraph.fast_launch_images (region, image_id, account_id);

create table amigraph.instance_types (
  region text not null,
  instance_type text not null,
  is_current_generation boolean,
  is_bare_metal boolean,
  hypervisor text,
  supported_architectures text[] not null,
  supported_boot_modes text[] not null,
  supported_virtualization_types text[] not null,
  supported_root_device_types text[] not null,
  supported_usage_classes text[] not null,
  nitro_tpm_support text,
  ena_support text,
  default_vcpus integer,
  memory_mib integer,
  content_hash text not null,
  primary key (region, instance_type)
);
comment on table amigraph.instance_types is 'What AWS offers in a Region, from DescribeInstanceTypes; read once a Region for the whole organization. Source: (the account asked, Region, INSTANCE_TYPES).';
comment on column amigraph.instance_types.hypervisor is 'NITRO or XEN; null: bare metal';
comment on column amigraph.instance_types.supported_boot_modes is 'LEGACY_BIOS, UEFI (R2); UEFI_PREFERRED is no mode of a type';
comment on column amigraph.instance_types.nitro_tpm_support is 'SUPPORTED or UNSUPPORTED';
comment on column amigraph.instance_types.ena_support is 'REQUIRED, SUPPORTED or UNSUPPORTED';
create index instance_types_in_order on amigraph.instance_types (instance_type, region);

-- A template, a reference or a setting is its account's; what AWS offers is for everybody who sees anything.
call amigraph.show_to_viewers('amigraph.launch_template_versions',
  'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.image_references', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.allowed_images_settings',
  'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.block_public_access',
  'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.recycle_bin_images',
  'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.fast_launch_images',
  'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.instance_types', 'cardinality((select amigraph.viewer_accounts())) > 0');

call amigraph.announce_changes_of('amigraph.launch_template_versions', 'facts');
call amigraph.announce_changes_of('amigraph.image_references', 'facts');
call amigraph.announce_changes_of('amigraph.allowed_images_settings', 'facts');
call amigraph.announce_changes_of('amigraph.block_public_access', 'facts');
call amigraph.announce_changes_of('amigraph.recycle_bin_images', 'facts');
call amigraph.announce_changes_of('amigraph.fast_launch_images', 'facts');
call amigraph.announce_changes_of('amigraph.instance_types', 'facts');

-- Down Migration
drop table amigraph.launch_template_versions, amigraph.image_references, amigraph.allowed_images_settings,
  amigraph.block_public_access, amigraph.recycle_bin_images, amigraph.fast_launch_images, amigraph.instance_types;
