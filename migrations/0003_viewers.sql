-- Up Migration
-- Who may see what is decided here and nowhere else. The API reads under one of two roles that own nothing and may only
-- read; row-level security gives each its rows. The owner of the tables, as whom the sync writes, is not subject to it.

-- Roles belong to the whole server: another database of ours may have made them already, or be making them right now.
do $$
declare
  viewer name;
  -- From 16 on whoever makes a role may administer it, but not yet become it.
  become text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
begin
  foreach viewer in array array['amigraph_organization_viewer', 'amigraph_limited_viewer']::name[] loop
    begin
      if not exists (select from pg_catalog.pg_roles where rolname = viewer) then
        execute format('create role %I nologin', viewer);
      end if;
    exception
      when duplicate_object or unique_violation then null;
    end;
    begin
      if not pg_catalog.pg_has_role(viewer, become) then execute format('grant %I to current_user', viewer); end if;
    exception
      when duplicate_object or unique_violation then null;
    end;
  end loop;
exception
  when insufficient_privilege then
    raise insufficient_privilege using
      message = sqlerrm,
      hint = format(
        'amigraph reads under two roles that it has to be a member of. Grant it CREATEROLE, or let an administrator run '
        'what of this is not there yet: create role amigraph_organization_viewer nologin; '
        'create role amigraph_limited_viewer nologin; '
        'grant amigraph_organization_viewer, amigraph_limited_viewer to %I.', current_user);
end
$$;

grant usage on schema amigraph to amigraph_organization_viewer, amigraph_limited_viewer;

-- The scope of a limited viewer, set by enter_viewer_scope for the rest of a transaction. Where it was not set, these are
-- null, and compare with nothing: then nothing is seen.

create function amigraph.viewer_accounts() returns text[]
  language sql stable parallel safe
  return nullif(current_setting('amigraph.viewer_accounts', true), '')::text[];
comment on function amigraph.viewer_accounts is 'The limited viewer''s own accounts: those it is limited to, and those that are now in its organizational units.';

create function amigraph.viewer_units() returns text[]
  language sql stable parallel safe
  return nullif(current_setting('amigraph.viewer_units', true), '')::text[];
comment on function amigraph.viewer_units is 'The root and units above the viewer''s own accounts, its own units, and all that is below and above those.';

create function amigraph.viewer_targets() returns text[]
  language sql stable parallel safe
  return nullif(current_setting('amigraph.viewer_targets', true), '')::text[];
comment on function amigraph.viewer_targets is 'What a launch permission can name to reach one of the viewer''s own accounts (R6): the accounts, what is above them, their organization, everybody.';

create function amigraph.viewer_views() returns text[]
  language sql stable parallel safe
  return nullif(current_setting('amigraph.viewer_views', true), '')::text[];
comment on function amigraph.viewer_views is 'The image views (R21) of the viewer''s own accounts.';

create function amigraph.enter_viewer_scope(account_ids text[], organizational_unit_ids text[]) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  own text[];
  above text[];
begin
  -- In a session that is not the limited role's, policies would not apply: rather no answer than everything.
  if current_setting('role') <> 'amigraph_limited_viewer' then
    raise insufficient_privilege using message = 'only amigraph_limited_viewer enters the scope of a viewer',
      hint = 'Something between amigraph and PostgreSQL drops the startup parameter "options".';
  end if;
  select coalesce(array_agg(scope.account_id), '{}') into own
  from (
    select unnest(account_ids) as account_id
    union
    select a.account_id from amigraph.accounts a where a.ancestor_ids && organizational_unit_ids
  ) scope;
  select coalesce(array_agg(distinct ancestor.id), '{}') into above
  from amigraph.accounts a cross join unnest(a.ancestor_ids) as ancestor (id)
  where a.account_id = any(own);
  perform set_config('amigraph.viewer_accounts', own::text, true);
  perform set_config('amigraph.viewer_units', (
    select coalesce(array_agg(unit.id), '{}') from (
      select unnest(above) as id
      union
      select u.organizational_unit_id from amigraph.organizational_units u
      where u.ancestor_ids && organizational_unit_ids
      union
      select unnest(u.ancestor_ids) from amigraph.organizational_units u
      where u.organizational_unit_id = any(organizational_unit_ids)
    ) unit)::text, true);
  perform set_config('amigraph.viewer_targets', (
    select coalesce(array_agg(target.id), '{}') from (
      select unnest(own || above) as id
      union
      select a.organization_id from amigraph.accounts a where a.account_id = any(own)
      union
      select 'all' where own <> '{}'
    ) target)::text, true);
  perform set_config('amigraph.viewer_views', (
    select coalesce(array_agg(distinct v.view_id), '{}')
    from amigraph.image_views v where v.account_id = any(own))::text, true);
  return (select count(*) <= 1000 from (select from amigraph.viewer_images limit 1001) seen);
end
$$;
comment on function amigraph.enter_viewer_scope is 'Limits the rest of the transaction to these accounts and to those that are now in these organizational units, at any depth. Returns whether the viewer sees so few images that a list of them is better begun from those (viewer_images) than from the list''s order.';
revoke execute on function amigraph.enter_viewer_scope from public;
grant execute on function amigraph.enter_viewer_scope to amigraph_limited_viewer;

create function amigraph.sees_account(account_id text) returns boolean
  language sql stable parallel safe
  return current_user <> 'amigraph_limited_viewer' or coalesce(account_id = any(amigraph.viewer_accounts()), false);
comment on function amigraph.sees_account is 'Whether the reader may see what only this account sees; for the few values of a visible row that are not for all who see it.';

-- What must stay right although the rows it is told from are hidden. Views read as their owner: they tell this and no more.

create view amigraph.member_accounts as
  select account_id, state = 'ACTIVE' as is_active from amigraph.accounts;
comment on view amigraph.member_accounts is 'Whether an account is a member of the organization, for viewers that don''t see its row: trust (R3) and the status of a grant (R12).';

create view amigraph.member_units as
  select organizational_unit_id from amigraph.organizational_units;
comment on view amigraph.member_units is 'Whether a unit is there, for viewers that don''t see its row: the status of a grant (R12).';

grant select on amigraph.member_accounts, amigraph.member_units
  to amigraph_organization_viewer, amigraph_limited_viewer;

-- The images of others that reach a limited viewer, each way by itself. Like those above, these views read as their owner;
-- the scope is in them.

create view amigraph.viewer_grants as
  select p.region, p.image_id from amigraph.launch_permissions p
  where p.target_id = any((select amigraph.viewer_targets())::text[]);
comment on view amigraph.viewer_grants is 'Images with a launch permission that reaches one of the limited viewer''s accounts (R6).';

create view amigraph.viewer_sights as
  select m.region, m.image_id from amigraph.image_view_members m
  where m.view_id = any((select amigraph.viewer_views())::text[]);
comment on view amigraph.viewer_sights is 'Images of others that one of the limited viewer''s accounts sees as launchable for itself (R21).';

create view amigraph.viewer_uses as
  select n.region, n.image_id from amigraph.instances n
  where n.account_id = any((select amigraph.viewer_accounts())::text[]);
comment on view amigraph.viewer_uses is 'Images behind the instances of the limited viewer''s accounts.';

create view amigraph.viewer_images as
  select i.region, i.image_id from amigraph.images i
  where i.owner_account_id = any((select amigraph.viewer_accounts())::text[])
  union all
  select i.region, i.image_id from amigraph.images i
  where i.is_public and i.evidence = 'OWNER' and cardinality((select amigraph.viewer_accounts())) > 0
  union all
  select region, image_id from amigraph.viewer_grants
  union all
  select region, image_id from amigraph.viewer_sights
  union all
  select region, image_id from amigraph.viewer_uses;
comment on view amigraph.viewer_images is 'Every image that the limited viewer sees, once for each reason.';

grant select on amigraph.viewer_grants, amigraph.viewer_sights, amigraph.viewer_uses, amigraph.viewer_images
  to amigraph_limited_viewer;

create procedure amigraph.show_to_viewers(fact regclass, limited_to text, columns text[] default null)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', fact);
  execute format('grant select on %s to amigraph_organization_viewer', fact);
  execute format('create policy organization_viewer on %s for select to amigraph_organization_viewer using (true)', fact);
  execute format('grant select %s on %s to amigraph_limited_viewer',
    (select '(' || string_agg(quote_ident(name), ', ') || ')' from unnest(columns) as name), fact);
  execute format('create policy limited_viewer on %s for select to amigraph_limited_viewer using (%s)', fact, limited_to);
end
$$;
comment on procedure amigraph.show_to_viewers is 'Opens a table of facts to the API: every row to organization-wide viewers, those of a condition (and only these columns) to limited ones.';
revoke execute on procedure amigraph.show_to_viewers from public;

-- Conditions name the scope in a subselect of its own, so that it is read once a statement and not once a row.

call amigraph.show_to_viewers('amigraph.organizations', 'cardinality((select amigraph.viewer_accounts())) > 0');
call amigraph.show_to_viewers('amigraph.organizational_units',
  'organizational_unit_id = any((select amigraph.viewer_units())::text[])');
call amigraph.show_to_viewers('amigraph.accounts', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.account_regions', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.instances', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.instance_product_codes',
  'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.instance_images', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.instance_image_metadata',
  'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.snapshots', 'owner_account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.costs', 'account_id = any((select amigraph.viewer_accounts())::text[])');
-- (R10) Also the owner's tags are only the owner's to see.
call amigraph.show_to_viewers('amigraph.image_tags', 'account_id = any((select amigraph.viewer_accounts())::text[])');
-- An owner sees whom it shares with; a grantee only the grants that reach itself.
call amigraph.show_to_viewers('amigraph.launch_permissions',
  'target_id = any((select amigraph.viewer_targets())::text[])
    or owner_account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.image_views', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.image_view_members', 'view_id = any((select amigraph.viewer_views())::text[])');
-- Own images, those that one of the own accounts may launch (R6, R21), and those that it runs. An outsider's public image
-- is none of these: that it is in the inventory tells that some account runs it.
call amigraph.show_to_viewers('amigraph.images',
  'owner_account_id = any((select amigraph.viewer_accounts())::text[])
    or is_public and evidence = ''OWNER'' and cardinality((select amigraph.viewer_accounts())) > 0
    or exists (select from amigraph.viewer_grants v where v.region = images.region and v.image_id = images.image_id)
    or exists (select from amigraph.viewer_sights v where v.region = images.region and v.image_id = images.image_id)
    or exists (select from amigraph.viewer_uses v where v.region = images.region and v.image_id = images.image_id)');
call amigraph.show_to_viewers('amigraph.image_block_devices',
  'exists (select from amigraph.images i
    where i.region = image_block_devices.region and i.image_id = image_block_devices.image_id)');
call amigraph.show_to_viewers('amigraph.image_product_codes',
  'exists (select from amigraph.images i
    where i.region = image_product_codes.region and i.image_id = image_product_codes.image_id)');
call amigraph.show_to_viewers('amigraph.launch_permission_reads',
  'exists (select from amigraph.images i
    where i.region = launch_permission_reads.region and i.image_id = launch_permission_reads.image_id)');
call amigraph.show_to_viewers('amigraph.trusted_owners', 'cardinality((select amigraph.viewer_accounts())) > 0');
-- Whether the organization could be read decides how far any answer can be trusted (R20).
call amigraph.show_to_viewers('amigraph.coverage',
  'account_id = any((select amigraph.viewer_accounts())::text[])
    or kind = ''ORGANIZATION'' and cardinality((select amigraph.viewer_accounts())) > 0');
call amigraph.show_to_viewers('amigraph.sync_runs', 'cardinality((select amigraph.viewer_accounts())) > 0',
  array['sync_run_id', 'started_at', 'finished_at']);

create table amigraph.api_keys (
  api_key_id text primary key,
  name text not null,
  secret_hash bytea not null,
  is_organization_wide boolean not null,
  account_ids text[] not null,
  organizational_unit_ids text[] not null,
  roles text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz
);
comment on table amigraph.api_keys is 'Keys for scheduled jobs. Viewers can''t read it.';
comment on column amigraph.api_keys.api_key_id is 'Stands in the key itself, so that it is found without its secret';
comment on column amigraph.api_keys.secret_hash is 'SHA-256 of the whole key, which is random and so needs no salt; the key itself is kept nowhere';
comment on column amigraph.api_keys.roles is 'sync: may ask for a sync; admin: may administer';
comment on column amigraph.api_keys.last_used_at is 'Written at most once a minute';

-- Down Migration
drop table amigraph.api_keys;
do $$
declare
  policy record;
begin
  for policy in select tablename, policyname from pg_catalog.pg_policies where schemaname = 'amigraph' loop
    execute format('drop policy %I on amigraph.%I', policy.policyname, policy.tablename);
    execute format('alter table amigraph.%I disable row level security', policy.tablename);
  end loop;
end
$$;
drop procedure amigraph.show_to_viewers;
drop view amigraph.viewer_images, amigraph.viewer_uses, amigraph.viewer_sights, amigraph.viewer_grants;
drop view amigraph.member_units, amigraph.member_accounts;
drop function amigraph.enter_viewer_scope, amigraph.sees_account;
drop function amigraph.viewer_views, amigraph.viewer_targets, amigraph.viewer_units, amigraph.viewer_accounts;
-- The roles are the whole server's; another database may use them.
revoke all on all tables in schema amigraph from amigraph_organization_viewer, amigraph_limited_viewer;
revoke usage on schema amigraph from amigraph_organization_viewer, amigraph_limited_viewer;
