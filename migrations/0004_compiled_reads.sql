-- Up Migration
-- What lists, counts and sums are read by. The expressions are those of src/db/*/orders, so that a page costs what it shows.

create index images_by_owner_architecture_date on amigraph.images
  (owner_account_id, architecture, coalesce(creation_date, '-infinity'::timestamptz), image_id, region);
create index launch_permissions_in_order on amigraph.launch_permissions (region, image_id,
  array_position(array['OWNER', 'ACCOUNT', 'ORGANIZATIONAL_UNIT', 'ORGANIZATION', 'PUBLIC', 'OBSERVED'], kind),
  coalesce(grantee, '') collate "C");
-- Whether and how much an image is used, from the index alone, also for viewers who see some accounts only.
create index instances_in_use on amigraph.instances (region, image_id, account_id) where state <> 'TERMINATED';
create index launch_permission_reads_known on amigraph.launch_permission_reads (region, image_id)
  where observed_at is not null;
-- The sources that an answer depends on, where those are of all accounts.
create index coverage_by_kind on amigraph.coverage (kind, region, account_id);

create table amigraph.monthly_account_costs (
  account_id text not null,
  month date not null,
  currency text not null,
  software_cost numeric not null,
  infrastructure_cost numeric not null,
  instance_hours numeric not null,
  lines bigint not null,
  primary key (account_id, month, currency)
);
comment on table amigraph.monthly_account_costs is 'Sums of costs by account, month and currency. Kept by triggers of costs, whoever writes those: a report over a year of an account reads 12 rows instead of thousands.';
comment on column amigraph.monthly_account_costs.lines is 'How many rows of costs are in the sums; a sum of none has no row';

create function amigraph.add_up_costs() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  -- The names of transition tables are the triggers': one has both, the others one each.
  if tg_op in ('INSERT', 'UPDATE') then
    insert into amigraph.monthly_account_costs as m
      (account_id, month, currency, software_cost, infrastructure_cost, instance_hours, lines)
    select account_id, month, currency, sum(software_cost), sum(infrastructure_cost), sum(instance_hours), count(*)
    from added
    group by account_id, month, currency
    order by account_id, month, currency
    on conflict (account_id, month, currency) do update set
      software_cost = m.software_cost + excluded.software_cost,
      infrastructure_cost = m.infrastructure_cost + excluded.infrastructure_cost,
      instance_hours = m.instance_hours + excluded.instance_hours,
      lines = m.lines + excluded.lines;
  end if;
  if tg_op in ('DELETE', 'UPDATE') then
    update amigraph.monthly_account_costs m set
      software_cost = m.software_cost - r.software_cost,
      infrastructure_cost = m.infrastructure_cost - r.infrastructure_cost,
      instance_hours = m.instance_hours - r.instance_hours,
      lines = m.lines - r.lines
    from (
      select account_id, month, currency, sum(software_cost) as software_cost,
        sum(infrastructure_cost) as infrastructure_cost, sum(instance_hours) as instance_hours, count(*) as lines
      from removed
      group by account_id, month, currency
    ) r
    where m.account_id = r.account_id and m.month = r.month and m.currency = r.currency;
    delete from amigraph.monthly_account_costs m
    using (select distinct account_id, month from removed) r
    where m.account_id = r.account_id and m.month = r.month and m.lines = 0;
  end if;
  return null;
end
$$;
comment on function amigraph.add_up_costs is 'Keeps monthly_account_costs: adds what a statement adds and takes off what it removes, exactly, because money is numeric.';
create trigger costs_added after insert on amigraph.costs
  referencing new table as added for each statement execute function amigraph.add_up_costs();
create trigger costs_removed after delete on amigraph.costs
  referencing old table as removed for each statement execute function amigraph.add_up_costs();
create trigger costs_changed after update on amigraph.costs
  referencing new table as added old table as removed for each statement execute function amigraph.add_up_costs();

create function amigraph.forget_cost_sums() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  delete from amigraph.monthly_account_costs;
  return null;
end
$$;
comment on function amigraph.forget_cost_sums is 'Nothing is left to add up.';
create trigger costs_emptied after truncate on amigraph.costs
  for each statement execute function amigraph.forget_cost_sums();

insert into amigraph.monthly_account_costs
select account_id, month, currency, sum(software_cost), sum(infrastructure_cost), sum(instance_hours), count(*)
from amigraph.costs
group by account_id, month, currency;

call amigraph.show_to_viewers('amigraph.monthly_account_costs',
  'account_id = any((select amigraph.viewer_accounts())::text[])');

-- Whoever changes what the API answers tells so with the very commit: `facts`, or `observations` where only when and how
-- something was read is new. By triggers, so that no writer can forget it. Listeners keep answers while nothing is told.

create function amigraph.announce_change() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'TRUNCATE' then
    perform pg_notify('amigraph_changes', tg_argv[0]);
  elsif exists (select from changed) then
    perform pg_notify('amigraph_changes', tg_argv[0]);
  end if;
  return null;
end
$$;
comment on function amigraph.announce_change is 'Tells listeners that rows changed, once a transaction; nothing where a statement changed none.';

create procedure amigraph.announce_changes_of(fact regclass, what text)
  language plpgsql as $$
begin
  execute format('create trigger announce_insert after insert on %s referencing new table as changed '
    'for each statement execute function amigraph.announce_change(%L)', fact, what);
  execute format('create trigger announce_update after update on %s referencing old table as changed '
    'for each statement execute function amigraph.announce_change(%L)', fact, what);
  execute format('create trigger announce_delete after delete on %s referencing old table as changed '
    'for each statement execute function amigraph.announce_change(%L)', fact, what);
  execute format('create trigger announce_truncate after truncate on %s '
    'for each statement execute function amigraph.announce_change(%L)', fact, what);
end
$$;
comment on procedure amigraph.announce_changes_of is 'Has every change of a table announced. A new table of facts calls it.';
revoke execute on procedure amigraph.announce_changes_of from public;

call amigraph.announce_changes_of('amigraph.organizations', 'facts');
call amigraph.announce_changes_of('amigraph.organizational_units', 'facts');
call amigraph.announce_changes_of('amigraph.accounts', 'facts');
call amigraph.announce_changes_of('amigraph.account_regions', 'facts');
call amigraph.announce_changes_of('amigraph.images', 'facts');
call amigraph.announce_changes_of('amigraph.image_block_devices', 'facts');
call amigraph.announce_changes_of('amigraph.image_product_codes', 'facts');
call amigraph.announce_changes_of('amigraph.image_tags', 'facts');
call amigraph.announce_changes_of('amigraph.launch_permissions', 'facts');
call amigraph.announce_changes_of('amigraph.image_views', 'facts');
call amigraph.announce_changes_of('amigraph.image_view_members', 'facts');
call amigraph.announce_changes_of('amigraph.snapshots', 'facts');
call amigraph.announce_changes_of('amigraph.instances', 'facts');
call amigraph.announce_changes_of('amigraph.instance_product_codes', 'facts');
call amigraph.announce_changes_of('amigraph.instance_images', 'facts');
call amigraph.announce_changes_of('amigraph.instance_image_metadata', 'facts');
call amigraph.announce_changes_of('amigraph.trusted_owners', 'facts');
call amigraph.announce_changes_of('amigraph.costs', 'facts');
call amigraph.announce_changes_of('amigraph.monthly_account_costs', 'facts');
call amigraph.announce_changes_of('amigraph.coverage', 'observations');
call amigraph.announce_changes_of('amigraph.launch_permission_reads', 'observations');

-- Whether an image's list is known at all is a fact: it decides between an empty list and none.
create function amigraph.announce_known_list() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'UPDATE' then
    if exists (
      select from removed r join added a using (region, image_id) where (r.observed_at is null) <> (a.observed_at is null)
    ) then perform pg_notify('amigraph_changes', 'facts'); end if;
  elsif exists (select from changed where observed_at is not null) then
    perform pg_notify('amigraph_changes', 'facts');
  end if;
  return null;
end
$$;
comment on function amigraph.announce_known_list is 'Tells listeners that a launch permission list became known, or unknown.';
create trigger announce_known_insert after insert on amigraph.launch_permission_reads referencing new table as changed
  for each statement execute function amigraph.announce_known_list();
create trigger announce_known_delete after delete on amigraph.launch_permission_reads referencing old table as changed
  for each statement execute function amigraph.announce_known_list();
create trigger announce_known_update after update on amigraph.launch_permission_reads
  referencing old table as removed new table as added
  for each statement execute function amigraph.announce_known_list();

-- The next moment at which a source becomes STALE by itself.
create index coverage_fresh_until on amigraph.coverage (fresh_until) where status = 'FRESH';

-- Down Migration
drop procedure amigraph.announce_changes_of;
drop function amigraph.announce_change cascade;
drop function amigraph.announce_known_list cascade;
drop function amigraph.add_up_costs cascade;
drop function amigraph.forget_cost_sums cascade;
drop table amigraph.monthly_account_costs;
drop index amigraph.images_by_owner_architecture_date, amigraph.launch_permissions_in_order, amigraph.instances_in_use,
  amigraph.launch_permission_reads_known, amigraph.coverage_by_kind, amigraph.coverage_fresh_until;
