-- Up Migration
-- Facts are written by the sync only. Every fact table says by which source (account, Region, kind) its rows come, so
-- that one source's failure can never delete another's rows (R20). Enumerated values are kept in the API's spelling
-- (upper case, underscores), so that a read can hand them through.

create schema if not exists amigraph;

create table amigraph.organizations (
  organization_id text primary key,
  arn text not null,
  management_account_id text not null,
  feature_set text,
  content_hash text not null
);
comment on table amigraph.organizations is 'The AWS Organization, from DescribeOrganization. Source: (management account, global, ORGANIZATION).';

create table amigraph.organizational_units (
  organizational_unit_id text primary key,
  organization_id text not null,
  parent_id text,
  arn text not null,
  name text not null,
  path text not null,
  ancestor_ids text[] not null,
  content_hash text not null
);
comment on table amigraph.organizational_units is 'The organization''s root and every organizational unit below it, from ListRoots and ListOrganizationalUnitsForParent. Source: (management account, global, ORGANIZATION).';
comment on column amigraph.organizational_units.organizational_unit_id is 'ou-… , or r-… for the root';
comment on column amigraph.organizational_units.path is 'Names from the root down, joined by "/": Root/Workloads/Production';
comment on column amigraph.organizational_units.ancestor_ids is 'IDs from the root down to this unit, itself included';
create index organizational_units_parent on amigraph.organizational_units (parent_id);
create index organizational_units_path on amigraph.organizational_units (coalesce(path, '') collate "C", organizational_unit_id);

create table amigraph.accounts (
  account_id text primary key,
  organization_id text not null,
  arn text not null,
  name text,
  email text,
  state text not null,
  joined_method text,
  joined_at timestamptz,
  parent_id text,
  organizational_unit_path text,
  ancestor_ids text[] not null,
  content_hash text not null
);
comment on table amigraph.accounts is 'Member accounts, the management account included, from ListAccounts. An account that left the organization has no row. Source: (management account, global, ORGANIZATION).';
comment on column amigraph.accounts.state is 'AWS''s State: PENDING_ACTIVATION, ACTIVE, SUSPENDED, PENDING_CLOSURE, CLOSED; OTHER for one that AWS added since';
comment on column amigraph.accounts.parent_id is 'The root or organizational unit that the account is directly in';
comment on column amigraph.accounts.ancestor_ids is 'IDs of the root and of every organizational unit above the account, from the root down; an OU grant reaches the account when it names one of them (R6)';
create index accounts_ancestors on amigraph.accounts using gin (ancestor_ids);
create index accounts_parent on amigraph.accounts (parent_id);
-- Indexes of orders have the very expressions of src/db/*/orders: what is not known has a place of its own there.
create index accounts_name on amigraph.accounts (coalesce(name, '') collate "C", account_id);

create table amigraph.account_regions (
  account_id text not null,
  region text not null,
  opt_in_status text not null,
  content_hash text not null,
  primary key (account_id, region)
);
comment on table amigraph.account_regions is 'Regions that are enabled in an account, from DescribeRegions. Source: (account, global, REGIONS).';
comment on column amigraph.account_regions.opt_in_status is 'OPT_IN_NOT_REQUIRED or OPTED_IN';

create table amigraph.images (
  region text not null,
  image_id text not null,
  owner_account_id text,
  owner_alias text,
  name text,
  description text,
  state text not null,
  state_reason text,
  is_public boolean not null,
  image_type text,
  architecture text,
  platform text,
  platform_details text,
  usage_operation text,
  boot_mode text,
  tpm_support text,
  imds_support text,
  virtualization_type text,
  hypervisor text,
  ena_support boolean,
  sriov_net_support text,
  root_device_type text,
  root_device_name text,
  image_location text,
  kernel_id text,
  ramdisk_id text,
  creation_date timestamptz,
  deprecation_time timestamptz,
  last_launched_time timestamptz,
  deregistration_protection text,
  source_image_id text,
  source_image_region text,
  source_instance_id text,
  evidence text not null,
  evidence_account_id text not null,
  first_seen_at timestamptz not null default now(),
  content_hash text not null,
  primary key (region, image_id)
);
comment on table amigraph.images is 'Every AMI that a member account owns, may launch or runs, one row a Region and image (R1). The most authoritative source wins: the owner''s listing, then a consumer''s, then a look-up by ID, then what the instances say.';
comment on column amigraph.images.owner_account_id is 'Null only where no call named the owner';
comment on column amigraph.images.owner_alias is 'amazon, aws-marketplace or aws-backup-vault: given by Amazon only, so it can be trusted (R3)';
comment on column amigraph.images.evidence is 'Where this row comes from: OWNER (DescribeImages Owners=self), CONSUMER (DescribeImages ExecutableUsers=self), LOOKUP (DescribeImages by image-id), INSTANCE (DescribeInstanceImageMetadata)';
comment on column amigraph.images.evidence_account_id is 'The account that made that call';
comment on column amigraph.images.boot_mode is 'LEGACY_BIOS, UEFI, UEFI_PREFERRED; null: none set, the instance type''s default applies (R2)';
comment on column amigraph.images.content_hash is 'Of everything the source said of the image, block devices and product codes included; an equal hash is an unchanged image';
create index images_by_id on amigraph.images (image_id, region);
create index images_by_date on amigraph.images (coalesce(creation_date, '-infinity'::timestamptz), image_id, region);
create index images_by_name on amigraph.images (coalesce(name, '') collate "C", image_id, region);
create index images_by_owner_date on amigraph.images (owner_account_id, coalesce(creation_date, '-infinity'::timestamptz), image_id, region);
create index images_by_owner on amigraph.images (owner_account_id, region, image_id);
create index images_by_deprecation on amigraph.images (coalesce(deprecation_time, 'infinity'::timestamptz), image_id, region);
create index images_by_source_image on amigraph.images (source_image_region, source_image_id) where source_image_id is not null;
create index images_public on amigraph.images (region, image_id) where is_public;
create index images_third_party on amigraph.images (region, image_id) where evidence <> 'OWNER';

create table amigraph.image_block_devices (
  region text not null,
  image_id text not null,
  device_name text not null,
  ordinal integer not null,
  snapshot_id text,
  volume_size_gib integer,
  volume_type text,
  iops integer,
  throughput_mib integer,
  encrypted boolean,
  kms_key_id text,
  delete_on_termination boolean,
  virtual_name text,
  suppressed boolean not null,
  primary key (region, image_id, ordinal),
  foreign key (region, image_id) references amigraph.images on delete cascade
);
comment on table amigraph.image_block_devices is 'Block device mappings of an image, in AWS''s order; written with their image.';
comment on column amigraph.image_block_devices.virtual_name is 'ephemeral0 …: an instance store volume';
comment on column amigraph.image_block_devices.suppressed is 'NoDevice: the device of the parent image is left out';
create index image_block_devices_snapshot on amigraph.image_block_devices (region, snapshot_id) where snapshot_id is not null;

create table amigraph.image_product_codes (
  region text not null,
  image_id text not null,
  product_code text not null,
  kind text not null,
  primary key (region, image_id, product_code),
  foreign key (region, image_id) references amigraph.images on delete cascade
);
comment on table amigraph.image_product_codes is 'Product codes of an image (R14); kind is MARKETPLACE or DEVPAY. Written with their image.';
create index image_product_codes_code on amigraph.image_product_codes (product_code, region, image_id);

create table amigraph.image_tags (
  region text not null,
  image_id text not null,
  account_id text not null,
  key text not null,
  value text not null,
  set_by_owner boolean not null,
  content_hash text not null,
  primary key (region, image_id, account_id, key)
);
comment on table amigraph.image_tags is 'Tags of an image, each labelled with the account that set it and that alone can see it (R10). Source: (account, Region, IMAGES_OWNED) where the owner set it, else (account, Region, IMAGES_SHARED).';
create index image_tags_key on amigraph.image_tags (key, value, region, image_id);
create index image_tags_source on amigraph.image_tags (account_id, region, set_by_owner);

create table amigraph.launch_permissions (
  region text not null,
  image_id text not null,
  kind text not null,
  grantee text not null,
  target_id text not null,
  owner_account_id text not null,
  first_seen_at timestamptz not null default now(),
  primary key (region, image_id, kind, grantee)
);
comment on table amigraph.launch_permissions is 'The owner''s launch permission list of an image (R6), from DescribeImageAttribute. Source: (owner, Region, LAUNCH_PERMISSIONS).';
comment on column amigraph.launch_permissions.kind is 'ACCOUNT, ORGANIZATIONAL_UNIT, ORGANIZATION or PUBLIC';
comment on column amigraph.launch_permissions.grantee is 'As AWS says it: an account ID, an ARN, or all';
comment on column amigraph.launch_permissions.target_id is 'What the grantee names: account ID, o-…, ou-… , or all; compared with an account''s own ID, organization and ancestors';
create index launch_permissions_target on amigraph.launch_permissions (target_id, region, image_id);
create index launch_permissions_owner on amigraph.launch_permissions (owner_account_id, region);

create table amigraph.launch_permission_reads (
  region text not null,
  image_id text not null,
  owner_account_id text not null,
  observed_at timestamptz,
  attempted_at timestamptz not null,
  error_code text,
  error_message text,
  primary key (region, image_id)
);
comment on table amigraph.launch_permission_reads is 'When each image''s launch permissions were last read, and how the last attempt failed, if it did. Apart from the facts, because it moves with every read.';
comment on column amigraph.launch_permission_reads.observed_at is 'Null: never read, so nothing is known of the image''s shares';
create index launch_permission_reads_owner on amigraph.launch_permission_reads (owner_account_id, region, observed_at);

create table amigraph.image_views (
  account_id text not null,
  region text not null,
  view_id text not null,
  primary key (account_id, region)
);
comment on table amigraph.image_views is 'Which images of others an account sees as launchable for itself (R21). Accounts of one OU mostly see the same, so the sets are kept once and named by their content. Source: (account, Region, IMAGES_SHARED).';
create index image_views_view on amigraph.image_views (view_id);

create table amigraph.image_view_members (
  view_id text not null,
  region text not null,
  image_id text not null,
  primary key (view_id, image_id)
);
comment on table amigraph.image_view_members is 'The images of a view; a view never changes, an account changes to another view.';
create index image_view_members_image on amigraph.image_view_members (region, image_id);

create table amigraph.snapshots (
  region text not null,
  snapshot_id text not null,
  owner_account_id text not null,
  volume_id text,
  volume_size_gib integer,
  encrypted boolean not null,
  kms_key_id text,
  state text not null,
  storage_tier text,
  start_time timestamptz,
  description text,
  content_hash text not null,
  primary key (region, snapshot_id)
);
comment on table amigraph.snapshots is 'EBS snapshots that a member account owns. Source: (owner, Region, SNAPSHOTS).';
create index snapshots_owner on amigraph.snapshots (owner_account_id, region);
create index snapshots_by_start on amigraph.snapshots (coalesce(start_time, '-infinity'::timestamptz), snapshot_id, region);

create table amigraph.instances (
  account_id text not null,
  region text not null,
  instance_id text not null,
  image_id text not null,
  state text not null,
  instance_type text,
  architecture text,
  boot_mode text,
  current_boot_mode text,
  platform text,
  platform_details text,
  usage_operation text,
  lifecycle text,
  availability_zone text,
  launch_time timestamptz,
  tags jsonb not null,
  content_hash text not null,
  primary key (account_id, region, instance_id)
);
comment on table amigraph.instances is 'Instances as DescribeInstances lists them; a terminated one stays for about an hour, as in AWS. Source: (account, Region, INSTANCES).';
comment on column amigraph.instances.lifecycle is 'ON_DEMAND, SPOT, SCHEDULED, CAPACITY_BLOCK, INTERRUPTIBLE_CAPACITY_RESERVATION';
comment on column amigraph.instances.tags is 'Array of {key, value}, ordered by key';
create index instances_by_image on amigraph.instances (region, image_id, account_id);
create index instances_by_id on amigraph.instances (instance_id);
create index instances_by_image_launch on amigraph.instances (region, image_id, coalesce(launch_time, '-infinity'::timestamptz), instance_id, account_id);
create index instances_by_account_launch on amigraph.instances (account_id, coalesce(launch_time, '-infinity'::timestamptz), instance_id, region);
create index instances_by_launch on amigraph.instances (coalesce(launch_time, '-infinity'::timestamptz), instance_id, region, account_id);
create index instances_by_state on amigraph.instances (state, coalesce(launch_time, '-infinity'::timestamptz), instance_id, region, account_id);

create table amigraph.instance_product_codes (
  account_id text not null,
  region text not null,
  instance_id text not null,
  product_code text not null,
  kind text not null,
  primary key (account_id, region, instance_id, product_code),
  foreign key (account_id, region, instance_id) references amigraph.instances on delete cascade
);
comment on table amigraph.instance_product_codes is 'Product codes of an instance (R14). Written with their instance.';
create index instance_product_codes_code on amigraph.instance_product_codes (product_code, account_id);

create table amigraph.instance_images (
  account_id text not null,
  region text not null,
  instance_id text not null,
  image_id text not null,
  launch_time timestamptz,
  first_seen_at timestamptz not null default now(),
  primary key (account_id, region, instance_id, image_id)
);
comment on table amigraph.instance_images is 'Every instance-to-image pair ever seen (R17): rows are added, never changed, and stay when the instance is gone, because a bill names it months later.';
create index instance_images_instance on amigraph.instance_images (instance_id);

create table amigraph.instance_image_metadata (
  account_id text not null,
  region text not null,
  image_id text not null,
  name text,
  owner_account_id text,
  owner_alias text,
  state text not null,
  is_public boolean,
  creation_date timestamptz,
  deprecation_time timestamptz,
  image_allowed boolean,
  content_hash text not null,
  primary key (account_id, region, image_id)
);
comment on table amigraph.instance_image_metadata is 'What DescribeInstanceImageMetadata says of the images behind an account''s instances, also of those that are gone or private. Source: (account, Region, INSTANCE_IMAGES).';
comment on column amigraph.instance_image_metadata.image_allowed is 'Whether the account''s Allowed AMIs settings allow the image (R13); null where AWS says nothing, as when they are off';
create index instance_image_metadata_image on amigraph.instance_image_metadata (region, image_id);
create index instance_image_metadata_disallowed on amigraph.instance_image_metadata (account_id, region, image_id) where image_allowed = false;

create table amigraph.trusted_owners (
  account_id text primary key
);
comment on table amigraph.trusted_owners is 'Accounts outside the organization whose images are trusted by configuration (R3, ALLOWLISTED).';

create table amigraph.coverage (
  account_id text not null,
  region text not null,
  kind text not null,
  status text not null,
  last_success_at timestamptz,
  last_attempt_at timestamptz,
  fresh_until timestamptz,
  attempts integer not null default 0,
  error_code text,
  error_message text,
  primary key (account_id, region, kind)
);
comment on table amigraph.coverage is 'How reading each source went (R20): one row per (account, Region, kind), also for those that failed or were never read.';
comment on column amigraph.coverage.region is 'global for sources without a Region';
comment on column amigraph.coverage.status is 'Outcome of the last attempt: FRESH, FAILED, DENIED, NEVER, NOT_APPLICABLE. FRESH becomes STALE by itself once fresh_until has passed: see amigraph.coverage_status.';
comment on column amigraph.coverage.attempts is 'Attempts since the last success; 0 when the last one succeeded';
create index coverage_status on amigraph.coverage (status, account_id, region, kind);

create function amigraph.coverage_status(status text, fresh_until timestamptz) returns text
  language sql stable parallel safe
  return case when status = 'FRESH' and fresh_until < now() then 'STALE' else status end;
comment on function amigraph.coverage_status is 'The status as of now: a source that succeeded but was not read again in time is STALE.';

create table amigraph.sync_runs (
  sync_run_id bigint generated always as identity primary key,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  sources integer not null default 0,
  failed_sources integer not null default 0,
  calls bigint not null default 0,
  rows_changed bigint not null default 0
);
comment on table amigraph.sync_runs is 'Each sync over the whole organization.';
comment on column amigraph.sync_runs.finished_at is 'Null while it runs, and for good where its process died';
create index sync_runs_finished on amigraph.sync_runs (finished_at desc);

-- Down Migration
drop schema amigraph cascade;
