-- Up Migration
-- What decides and explains images from outside plain EC2 listings: the keys behind what is shared (R9), the pipelines
-- that build golden images (R19), where a lineage goes on beyond the cache, and who uses images outside the organization.

create table amigraph.kms_keys (
  arn text primary key,
  account_id text not null,
  region text not null,
  manager text,
  state text,
  multi_region boolean,
  policy text,
  content_hash text not null
);
comment on table amigraph.kms_keys is 'KMS keys that encrypt an image which a member shares, or a snapshot behind one (R9), from DescribeKey and GetKeyPolicy. Source: (key''s account, Region, KMS_KEYS).';
comment on column amigraph.kms_keys.account_id is 'The account that the key is in: it alone can be asked for it, and need not be the image''s owner';
comment on column amigraph.kms_keys.manager is 'AWS or CUSTOMER; null: the key could not be described (see kms_key_reads)';
comment on column amigraph.kms_keys.policy is 'The policy document of the name default, as AWS answered it, to be evaluated; null for keys that AWS manages, which nobody can be let use, and where it could not be read';
create index kms_keys_source on amigraph.kms_keys (account_id, region);

create table amigraph.kms_key_aliases (
  alias_arn text primary key,
  arn text not null,
  account_id text not null,
  region text not null,
  content_hash text not null
);
comment on table amigraph.kms_key_aliases is 'Which key an alias means that an image or snapshot names instead of its key. Source: (key''s account, Region, KMS_KEYS).';
create index kms_key_aliases_key on amigraph.kms_key_aliases (arn);
create index kms_key_aliases_source on amigraph.kms_key_aliases (account_id, region);

create table amigraph.kms_grants (
  key_arn text not null,
  grant_id text not null,
  account_id text not null,
  region text not null,
  name text,
  grantee_principal text,
  retiring_principal text,
  issuing_account text,
  operations text[] not null,
  constraints jsonb,
  creation_date timestamptz,
  content_hash text not null,
  primary key (key_arn, grant_id)
);
comment on table amigraph.kms_grants is 'Grants of these keys, from ListGrants: what lets somebody use a key besides its policy (R9). Source: (key''s account, Region, KMS_KEYS).';
comment on column amigraph.kms_grants.account_id is 'The key''s account';
comment on column amigraph.kms_grants.operations is 'As AWS names them: Decrypt, CreateGrant, ReEncryptFrom …';
comment on column amigraph.kms_grants.constraints is 'As AWS names them: {"EncryptionContextSubset": {…}}; null: none';
create index kms_grants_source on amigraph.kms_grants (account_id, region);

create table amigraph.kms_key_reads (
  name text not null,
  call text not null,
  account_id text not null,
  region text not null,
  observed_at timestamptz,
  attempted_at timestamptz not null,
  error_code text,
  error_message text,
  primary key (name, call)
);
comment on table amigraph.kms_key_reads is 'When each key was last asked for what, and how the last attempt failed, if it did. Apart from the facts, because it moves with every read.';
comment on column amigraph.kms_key_reads.name is 'The ARN of a key, or of an alias, that was asked for';
comment on column amigraph.kms_key_reads.call is 'DescribeKey, GetKeyPolicy or ListGrants; the last two are not asked of keys that AWS manages';
comment on column amigraph.kms_key_reads.observed_at is 'Null: never answered';
create index kms_key_reads_source on amigraph.kms_key_reads (account_id, region);

create function amigraph.kms_key_arn(reference text, region text, account_id text) returns text
  language sql immutable parallel safe
  return case
    when reference like 'arn:%' then reference
    when reference is not null then format('arn:%s:kms:%s:%s:%s',
      case when region like 'cn-%' then 'aws-cn' when region like 'us-gov-%' then 'aws-us-gov' else 'aws' end,
      region, account_id, case when reference like 'alias/%' then reference else 'key/' || reference end)
    end;
comment on function amigraph.kms_key_arn is 'The ARN of the key, or of the alias, that an image or snapshot of that Region and owner names: by ARN, by alias, or by the bare ID of a key.';

-- By the account of the key: which keys it has to be asked for.
create index snapshots_by_key_account on amigraph.snapshots
  (split_part(amigraph.kms_key_arn(kms_key_id, region, owner_account_id), ':', 5), region) where kms_key_id is not null;
create index image_block_devices_by_key_account on amigraph.image_block_devices (region, split_part(kms_key_id, ':', 5))
  where kms_key_id is not null;

create table amigraph.image_pipelines (
  arn text primary key,
  account_id text not null,
  region text not null,
  name text not null,
  description text,
  platform text,
  status text,
  image_recipe_arn text,
  container_recipe_arn text,
  distribution_configuration_arn text,
  schedule_expression text,
  schedule_timezone text,
  schedule_start_condition text,
  created_at timestamptz,
  updated_at timestamptz,
  last_run_at timestamptz,
  next_run_at timestamptz,
  content_hash text not null
);
comment on table amigraph.image_pipelines is 'EC2 Image Builder pipelines (R19), from ListImagePipelines. Source: (account, Region, IMAGE_PIPELINES).';
comment on column amigraph.image_pipelines.status is 'ENABLED or DISABLED; OTHER for one that AWS added since';
comment on column amigraph.image_pipelines.container_recipe_arn is 'Set for pipelines that build container images, which have no image_recipe_arn';
comment on column amigraph.image_pipelines.schedule_expression is 'cron(…) or rate(…) as AWS gives it; null: it is started by hand';
create index image_pipelines_source on amigraph.image_pipelines (account_id, region);
create index image_pipelines_by_name on amigraph.image_pipelines (coalesce(name, '') collate "C", arn);

create table amigraph.image_builds (
  arn text primary key,
  version_arn text not null,
  account_id text not null,
  region text not null,
  name text not null,
  version text not null,
  build integer not null,
  platform text,
  os_version text,
  build_type text,
  state text not null,
  state_reason text,
  created_at timestamptz,
  pipeline_arn text,
  pipeline_name text,
  recipe_arn text,
  recipe_name text,
  recipe_version text,
  parent_image text,
  distribution_configuration_arn text,
  distributions jsonb,
  content_hash text not null
);
comment on table amigraph.image_builds is 'Build versions of EC2 Image Builder images (R19), from ListImages, ListImageBuildVersions and GetImage; container images apart. Source: (account, Region, IMAGE_BUILDS).';
comment on column amigraph.image_builds.arn is 'Of the build version: …:image/NAME/1.0.0/1';
comment on column amigraph.image_builds.version_arn is 'Of the image version that this is a build of: …:image/NAME/1.0.0';
comment on column amigraph.image_builds.build is 'Counts the builds of one version, from 1';
comment on column amigraph.image_builds.pipeline_arn is 'Null: built without a pipeline, or not known (GetImage failed)';
comment on column amigraph.image_builds.parent_image is 'What the recipe starts from: an AMI ID, an Image Builder ARN, or an SSM parameter';
comment on column amigraph.image_builds.distributions is 'Where it is to go: array of {region, accountIds}, in AWS''s order; null: not known';
create index image_builds_source on amigraph.image_builds (account_id, region);
create index image_builds_by_date on amigraph.image_builds (coalesce(created_at, '-infinity'::timestamptz), arn);
create index image_builds_by_pipeline on amigraph.image_builds (pipeline_arn, coalesce(created_at, '-infinity'::timestamptz), arn)
  where pipeline_arn is not null;

create table amigraph.image_build_outputs (
  build_arn text not null,
  image_region text not null,
  image_id text not null,
  image_account_id text,
  name text,
  account_id text not null,
  region text not null,
  content_hash text not null,
  primary key (build_arn, image_region, image_id)
);
comment on table amigraph.image_build_outputs is 'The AMIs that a build made, one a Region and account that it was distributed to. Source: (account, Region, IMAGE_BUILDS).';
comment on column amigraph.image_build_outputs.account_id is 'The account of the build, as region is its Region';
create index image_build_outputs_image on amigraph.image_build_outputs (image_region, image_id);
create index image_build_outputs_source on amigraph.image_build_outputs (account_id, region);

create table amigraph.image_ancestors (
  region text not null,
  image_id text not null,
  generation integer not null,
  owner_account_id text not null,
  ancestor_region text,
  ancestor_image_id text not null,
  ancestor_owner_alias text,
  ancestor_creation_date timestamptz,
  primary key (region, image_id, generation)
);
comment on table amigraph.image_ancestors is 'What GetImageAncestry says of images whose source the cache does not have. Source: (owner, Region, IMAGE_ANCESTRY).';
comment on column amigraph.image_ancestors.generation is '1: what the image was made from; 2: what that was made from …';
comment on column amigraph.image_ancestors.ancestor_region is 'Null where AWS doesn''t say';
create index image_ancestors_source on amigraph.image_ancestors (owner_account_id, region);
create index image_ancestors_descendants on amigraph.image_ancestors (ancestor_region, ancestor_image_id);

create table amigraph.image_ancestry_reads (
  region text not null,
  image_id text not null,
  owner_account_id text not null,
  observed_at timestamptz,
  attempted_at timestamptz not null,
  error_code text,
  error_message text,
  primary key (region, image_id)
);
comment on table amigraph.image_ancestry_reads is 'Which images were asked for their ancestry: once for good, because it cannot change, or how it failed.';
comment on column amigraph.image_ancestry_reads.observed_at is 'Null: not answered yet, so it is asked again';
create index image_ancestry_reads_source on amigraph.image_ancestry_reads (owner_account_id, region);

create table amigraph.image_usage_reports (
  region text not null,
  image_id text not null,
  owner_account_id text not null,
  report_id text,
  requested_at timestamptz,
  observed_at timestamptz,
  error_code text,
  error_message text,
  primary key (region, image_id)
);
comment on table amigraph.image_usage_reports is 'Which usage report tells of an image, where usage reports are switched on. Apart from the facts, because it moves with every report.';
comment on column amigraph.image_usage_reports.report_id is 'The last one that was asked for';
comment on column amigraph.image_usage_reports.requested_at is 'When that one was asked for';
comment on column amigraph.image_usage_reports.observed_at is 'When the report was made whose entries are in image_outside_usage; null: none was ever finished';
comment on column amigraph.image_usage_reports.error_code is 'Why the last report could not be asked for, made or read';
create index image_usage_reports_source on amigraph.image_usage_reports (owner_account_id, region);

create table amigraph.image_outside_usage (
  region text not null,
  image_id text not null,
  account_id text not null,
  resource_type text not null,
  owner_account_id text not null,
  usage_count bigint not null,
  primary key (region, image_id, account_id, resource_type)
);
comment on table amigraph.image_outside_usage is 'How often accounts outside the organization use a shared image, from DescribeImageUsageReportEntries. Source: (owner, Region, IMAGE_USAGE).';
comment on column amigraph.image_outside_usage.account_id is 'The account that uses it';
comment on column amigraph.image_outside_usage.resource_type is 'INSTANCE, LAUNCH_TEMPLATE, IMAGE_RECIPE, CONTAINER_RECIPE; OTHER for one that AWS added since';
create index image_outside_usage_source on amigraph.image_outside_usage (owner_account_id, region);

-- A key policy names roles and accounts that are nobody else's business: keys are seen by whoever sees their account.
call amigraph.show_to_viewers('amigraph.kms_keys', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.kms_key_aliases', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.kms_grants', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.kms_key_reads', 'account_id = any((select amigraph.viewer_accounts())::text[])');
-- How an image is built is the business of the account that builds it, not of those it is shared with.
call amigraph.show_to_viewers('amigraph.image_pipelines', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.image_builds', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.image_build_outputs',
  'account_id = any((select amigraph.viewer_accounts())::text[])');
-- AWS tells the ancestry of an image to everybody who may use it.
call amigraph.show_to_viewers('amigraph.image_ancestors',
  'exists (select from amigraph.images i
    where i.region = image_ancestors.region and i.image_id = image_ancestors.image_id)');
call amigraph.show_to_viewers('amigraph.image_ancestry_reads',
  'owner_account_id = any((select amigraph.viewer_accounts())::text[])');
-- Who else uses an image is told to its owner only.
call amigraph.show_to_viewers('amigraph.image_usage_reports',
  'owner_account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.image_outside_usage',
  'owner_account_id = any((select amigraph.viewer_accounts())::text[])');

call amigraph.announce_changes_of('amigraph.kms_keys', 'facts');
call amigraph.announce_changes_of('amigraph.kms_key_aliases', 'facts');
call amigraph.announce_changes_of('amigraph.kms_grants', 'facts');
call amigraph.announce_changes_of('amigraph.kms_key_reads', 'observations');
call amigraph.announce_changes_of('amigraph.image_pipelines', 'facts');
call amigraph.announce_changes_of('amigraph.image_builds', 'facts');
call amigraph.announce_changes_of('amigraph.image_build_outputs', 'facts');
call amigraph.announce_changes_of('amigraph.image_ancestors', 'facts');
call amigraph.announce_changes_of('amigraph.image_ancestry_reads', 'observations');
call amigraph.announce_changes_of('amigraph.image_usage_reports', 'observations');
call amigraph.announce_changes_of('amigraph.image_outside_usage', 'facts');

-- Down Migration
drop table amigraph.image_outside_usage, amigraph.image_usage_reports, amigraph.image_ancestry_reads,
  amigraph.image_ancestors, amigraph.image_build_outputs, amigraph.image_builds, amigraph.image_pipelines,
  amigraph.kms_key_reads, amigraph.kms_grants, amigraph.kms_key_aliases, amigraph.kms_keys;
drop index amigraph.snapshots_by_key_account, amigraph.image_block_devices_by_key_account;
drop function amigraph.kms_key_arn;
