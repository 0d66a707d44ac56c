-- Up Migration
-- The memory: what every fact was, and when. The version that holds now is the row of the fact itself, with the moment it
-- began; only what was before is kept here, so that nothing is stored twice and a fact that never changes costs nothing.
-- Triggers write it with the statement that changes the fact, so that no writer can forget it.

create sequence amigraph.version_ids;

create table amigraph.versions (
  version_id bigint not null default nextval('amigraph.version_ids'),
  fact text not null,
  account_id text,
  region text,
  image_id text,
  instance_id text,
  target_id text,
  kind text,
  was jsonb,
  became jsonb,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  primary key (valid_to, version_id)
) partition by range (valid_to);
comment on table amigraph.versions is 'What facts were before they changed, a row each time one did; partitioned by the month in which it did, so that forgetting drops partitions. Valid from the first moment up to, and without, the second.';
comment on column amigraph.versions.fact is 'The fact''s table';
comment on column amigraph.versions.account_id is 'The account whose fact it is: of an image or a launch permission the owner, of a tag the account that set it';
comment on column amigraph.versions.target_id is 'Of a launch permission: what its grantee names';
comment on column amigraph.versions.kind is 'What the API calls the change that ended this version; null: nothing to tell of, as when only where we know it from changed';
comment on column amigraph.versions.was is 'The row as it was, without its hash; null: it was not there, and that was known';
comment on column amigraph.versions.became is 'Of a changed row the columns that changed, with what they became; of a new one all; null: it is gone';
comment on column amigraph.versions.valid_from is '-infinity where the row was not there. Equal to valid_to where nothing was valid in between: that only tells of a change';
comment on column amigraph.versions.valid_to is 'When the sync noted the change, not when it happened in AWS';
create index versions_image on amigraph.versions (image_id, region, fact, valid_to) where image_id is not null;
create index versions_instance on amigraph.versions (instance_id, region, account_id, valid_to) where instance_id is not null;
create index versions_account on amigraph.versions (account_id, fact, valid_to);
create index versions_target on amigraph.versions (target_id, region, image_id) where target_id is not null;
create index versions_told on amigraph.versions (valid_to, version_id) where kind is not null;

create table amigraph.versions_of_no_month partition of amigraph.versions default;
comment on table amigraph.versions_of_no_month is 'Versions of months that nobody made a partition for, which is for keep_memory to do: normally empty.';

create table amigraph.memory (
  only_row boolean primary key default true check (only_row),
  begins_at timestamptz not null default now(),
  deprecations_noted_until timestamptz not null default now()
);
comment on table amigraph.memory is 'How far back the memory goes.';
comment on column amigraph.memory.begins_at is 'From then on every change is known; it moves when the oldest months are forgotten';
insert into amigraph.memory default values;

create procedure amigraph.make_month_of_versions(month timestamptz)
  language plpgsql as $$
declare
  beginning timestamptz := date_trunc('month', month, 'UTC');
  ending timestamptz := date_trunc('month', month, 'UTC') + interval '1 month';
  name text := 'versions_' || to_char(month at time zone 'UTC', 'YYYY_MM');
begin
  if to_regclass('amigraph.' || name) is not null then return; end if;
  execute format('create table amigraph.%I (like amigraph.versions including all)', name);
  execute format('with strayed as (delete from amigraph.versions_of_no_month where valid_to >= %L and valid_to < %L returning *) '
    'insert into amigraph.%I select * from strayed', beginning, ending, name);
  execute format('alter table amigraph.versions attach partition amigraph.%I for values from (%L) to (%L)',
    name, beginning, ending);
  execute format('comment on table amigraph.%I is %L', name, 'Versions that ended in that month (UTC).');
end
$$;
comment on procedure amigraph.make_month_of_versions is 'Makes the partition of a month, if it is not there; takes over what strayed because it was missing.';

create function amigraph.forget_versions_before(keep_from timestamptz) returns integer
  language plpgsql as $$
declare
  month record;
  forgotten integer := 0;
begin
  for month in
    select c.oid::regclass as partition,
      (to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month')::timestamp at time zone 'UTC' as ends_at
    from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'amigraph.versions'::regclass and c.relname ~ '^versions_\d{4}_\d{2}$'
    order by c.relname
  loop
    exit when month.ends_at > keep_from;
    execute format('drop table %s', month.partition);
    update amigraph.memory set begins_at = greatest(begins_at, month.ends_at);
    forgotten := forgotten + 1;
  end loop;
  return forgotten;
end
$$;
comment on function amigraph.forget_versions_before is 'Drops the months that ended before that moment, and returns how many. Facts that hold now, and which image an instance ran on (R17), are kept in their own tables and not touched.';

-- What triggers do

create function amigraph.begin_version() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  new.valid_from := case
    when to_jsonb(new) - tg_argv[0]::text[] = to_jsonb(old) - tg_argv[0]::text[] then old.valid_from
    else greatest(now(), old.valid_from) end;
  return new;
end
$$;
comment on function amigraph.begin_version is 'A row that says something new is valid from now on. Its argument: columns that move without anything being new.';

create function amigraph.tells_changes() returns boolean
  language sql stable
  return coalesce(current_setting('amigraph.is_first_reading', true), '') <> 'true';
comment on function amigraph.tells_changes is 'Not while a source is read for the first time: what is found there began before we looked. Nor where an account left: what we can no longer see has not ended.';

create function amigraph.changed_part(was jsonb, is_now jsonb) returns jsonb
  language sql immutable parallel safe
  return (select jsonb_object_agg(key, value) from jsonb_each(is_now) where was -> key is distinct from value);
comment on function amigraph.changed_part is 'The members of an object that were other before.';

create function amigraph.keep_version() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  same_key text := tg_argv[1];
  kind text := tg_argv[2];
  pairs text := case tg_op
    when 'INSERT' then 'select null::jsonb as was, to_jsonb(n) as is_now, null::timestamptz as since from added n'
    when 'DELETE' then 'select to_jsonb(o) as was, null::jsonb as is_now, o.valid_from as since from removed o'
    else 'select to_jsonb(o) as was, to_jsonb(n) as is_now, o.valid_from as since '
      'from removed o join added n on ' || same_key end;
begin
  -- That something is there now says of itself since when; only that it was not there before has to be told.
  if tg_op = 'INSERT' and (kind = 'null' or not amigraph.tells_changes()) then return null; end if;
  execute format($statement$
    insert into amigraph.versions
      (fact, account_id, region, image_id, instance_id, target_id, kind, was, became, valid_from, valid_to)
    select %1$L, coalesce(any_row ->> 'account_id', any_row ->> 'owner_account_id'), any_row ->> 'region',
      any_row ->> 'image_id', any_row ->> 'instance_id', any_row ->> 'target_id', told.kind,
      pair.was - '{content_hash,valid_from}'::text[],
      case when was is null then after else amigraph.changed_part(before, after) end,
      coalesce(since, '-infinity'), greatest(now(), since)
    from (%2$s) pair
    cross join lateral (
      select was - $1::text[] as before, is_now - $1::text[] as after, coalesce(is_now, was) as any_row
    ) seen
    cross join lateral (select case when amigraph.tells_changes() then %3$s end as kind) told
    where before is distinct from after %4$s$statement$,
    tg_table_name, pairs, kind, case when tg_op = 'INSERT' then 'and told.kind is not null' end)
  using tg_argv[0]::text[];
  return null;
end
$$;
comment on function amigraph.keep_version is 'Keeps what a statement changed or deleted; of what it added, that it was not there. Arguments: columns that move without anything being new; the condition that two rows o and n have one key; the kind of a change as SQL over before and after, the row as jsonb.';

create procedure amigraph.keep_versions_of(fact regclass, kind text default 'null', moving text[] default '{}')
  language plpgsql as $$
declare
  same_key text := (
    select string_agg(format('o.%1$I = n.%1$I', a.attname), ' and ')
    from pg_catalog.pg_index i
    join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = fact and i.indisprimary);
  noise text[] := moving || '{content_hash,valid_from,first_seen_at}';
begin
  execute format('alter table %s add column valid_from timestamptz not null default now()', fact);
  execute format('comment on column %s.valid_from is %L', fact,
    'When the sync noted what the row says; what it said before is in amigraph.versions');
  execute format('create trigger begin_version before update on %s for each row execute function amigraph.begin_version(%L)',
    fact, noise);
  execute format('create trigger keep_version_insert after insert on %s referencing new table as added '
    'for each statement execute function amigraph.keep_version(%L, %L, %L)', fact, noise, same_key, kind);
  execute format('create trigger keep_version_update after update on %s referencing old table as removed new table as added '
    'for each statement execute function amigraph.keep_version(%L, %L, %L)', fact, noise, same_key, kind);
  execute format('create trigger keep_version_delete after delete on %s referencing old table as removed '
    'for each statement execute function amigraph.keep_version(%L, %L, %L)', fact, noise, same_key, kind);
end
$$;
comment on procedure amigraph.keep_versions_of is 'Has every version of a table''s rows kept. A new table of facts calls it. kind: what a change is called, as SQL over before and after (the row as jsonb, null where it is not there), null where it is not to be told of; moving: columns whose change says nothing new.';

-- What is kept, and told

call amigraph.keep_versions_of('amigraph.organizations');
call amigraph.keep_versions_of('amigraph.organizational_units');
call amigraph.keep_versions_of('amigraph.accounts', $kind$case
  when before is null then 'ACCOUNT_JOINED'
  when after is null then 'ACCOUNT_LEFT'
  when before -> 'ancestor_ids' <> after -> 'ancestor_ids' then 'ACCOUNT_MOVED'
  when before -> 'state' <> after -> 'state' then 'ACCOUNT_STATE_CHANGED'
  else 'ACCOUNT_CHANGED' end$kind$);
call amigraph.keep_versions_of('amigraph.account_regions', $kind$case
  when before is null then 'REGION_ENABLED'
  when after is null then 'REGION_DISABLED' end$kind$);

create function amigraph.is_shared_with_all(of_region text, of_image_id text) returns boolean
  language sql stable
  return exists (select from amigraph.launch_permissions p
    where p.region = of_region and p.image_id = of_image_id and p.kind = 'PUBLIC');
comment on function amigraph.is_shared_with_all is 'Whether the image''s launch permission list makes it public.';

-- Publicness is told by the listing and by the permission list: the first that notes it tells of it. Where another call
-- than before tells of an image, it may tell more, which is no change of the image.
call amigraph.keep_versions_of('amigraph.images', $kind$case
  when after is null then case when before ->> 'evidence' = 'OWNER' then 'IMAGE_DEREGISTERED' end
  when before is null then case when after ->> 'evidence' = 'OWNER' then 'IMAGE_REGISTERED' end
  when after ->> 'state' = 'DEREGISTERED' then
    case when before ->> 'state' <> 'DEREGISTERED' then 'IMAGE_DEREGISTERED' end
  when before ->> 'evidence' <> after ->> 'evidence' then
    case when after ->> 'evidence' = 'OWNER' then 'IMAGE_REGISTERED' end
  when before -> 'is_public' <> after -> 'is_public'
    and amigraph.is_shared_with_all(after ->> 'region', after ->> 'image_id') <> (after -> 'is_public')::boolean
    then case when (after -> 'is_public')::boolean then 'MADE_PUBLIC' else 'MADE_PRIVATE' end
  when (after ->> 'deprecation_time')::timestamptz <= now()
    and coalesce((before ->> 'deprecation_time')::timestamptz > now(), true) then 'IMAGE_DEPRECATED'
  when before - '{is_public,evidence_account_id}'::text[] <> after - '{is_public,evidence_account_id}'::text[]
    then 'IMAGE_CHANGED' end$kind$,
  -- And the counters that migration 0012 keeps.
  '{last_launched_time,launch_permission_count,product_code_count}');

create function amigraph.is_told_by_image(region text, image_id text, is_new boolean) returns boolean
  language sql stable
  return not exists (select from amigraph.images i
      where i.region = is_told_by_image.region and i.image_id = is_told_by_image.image_id and i.state <> 'DEREGISTERED')
    or is_new and exists (select from amigraph.versions v
      where v.fact = 'images' and v.region = is_told_by_image.region and v.image_id = is_told_by_image.image_id
        and v.was is null and v.valid_to = now());
comment on function amigraph.is_told_by_image is 'Whether what belongs to an image came, or went, with the image itself.';

call amigraph.keep_versions_of('amigraph.image_block_devices', $kind$case
  when not amigraph.is_told_by_image(any_row ->> 'region', any_row ->> 'image_id', before is null)
  then 'IMAGE_CHANGED' end$kind$);
call amigraph.keep_versions_of('amigraph.image_product_codes', $kind$case
  when not amigraph.is_told_by_image(any_row ->> 'region', any_row ->> 'image_id', before is null)
  then 'IMAGE_CHANGED' end$kind$);
call amigraph.keep_versions_of('amigraph.image_tags', $kind$case
  when not amigraph.is_told_by_image(any_row ->> 'region', any_row ->> 'image_id', before is null)
  then 'IMAGE_TAGS_CHANGED' end$kind$);
call amigraph.keep_versions_of('amigraph.launch_permissions', $kind$case
  when amigraph.is_told_by_image(any_row ->> 'region', any_row ->> 'image_id', false) then null
  when any_row ->> 'kind' = 'PUBLIC' then case
    when (select i.is_public from amigraph.images i
      where i.region = any_row ->> 'region' and i.image_id = any_row ->> 'image_id') = (after is not null) then null
    when after is null then 'MADE_PRIVATE'
    else 'MADE_PUBLIC' end
  when before is null then 'SHARED'
  when after is null then 'UNSHARED' end$kind$);
call amigraph.keep_versions_of('amigraph.launch_permission_reads', 'null',
  '{observed_at,attempted_at,image_hash,doubts,doubts_settled,error_code,error_message}');
call amigraph.keep_versions_of('amigraph.image_views');
call amigraph.keep_versions_of('amigraph.image_view_members');
call amigraph.keep_versions_of('amigraph.snapshots');
call amigraph.keep_versions_of('amigraph.instances', $kind$case
  when before is null then 'INSTANCE_LAUNCHED'
  when after is null then case when before ->> 'state' <> 'TERMINATED' then 'INSTANCE_TERMINATED' end
  when before -> 'state' <> after -> 'state' then
    case after ->> 'state' when 'TERMINATED' then 'INSTANCE_TERMINATED' else 'INSTANCE_STATE_CHANGED' end
  else 'INSTANCE_CHANGED' end$kind$);
call amigraph.keep_versions_of('amigraph.instance_product_codes');
call amigraph.keep_versions_of('amigraph.instance_image_metadata', $kind$case
  when before is null or after is null then null
  when before -> 'image_allowed' <> after -> 'image_allowed' then case
    when after -> 'image_allowed' = 'false' then 'IMAGE_DISALLOWED'
    when before -> 'image_allowed' = 'false' then 'IMAGE_ALLOWED' end end$kind$);
call amigraph.keep_versions_of('amigraph.trusted_owners');
call amigraph.keep_versions_of('amigraph.launch_template_versions');
call amigraph.keep_versions_of('amigraph.image_references');
call amigraph.keep_versions_of('amigraph.allowed_images_settings', $kind$case
  when before is not null and after is not null then 'ALLOWED_IMAGES_CHANGED' end$kind$);
call amigraph.keep_versions_of('amigraph.block_public_access', $kind$case
  when before is not null and after is not null then 'BLOCK_PUBLIC_ACCESS_CHANGED' end$kind$);
call amigraph.keep_versions_of('amigraph.snapshot_create_volume_permissions');
call amigraph.keep_versions_of('amigraph.recycle_bin_images');
call amigraph.keep_versions_of('amigraph.fast_launch_images');
call amigraph.keep_versions_of('amigraph.instance_types');
call amigraph.keep_versions_of('amigraph.kms_keys');
call amigraph.keep_versions_of('amigraph.kms_key_aliases');
call amigraph.keep_versions_of('amigraph.kms_grants');
call amigraph.keep_versions_of('amigraph.image_pipelines', 'null', '{last_run_at,next_run_at}');
call amigraph.keep_versions_of('amigraph.image_builds');
call amigraph.keep_versions_of('amigraph.image_build_outputs');
call amigraph.keep_versions_of('amigraph.image_outside_usage');

alter table amigraph.launch_permission_reads add column first_observed_at timestamptz;
comment on column amigraph.launch_permission_reads.first_observed_at is 'From then on the list was known, and its versions are';
update amigraph.launch_permission_reads set first_observed_at = now() where observed_at is not null;

create function amigraph.note_deprecations() returns bigint
  language plpgsql as $$
declare
  noted bigint;
  noted_until timestamptz;
begin
  select m.deprecations_noted_until into noted_until from amigraph.memory m for update;
  insert into amigraph.versions (fact, account_id, region, image_id, kind, was, became, valid_from, valid_to)
  select 'images', i.owner_account_id, i.region, i.image_id, 'IMAGE_DEPRECATED',
    '{"deprecated": false}', '{"deprecated": true}', now(), now()
  from amigraph.images i
  where coalesce(i.deprecation_time, 'infinity') > noted_until and coalesce(i.deprecation_time, 'infinity') <= now()
    and i.deprecation_time > i.valid_from;
  get diagnostics noted = row_count;
  update amigraph.memory set deprecations_noted_until = now();
  return noted;
end
$$;
comment on function amigraph.note_deprecations is 'Tells of images whose deprecation time has passed since this was last called: nothing else changes then (R4).';

create function amigraph.api_names(fact jsonb) returns jsonb
  language sql immutable parallel safe
  return case when fact is not null then coalesce((
    select jsonb_object_agg(
      lower(left(key, 1)) || substr(replace(initcap(replace(key, '_', ' ')), ' ', ''), 2), value)
    from jsonb_each(fact)), '{}') end;
comment on function amigraph.api_names is 'A row with its columns under the names that fields have in the API.';

-- Who may see it: what an account may see of what is, it may see of what was. Of an image while it was shared with one of
-- the viewer's accounts, or ran there, and of its launch permissions those that reached the viewer.

create view amigraph.viewer_reach as
  select i.region, i.image_id, i.valid_from, 'infinity'::timestamptz as valid_to
  from amigraph.images i
  where i.is_public and i.evidence = 'OWNER' and cardinality((select amigraph.viewer_accounts())) > 0
  union all
  select v.region, v.image_id, v.valid_from, v.valid_to
  from amigraph.versions v
  where v.fact = 'images' and v.was ->> 'is_public' = 'true' and v.was ->> 'evidence' = 'OWNER'
    and cardinality((select amigraph.viewer_accounts())) > 0
  union all
  select p.region, p.image_id, p.valid_from, 'infinity'::timestamptz as valid_to
  from amigraph.launch_permissions p where p.target_id = any((select amigraph.viewer_targets())::text[])
  union all
  select v.region, v.image_id, v.valid_from, v.valid_to
  from amigraph.versions v where v.target_id = any((select amigraph.viewer_targets())::text[]) and v.was is not null
  union all
  select n.region, n.image_id, n.valid_from, 'infinity'
  from amigraph.instances n where n.account_id = any((select amigraph.viewer_accounts())::text[])
  union all
  select v.region, v.image_id, v.valid_from, v.valid_to
  from amigraph.versions v
  where v.fact = 'instances' and v.account_id = any((select amigraph.viewer_accounts())::text[]) and v.was is not null
  union all
  select m.region, m.image_id, m.valid_from, 'infinity'
  from amigraph.image_view_members m where m.view_id = any((select amigraph.viewer_views())::text[])
  union all
  select m.region, m.image_id, v.valid_from, v.valid_to
  from amigraph.versions v
  join (
    select region, image_id, view_id from amigraph.image_view_members
    union all
    select region, image_id, was ->> 'view_id' from amigraph.versions where fact = 'image_view_members' and was is not null
  ) m on m.region = v.region and m.view_id = v.was ->> 'view_id'
  where v.fact = 'image_views' and v.account_id = any((select amigraph.viewer_accounts())::text[]) and v.was is not null;
comment on view amigraph.viewer_reach is 'When which images of others reached a limited viewer''s accounts: shared with them (R6), seen by them (R21) or run by them.';
grant select on amigraph.viewer_reach to amigraph_organization_viewer, amigraph_limited_viewer;

create function amigraph.saw_image(owner_account_id text, region text, image_id text, at timestamptz) returns boolean
  language sql stable
  return amigraph.sees_account(owner_account_id) or exists (
    select from amigraph.viewer_reach r
    where r.region = saw_image.region and r.image_id = saw_image.image_id and r.valid_from <= at and r.valid_to >= at);
comment on function amigraph.saw_image is 'Whether the image was in the reader''s sight at that moment. Rows of versions are seen where it was at any time while they were valid: what asks for a moment, or for what came after, has to ask this too.';

create view amigraph.members_ever as
  select account_id, valid_from, 'infinity'::timestamptz as valid_to from amigraph.accounts
  union all
  select account_id, valid_from, valid_to from amigraph.versions where fact = 'accounts' and was is not null;
comment on view amigraph.members_ever is 'When which accounts were members of the organization, for viewers that don''t see their rows: trust (R3) as of then.';
grant select on amigraph.members_ever to amigraph_organization_viewer, amigraph_limited_viewer;

create view amigraph.lists_ever as
  select region, image_id, coalesce(first_observed_at, observed_at) as known_from, 'infinity'::timestamptz as valid_to
  from amigraph.launch_permission_reads where observed_at is not null
  union all
  select region, image_id, coalesce(was ->> 'first_observed_at', was ->> 'observed_at')::timestamptz, valid_to
  from amigraph.versions where fact = 'launch_permission_reads' and was ->> 'observed_at' is not null;
comment on view amigraph.lists_ever is 'When the launch permission lists of images were known, for viewers that don''t see the image now: whether its list was empty then, or unknown.';
grant select on amigraph.lists_ever to amigraph_organization_viewer, amigraph_limited_viewer;

create function amigraph.image_is_forgotten(of_image_id text, of_region text, at timestamptz) returns boolean
  language sql stable
  return case
    when exists (select from amigraph.versions v
      where v.fact = 'images' and v.image_id = of_image_id and v.region = coalesce(of_region, v.region)
        and v.valid_from < v.valid_to and v.valid_to > at)
      then (select v.was is not null from amigraph.versions v
        where v.fact = 'images' and v.image_id = of_image_id and v.region = coalesce(of_region, v.region)
          and v.valid_from < v.valid_to and v.valid_to > at
        order by v.valid_to limit 1)
    when exists (select from amigraph.images i
      where i.image_id = of_image_id and i.region = coalesce(of_region, i.region)) then true
    else at < (select m.begins_at from amigraph.memory m) end;
comment on function amigraph.image_is_forgotten is 'Of an image without a version that held at that moment: whether that is because it was not known yet, or that is forgotten; false where it was not there.';

call amigraph.show_to_viewers('amigraph.versions', $condition$
  account_id = any((select amigraph.viewer_accounts())::text[])
  or target_id = any((select amigraph.viewer_targets())::text[])
  or fact in ('images', 'image_block_devices', 'image_product_codes') and exists (
    select from amigraph.viewer_reach r
    where r.region = versions.region and r.image_id = versions.image_id
      and r.valid_from < versions.valid_to and r.valid_to >= greatest(versions.valid_from, '-infinity'))$condition$);
call amigraph.show_to_viewers('amigraph.memory', 'cardinality((select amigraph.viewer_accounts())) > 0');
call amigraph.announce_changes_of('amigraph.versions', 'facts');
call amigraph.announce_changes_of('amigraph.memory', 'facts');

do $$
begin
  for months in 0..2 loop
    call amigraph.make_month_of_versions(now() + make_interval(months => months));
  end loop;
end
$$;

-- Down Migration
do $$
declare
  fact record;
begin
  for fact in
    select t.tgrelid::regclass as name from pg_catalog.pg_trigger t where t.tgname = 'begin_version'
  loop
    execute format('drop trigger begin_version on %s', fact.name);
    execute format('drop trigger keep_version_insert on %s', fact.name);
    execute format('drop trigger keep_version_update on %s', fact.name);
    execute format('drop trigger keep_version_delete on %s', fact.name);
  end loop;
end
$$;
drop function amigraph.saw_image;
drop view amigraph.viewer_reach, amigraph.members_ever, amigraph.lists_ever;
do $$
declare
  fact record;
begin
  for fact in
    select a.attrelid::regclass as name from pg_catalog.pg_attribute a
    join pg_catalog.pg_class c on c.oid = a.attrelid
    where a.attname = 'valid_from' and not a.attisdropped and c.relnamespace = 'amigraph'::regnamespace
      and c.relkind = 'r' and c.relname not like 'versions%'
  loop
    execute format('alter table %s drop column valid_from', fact.name);
  end loop;
end
$$;
alter table amigraph.launch_permission_reads drop column first_observed_at;
drop function amigraph.note_deprecations, amigraph.image_is_forgotten, amigraph.forget_versions_before, amigraph.begin_version, amigraph.keep_version,
  amigraph.changed_part, amigraph.api_names, amigraph.tells_changes, amigraph.is_shared_with_all, amigraph.is_told_by_image;
drop procedure amigraph.keep_versions_of, amigraph.make_month_of_versions;
drop table amigraph.memory, amigraph.versions;
drop sequence amigraph.version_ids;
