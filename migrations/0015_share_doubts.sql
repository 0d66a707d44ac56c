-- Up Migration
-- Share problems are found again only where something changed that decides them. Triggers note what changed, as its key
-- and nothing more: which images that touches is found out when the problems are, from facts that are committed by then.

create table amigraph.share_doubts (
  kind text not null,
  region text not null,
  name text not null
);
comment on table amigraph.share_doubts is 'What changed since share_problems were last found (db/share-problems). Several rows of one thing are one: writers never wait for each other or for the search.';
comment on column amigraph.share_doubts.kind is 'IMAGE, SNAPSHOT, KEY (a key or alias), TARGET (a grantee of launch permissions), VIEW or SETTINGS (of an account), ALL';
comment on column amigraph.share_doubts.region is 'Empty for a TARGET, and for ALL';
comment on column amigraph.share_doubts.name is 'ID or ARN; of a VIEW and of SETTINGS the account; empty for ALL';
create index share_doubts_kind on amigraph.share_doubts (kind, region, name);

create table amigraph.share_problem_state (
  is_only boolean primary key default true check (is_only),
  settled_at timestamptz
);
comment on table amigraph.share_problem_state is 'One row: how far share_problems follow from the facts.';
comment on column amigraph.share_problem_state.settled_at is 'What was written before is in share_problems; null: they were never found as a whole';
insert into amigraph.share_problem_state default values;
call amigraph.show_to_viewers('amigraph.share_problem_state', 'cardinality((select amigraph.viewer_accounts())) > 0');
call amigraph.announce_changes_of('amigraph.share_problem_state', 'observations');

-- Every function reads `changed`: the rows before a change, after it, or both.
create function amigraph.doubt_images() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into amigraph.share_doubts select distinct 'IMAGE', region, image_id from changed;
  return null;
end
$$;
create function amigraph.doubt_changed_images() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into amigraph.share_doubts
  select 'IMAGE', region, image_id from removed o join changed n using (region, image_id)
  where (o.owner_account_id, o.owner_alias, o.name, o.state, o.is_public, o.evidence, o.creation_date, o.deprecation_time)
    is distinct from (n.owner_account_id, n.owner_alias, n.name, n.state, n.is_public, n.evidence, n.creation_date, n.deprecation_time);
  return null;
end
$$;
create function amigraph.doubt_known_lists() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into amigraph.share_doubts
  select 'IMAGE', region, image_id from removed o join changed n using (region, image_id)
  where (o.observed_at is null) <> (n.observed_at is null);
  return null;
end
$$;
create function amigraph.doubt_snapshots() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into amigraph.share_doubts select distinct 'SNAPSHOT', region, snapshot_id from changed;
  return null;
end
$$;
create function amigraph.doubt_changed_snapshots() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into amigraph.share_doubts
  select 'SNAPSHOT', region, snapshot_id from removed o join changed n using (region, snapshot_id)
  where (o.encrypted, o.kms_key_id, o.owner_account_id) is distinct from (n.encrypted, n.kms_key_id, n.owner_account_id);
  return null;
end
$$;
create function amigraph.doubt_known_snapshot_lists() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into amigraph.share_doubts
  select 'SNAPSHOT', region, snapshot_id from removed o join changed n using (region, snapshot_id)
  where (o.observed_at is null) <> (n.observed_at is null);
  return null;
end
$$;
create function amigraph.doubt_keys() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- The column that has the ARN goes by different names.
  execute format('insert into amigraph.share_doubts select distinct ''KEY'', region, %I from changed', tg_argv[0]);
  return null;
end
$$;
create function amigraph.doubt_views() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into amigraph.share_doubts select distinct 'VIEW', region, account_id from changed;
  return null;
end
$$;
create function amigraph.doubt_settings() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into amigraph.share_doubts
  select distinct 'SETTINGS', region, account_id from changed where state = 'ENABLED';
  return null;
end
$$;
create function amigraph.doubt_accounts() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into amigraph.share_doubts
  select distinct 'TARGET', '', target from changed, unnest(ancestor_ids || account_id || organization_id) as target;
  return null;
end
$$;
create function amigraph.doubt_changed_accounts() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into amigraph.share_doubts
  select distinct 'TARGET', '', target
  from removed o join changed n using (account_id),
    unnest(o.ancestor_ids || n.ancestor_ids || array[account_id, o.organization_id, n.organization_id]) as target
  where (o.ancestor_ids, o.state, o.organization_id) is distinct from (n.ancestor_ids, n.state, n.organization_id);
  return null;
end
$$;
create function amigraph.doubt_units() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into amigraph.share_doubts select 'TARGET', '', organizational_unit_id from changed;
  return null;
end
$$;
create function amigraph.doubt_everything() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into amigraph.share_doubts values ('ALL', '', '');
  return null;
end
$$;

create procedure amigraph.doubt_changes_of(fact regclass, doubt text, doubt_update text default null)
  language plpgsql as $$
begin
  execute format('create trigger doubt_insert after insert on %s referencing new table as changed '
    'for each statement execute function amigraph.%s', fact, doubt);
  execute format('create trigger doubt_delete after delete on %s referencing old table as changed '
    'for each statement execute function amigraph.%s', fact, doubt);
  if doubt_update is null then
    execute format('create trigger doubt_update_from after update on %s referencing old table as changed '
      'for each statement execute function amigraph.%s', fact, doubt);
    execute format('create trigger doubt_update_to after update on %s referencing new table as changed '
      'for each statement execute function amigraph.%s', fact, doubt);
  else
    execute format('create trigger doubt_update after update on %s referencing old table as removed new table as changed '
      'for each statement execute function amigraph.%s', fact, doubt_update);
  end if;
  execute format('create trigger doubt_truncate after truncate on %s '
    'for each statement execute function amigraph.doubt_everything()', fact);
end
$$;
comment on procedure amigraph.doubt_changes_of is 'Has share problems found again where a table changes. `doubt` notes what rows are about; `doubt_update`, where it is given, only what matters of an update.';
revoke execute on procedure amigraph.doubt_changes_of from public;

call amigraph.doubt_changes_of('amigraph.images', 'doubt_images()', 'doubt_changed_images()');
call amigraph.doubt_changes_of('amigraph.launch_permissions', 'doubt_images()');
call amigraph.doubt_changes_of('amigraph.launch_permission_reads', 'doubt_images()', 'doubt_known_lists()');
call amigraph.doubt_changes_of('amigraph.image_block_devices', 'doubt_images()');
call amigraph.doubt_changes_of('amigraph.image_product_codes', 'doubt_images()');
call amigraph.doubt_changes_of('amigraph.snapshots', 'doubt_snapshots()', 'doubt_changed_snapshots()');
call amigraph.doubt_changes_of('amigraph.snapshot_create_volume_permissions', 'doubt_snapshots()');
call amigraph.doubt_changes_of('amigraph.snapshot_permission_reads', 'doubt_snapshots()', 'doubt_known_snapshot_lists()');
call amigraph.doubt_changes_of('amigraph.kms_keys', $$doubt_keys('arn')$$);
call amigraph.doubt_changes_of('amigraph.kms_key_access', $$doubt_keys('key_arn')$$);
call amigraph.doubt_changes_of('amigraph.kms_key_aliases', $$doubt_keys('alias_arn')$$);
call amigraph.doubt_changes_of('amigraph.image_views', 'doubt_views()');
call amigraph.doubt_changes_of('amigraph.allowed_images_settings', 'doubt_settings()');
call amigraph.doubt_changes_of('amigraph.accounts', 'doubt_accounts()', 'doubt_changed_accounts()');
call amigraph.doubt_changes_of('amigraph.organizational_units', 'doubt_units()');
call amigraph.doubt_changes_of('amigraph.organizations', 'doubt_everything()');

-- Whatever was found before.
insert into amigraph.share_doubts values ('ALL', '', '');

create index snapshots_by_key on amigraph.snapshots (region, kms_key_id) where kms_key_id is not null;
create index image_block_devices_by_key on amigraph.image_block_devices (region, kms_key_id) where kms_key_id is not null;
create index share_problems_by_place on amigraph.share_problems (account_id, region) where account_id <> '';
drop index amigraph.share_problems_account;

-- Down Migration
create index share_problems_account on amigraph.share_problems (account_id) where account_id <> '';
drop index amigraph.snapshots_by_key, amigraph.image_block_devices_by_key, amigraph.share_problems_by_place;
drop procedure amigraph.doubt_changes_of;
drop function amigraph.doubt_images, amigraph.doubt_changed_images, amigraph.doubt_known_lists, amigraph.doubt_snapshots,
  amigraph.doubt_changed_snapshots, amigraph.doubt_known_snapshot_lists, amigraph.doubt_keys, amigraph.doubt_views,
  amigraph.doubt_settings, amigraph.doubt_accounts, amigraph.doubt_changed_accounts, amigraph.doubt_units,
  amigraph.doubt_everything cascade;
drop table amigraph.share_problem_state, amigraph.share_doubts;
