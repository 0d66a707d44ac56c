-- Up Migration
-- What is decided about sharing: rules of keys in a form that SQL can decide (R9), Allowed AMIs criteria (R13), whom the
-- organization shares with, and which shares do not work (question 7).

create table amigraph.kms_key_access (
  key_arn text not null,
  rule_id text not null,
  account_id text not null,
  region text not null,
  effect text not null,
  is_certain boolean not null,
  operations text[] not null,
  accounts text[],
  except_accounts text[],
  organizations text[],
  except_organizations text[],
  paths text[],
  except_paths text[],
  content_hash text not null,
  primary key (key_arn, rule_id)
);
comment on table amigraph.kms_key_access is 'What a key''s policy, state and grants let accounts do that launch with it (R9), compiled from kms_keys and kms_grants in their transaction (domain/kms). A rule applies to an account that fulfils every condition given; null is no condition. A key without rules lets nobody in. Source: (key''s account, Region, KMS_KEYS).';
comment on column amigraph.kms_key_access.rule_id is 'Of the rule''s content: rules have no order';
comment on column amigraph.kms_key_access.effect is 'ALLOW or DENY; a DENY wins';
comment on column amigraph.kms_key_access.is_certain is 'False: more than the account decides, such as which of its roles launches, so that the rule makes what it applies to UNKNOWN';
comment on column amigraph.kms_key_access.operations is 'Operations of KMS that a launch needs, as AWS names them';
comment on column amigraph.kms_key_access.paths is 'LIKE patterns over an account''s path in the tree: o-…/r-…/ou-…/';
create index kms_key_access_source on amigraph.kms_key_access (account_id, region);
call amigraph.show_to_viewers('amigraph.kms_key_access', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.announce_changes_of('amigraph.kms_key_access', 'facts');

-- These read as their owner: they tell a verdict on a key or the key that a visible image names, and no more.

create function amigraph.key_of(reference text, region text, account_id text) returns text
  language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
  return coalesce(
    (select a.arn from amigraph.kms_key_aliases a where a.alias_arn = amigraph.kms_key_arn(reference, region, account_id)),
    amigraph.kms_key_arn(reference, region, account_id));
comment on function amigraph.key_of is 'The ARN of the key that an image or snapshot of that Region and owner names, also by an alias.';

create function amigraph.key_access(key text, user_account text) returns text
  language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
begin atomic
  with organization as (
    select organization_id from amigraph.organizations limit 1
  ), member as (
    select o.organization_id || '/' || array_to_string(a.ancestor_ids, '/') || '/' as path
    from amigraph.accounts a cross join organization o
    where a.account_id = user_account
  ), rule as (
    select r.effect, operation,
      -- False where a condition does not hold, null where it is not known or the rule is not certain.
      nullif(
        (r.accounts is null or user_account = any(r.accounts))
        and (r.except_accounts is null or user_account <> all(r.except_accounts))
        and (r.organizations is null or case
          when m.path is not null then o.organization_id = any(r.organizations)
          when o.organization_id = all(r.organizations) then false end)
        and (r.except_organizations is null or case
          when m.path is not null then o.organization_id <> all(r.except_organizations)
          when o.organization_id = all(r.except_organizations) then true end)
        and (r.paths is null or case
          when m.path is not null then m.path like any(r.paths)
          when o.organization_id || '/' = all(select left(p, length(o.organization_id) + 1) from unnest(r.paths) p)
            then false end)
        and (r.except_paths is null or case
          when m.path is not null then not m.path like any(r.except_paths)
          when o.organization_id || '/' = all(select left(p, length(o.organization_id) + 1) from unnest(r.except_paths) p)
            then true end),
        case when not r.is_certain then true end) as applies
    from amigraph.kms_key_access r
    cross join unnest(r.operations) as operation
    left join organization o on true
    left join member m on true
    where r.key_arn = key
  ), operation as (
    select needed.name, needed.is_essential,
      case when bool_or(r.applies) filter (where r.effect = 'DENY') then false
        when not coalesce(bool_or(r.applies is not false) filter (where r.effect = 'ALLOW'), false) then false
        when bool_or(r.applies is null) filter (where r.effect = 'DENY') then null
        when bool_or(r.applies) filter (where r.effect = 'ALLOW') then true end as allowed
    from (values ('CreateGrant', true), ('Decrypt', true), ('DescribeKey', false),
      ('GenerateDataKeyWithoutPlaintext', false), ('ReEncryptFrom', false), ('ReEncryptTo', false))
      as needed (name, is_essential)
    left join rule r on r.operation = needed.name
    group by needed.name, needed.is_essential
  )
  select case
    when not exists (select from amigraph.kms_keys k where k.arn = key) then 'UNKNOWN'
    when bool_or(allowed = false) filter (where is_essential) then 'DENIED'
    when bool_and(allowed is true) then 'ALLOWED'
    else 'UNKNOWN' end
  from operation;
end;
comment on function amigraph.key_access is 'Whether a key lets an account launch what it encrypts (R9): ALLOWED, DENIED or UNKNOWN, as domain/kms/key-access.ts decides it; a key that was never read is UNKNOWN.';

create function amigraph.key_manager(key text) returns text
  language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
  return (select k.manager from amigraph.kms_keys k where k.arn = key);
comment on function amigraph.key_manager is 'AWS or CUSTOMER; null where the key was never described.';

create function amigraph.snapshot_access(in_region text, snapshot text, user_account text) returns text
  language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
  return case
    when exists (select from amigraph.snapshots s
      where s.region = in_region and s.snapshot_id = snapshot and s.owner_account_id = user_account) then 'YES'
    when exists (select from amigraph.snapshot_create_volume_permissions p
      where p.region = in_region and p.snapshot_id = snapshot
        and (p.kind = 'PUBLIC' or p.kind = 'ACCOUNT' and p.grantee = user_account)) then 'YES'
    when exists (select from amigraph.snapshot_permission_reads r
      where r.region = in_region and r.snapshot_id = snapshot and r.observed_at is not null) then 'NO'
    else 'UNKNOWN' end;
comment on function amigraph.snapshot_access is 'Whether an account may make volumes from a snapshot (R7): YES, NO, or UNKNOWN where its permissions were never read.';

revoke execute on function amigraph.key_of, amigraph.key_access, amigraph.key_manager, amigraph.snapshot_access from public;
grant execute on function amigraph.key_of, amigraph.key_access, amigraph.key_manager, amigraph.snapshot_access
  to amigraph_organization_viewer, amigraph_limited_viewer;

create view amigraph.image_storage as
  select d.region, d.image_id, d.ordinal, d.snapshot_id, s.owner_account_id,
    coalesce(d.encrypted, s.encrypted) as encrypted,
    coalesce(s.kms_key_id, d.kms_key_id) as key_reference,
    coalesce(s.owner_account_id, i.owner_account_id) as key_account_id,
    s.volume_size_gib
  from amigraph.image_block_devices d
  join amigraph.images i on i.region = d.region and i.image_id = d.image_id
  left join amigraph.snapshots s on s.region = d.region and s.snapshot_id = d.snapshot_id
  where not d.suppressed and d.virtual_name is null;
comment on view amigraph.image_storage is 'The volumes of images with what the snapshots behind them say, for viewers that see the image, not the snapshot: AWS tells a grantee of an image which key its storage has.';
comment on column amigraph.image_storage.encrypted is 'Null: neither the image nor the snapshot says';
grant select on amigraph.image_storage to amigraph_organization_viewer, amigraph_limited_viewer;

create function amigraph.glob_matches(value text, pattern text) returns boolean
  language sql immutable parallel safe
  return value like replace(replace(regexp_replace(pattern, '([\\%_])', '\\\1', 'g'), '*', '%'), '?', '_');
comment on function amigraph.glob_matches is 'Whether a text matches a pattern of AWS (* and ?) as a whole.';

create function amigraph.meets_criteria(criteria jsonb, image amigraph.images) returns boolean
  language sql stable parallel safe
begin atomic
  select case when bool_or(met) then true when bool_or(met is null) then null else false end
  from (
    select
      (jsonb_typeof(c -> 'imageProviders') is distinct from 'array'
        or (c -> 'imageProviders') ? image.owner_account_id
        or coalesce((c -> 'imageProviders') ? image.owner_alias, false))
      and (jsonb_typeof(c -> 'imageNames') is distinct from 'array'
        or exists (select from jsonb_array_elements_text(c -> 'imageNames') n (pattern)
          where amigraph.glob_matches(coalesce(image.name, ''), n.pattern)))
      and (jsonb_typeof(c -> 'marketplaceProductCodes') is distinct from 'array'
        or exists (select from amigraph.image_product_codes code
          where code.region = image.region and code.image_id = image.image_id
            and (c -> 'marketplaceProductCodes') ? code.product_code)
        -- What instances say of an image leaves its codes out.
        or nullif(image.evidence = 'INSTANCE', true))
      and (c ->> 'maximumDaysSinceCreated' is null
        or now() - image.creation_date <= make_interval(secs => 86400 * (c ->> 'maximumDaysSinceCreated')::integer))
      and (c ->> 'maximumDaysSinceDeprecated' is null or image.deprecation_time is null
        or now() - image.deprecation_time
          <= make_interval(secs => 86400 * (c ->> 'maximumDaysSinceDeprecated')::integer))
      and (coalesce(jsonb_array_length(c -> 'otherConditions'), 0) = 0 or null) as met
    from jsonb_array_elements(criteria) as c
  ) criterion;
end;
comment on function amigraph.meets_criteria is 'Whether an image of another account meets one of the criteria of Allowed AMIs (R13), in the form of allowed_images_settings; null where that is not known. As domain/allowed-images.ts decides it.';

create table amigraph.launch_permission_targets (
  kind text not null,
  grantee text not null,
  target_id text not null,
  permissions bigint not null,
  primary key (kind, grantee)
);
comment on table amigraph.launch_permission_targets is 'Whom launch permissions name, each once. Kept by triggers of launch_permissions, so that those outside the organization are found among the grantees and not among all permissions (R12).';
comment on column amigraph.launch_permission_targets.permissions is 'How many permissions name it; one that none names has no row';
create index launch_permission_targets_target on amigraph.launch_permission_targets (target_id);

create function amigraph.count_permissions() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'TRUNCATE' then
    delete from amigraph.launch_permission_targets;
    return null;
  end if;
  if tg_op in ('INSERT', 'UPDATE') then
    insert into amigraph.launch_permission_targets as t (kind, grantee, target_id, permissions)
    select kind, grantee, min(target_id), count(*) from added group by kind, grantee order by kind, grantee
    on conflict (kind, grantee) do update set permissions = t.permissions + excluded.permissions;
  end if;
  if tg_op in ('DELETE', 'UPDATE') then
    update amigraph.launch_permission_targets t set permissions = t.permissions - r.permissions
    from (select kind, grantee, count(*) as permissions from removed group by kind, grantee) r
    where t.kind = r.kind and t.grantee = r.grantee;
    delete from amigraph.launch_permission_targets t
    using (select distinct kind, grantee from removed) r
    where t.kind = r.kind and t.grantee = r.grantee and t.permissions = 0;
  end if;
  return null;
end
$$;
comment on function amigraph.count_permissions is 'Keeps launch_permission_targets.';
create trigger targets_added after insert on amigraph.launch_permissions
  referencing new table as added for each statement execute function amigraph.count_permissions();
create trigger targets_removed after delete on amigraph.launch_permissions
  referencing old table as removed for each statement execute function amigraph.count_permissions();
create trigger targets_changed after update on amigraph.launch_permissions
  referencing new table as added old table as removed for each statement execute function amigraph.count_permissions();
create trigger targets_emptied after truncate on amigraph.launch_permissions
  for each statement execute function amigraph.count_permissions();
insert into amigraph.launch_permission_targets
select kind, grantee, min(target_id), count(*) from amigraph.launch_permissions group by kind, grantee;
call amigraph.show_to_viewers('amigraph.launch_permission_targets', 'cardinality((select amigraph.viewer_accounts())) > 0');
call amigraph.announce_changes_of('amigraph.launch_permission_targets', 'facts');

create table amigraph.share_problems (
  region text not null,
  image_id text not null,
  code text not null,
  grantee text not null,
  account_id text not null,
  owner_account_id text not null,
  severity text not null,
  message text not null,
  first_seen_at timestamptz not null default now(),
  content_hash text not null,
  primary key (region, image_id, code, grantee, account_id)
);
comment on table amigraph.share_problems is 'Shares that do not work, or work only half (question 7), found by db/share-problems from the facts at the end of a sync: a problem is one of an image and a grantee, or an account that the grantee reaches.';
comment on column amigraph.share_problems.grantee is 'As the launch permission has it; empty: of the image as a whole';
comment on column amigraph.share_problems.account_id is 'The account that the problem hits; empty: all that the grantee reaches';
comment on column amigraph.share_problems.severity is 'BLOCKS_LAUNCH, BLOCKS_COPY or INFORMATION';
create index share_problems_in_order on amigraph.share_problems (
  array_position(array['BLOCKS_LAUNCH', 'BLOCKS_COPY', 'INFORMATION'], severity),
  code, image_id, region, grantee, account_id);
create index share_problems_by_image on amigraph.share_problems (image_id, region, code, grantee, account_id);
create index share_problems_by_first_seen on amigraph.share_problems
  (coalesce(first_seen_at, '-infinity'::timestamptz), image_id, region, code, grantee, account_id);
create index share_problems_owner on amigraph.share_problems (owner_account_id, region);
create index share_problems_account on amigraph.share_problems (account_id) where account_id <> '';
-- What a unit's accounts lack is the owner's to know, what an account lacks also its own.
call amigraph.show_to_viewers('amigraph.share_problems',
  'owner_account_id = any((select amigraph.viewer_accounts())::text[])
    or account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.announce_changes_of('amigraph.share_problems', 'facts');

create function amigraph.sees_organization() returns boolean
  language sql stable parallel safe
  return current_user <> 'amigraph_limited_viewer';
comment on function amigraph.sees_organization is 'Whether the reader sees every account, so that what it does not see is not there.';

-- Copies and derived images of an image, and accounts by state: both are rare among all.
create index images_by_source_instance on amigraph.images (region, source_instance_id) where source_instance_id is not null;
create index accounts_not_active on amigraph.accounts (account_id) where state <> 'ACTIVE';
create index image_block_devices_encrypted on amigraph.image_block_devices (region, image_id) where encrypted;
create index instance_images_image on amigraph.instance_images (region, image_id, instance_id);
-- Whether anything that would tell of a use could not be read, or not lately: looked up, not counted.
create index coverage_not_fresh on amigraph.coverage (kind, region) where status not in ('FRESH', 'NOT_APPLICABLE');
create index coverage_until on amigraph.coverage (kind, region, fresh_until) where status = 'FRESH';

create table amigraph.golden_families (
  family text primary key,
  owner_account_id text not null,
  name_pattern text not null,
  tag_key text,
  tag_value text
);
comment on table amigraph.golden_families is 'Golden images by configuration (R19): those of an owner whose name matches, and that carry a tag of the owner where one is named.';
comment on column amigraph.golden_families.name_pattern is 'With * and ?, over the whole name';
call amigraph.show_to_viewers('amigraph.golden_families', 'cardinality((select amigraph.viewer_accounts())) > 0');
call amigraph.announce_changes_of('amigraph.golden_families', 'facts');

-- These read as whoever asks: each viewer has the golden images that it sees.
create view amigraph.golden_images with (security_invoker = true) as
  with recursive made as (
    select 'IMAGE_BUILDER' as origin, b.name as family, b.arn as release,
      b.version || '/' || b.build as version, b.created_at, i.region, i.image_id
    from amigraph.image_builds b
    join amigraph.image_build_outputs o on o.build_arn = b.arn
    join amigraph.images i on i.region = o.image_region and i.image_id = o.image_id
    union
    -- The copies of a release in other Regions have its name: by that they are one.
    select 'CONFIGURED', f.family, i.name, i.name,
      min(i.creation_date) over (partition by f.family, i.name), i.region, i.image_id
    from amigraph.golden_families f
    join amigraph.images i on i.owner_account_id = f.owner_account_id and amigraph.glob_matches(i.name, f.name_pattern)
    where f.tag_key is null or exists (
      select from amigraph.image_tags t
      where t.region = i.region and t.image_id = i.image_id and t.set_by_owner and t.key = f.tag_key
        and (f.tag_value is null or t.value = f.tag_value))
  ), copied as (
    select m.origin, m.family, m.release, m.version, m.created_at, m.region, m.image_id, false as is_copy
    from made m
    union
    select c.origin, c.family, c.release, c.version, c.created_at, i.region, i.image_id, true
    from copied c
    join amigraph.images i on i.source_image_region = c.region and i.source_image_id = c.image_id
  )
  select distinct on (origin, family, region, image_id)
    origin, family, release, version, created_at, region, image_id, is_copy
  from copied
  order by origin, family, region, image_id, is_copy;
comment on view amigraph.golden_images is 'Every image of a golden family (R19), with its release; copies that others made of it belong to the same release.';

create view amigraph.golden_releases with (security_invoker = true) as
  select g.origin, g.family, g.release, min(g.version) as version, min(g.created_at) as created_at,
    lead(min(g.created_at)) over (
      partition by g.origin, g.family order by min(g.created_at) nulls first, g.release) as superseded_at,
    row_number() over (
      partition by g.origin, g.family order by min(g.created_at) desc nulls last, g.release desc) as age
  from amigraph.golden_images g
  join amigraph.images i on i.region = g.region and i.image_id = g.image_id
  where not g.is_copy and i.state = 'AVAILABLE'
  group by g.origin, g.family, g.release;
comment on view amigraph.golden_releases is 'The releases of each golden family that have an available image; the first by age is the current one.';

create view amigraph.golden_instances with (security_invoker = true) as
  select n.account_id, n.region, n.instance_id, g.origin, g.family, coalesce(r.age, 0) = 1 as is_current
  from amigraph.golden_images g
  join amigraph.instances n on n.region = g.region and n.image_id = g.image_id and n.state <> 'TERMINATED'
  left join amigraph.golden_releases r
    on r.origin = g.origin and r.family = g.family and r.release = g.release;
comment on view amigraph.golden_instances is 'Instances on a release of a golden family, and whether it is the current one.';
grant select on amigraph.golden_images, amigraph.golden_releases, amigraph.golden_instances
  to amigraph_organization_viewer, amigraph_limited_viewer;

-- Down Migration
drop view amigraph.golden_instances, amigraph.golden_releases, amigraph.golden_images;
drop table amigraph.golden_families;
drop index amigraph.images_by_source_instance, amigraph.accounts_not_active, amigraph.image_block_devices_encrypted,
  amigraph.instance_images_image, amigraph.coverage_not_fresh, amigraph.coverage_until;
drop function amigraph.sees_organization;
drop table amigraph.share_problems;
drop function amigraph.count_permissions cascade;
drop table amigraph.launch_permission_targets;
drop function amigraph.meets_criteria, amigraph.glob_matches;
drop view amigraph.image_storage;
drop function amigraph.key_of, amigraph.key_access, amigraph.key_manager, amigraph.snapshot_access;
drop table amigraph.kms_key_access;
