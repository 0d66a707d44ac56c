-- Up Migration
-- A statement of a trigger is planned when a connection first runs it, for the rows of that time: one that was planned for a
-- single row compares each of fifty thousand with each. What joins changed rows to tables is planned anew each time, which
-- costs less than a millisecond; what joins them to each other is planned for many.

create or replace function amigraph.count_launch_permissions() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (select from changed) then return null; end if;
  -- In the order in which other writers lock images.
  execute $statement$
    select from amigraph.images i
    where (i.region, i.image_id) in (select c.region, c.image_id from changed c)
    order by i.region, i.image_id
    for no key update
  $statement$;
  execute $statement$
    update amigraph.images i set launch_permission_count = counted.number
    from (
      select c.region, c.image_id,
        case when exists (
          select from amigraph.launch_permission_reads r
          where r.region = c.region and r.image_id = c.image_id and r.observed_at is not null
        ) then (
          select count(*) from amigraph.launch_permissions p where p.region = c.region and p.image_id = c.image_id
        ) end as number
      from (select distinct region, image_id from changed) c
    ) counted
    where i.region = counted.region and i.image_id = counted.image_id
      and i.launch_permission_count is distinct from counted.number
  $statement$;
  return null;
end
$$;

create or replace function amigraph.count_newly_read() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (select from added) then return null; end if;
  execute $statement$
    update amigraph.images i set launch_permission_count = case when counted.is_known then (
      select count(*) from amigraph.launch_permissions p where p.region = i.region and p.image_id = i.image_id
    ) end
    from (
      select n.region, n.image_id, n.observed_at is not null as is_known
      from removed o join added n using (region, image_id)
      where (o.observed_at is null) <> (n.observed_at is null)
    ) counted
    where i.region = counted.region and i.image_id = counted.image_id
  $statement$;
  return null;
end
$$;

create or replace function amigraph.count_product_codes() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (select from changed) then return null; end if;
  execute $statement$
    update amigraph.images i set product_code_count = counted.number
    from (
      select c.region, c.image_id, (
        select count(*) from amigraph.image_product_codes p where p.region = c.region and p.image_id = c.image_id
      ) as number
      from (select distinct region, image_id from changed) c
    ) counted
    where i.region = counted.region and i.image_id = counted.image_id and i.product_code_count <> counted.number
  $statement$;
  return null;
end
$$;

alter function amigraph.announce_known_list() set enable_nestloop = off;
alter function amigraph.doubt_changed_images() set enable_nestloop = off;
alter function amigraph.doubt_known_lists() set enable_nestloop = off;
alter function amigraph.doubt_changed_snapshots() set enable_nestloop = off;
alter function amigraph.doubt_known_snapshot_lists() set enable_nestloop = off;
alter function amigraph.doubt_changed_accounts() set enable_nestloop = off;

-- Down Migration
alter function amigraph.doubt_changed_accounts() reset enable_nestloop;
alter function amigraph.doubt_known_snapshot_lists() reset enable_nestloop;
alter function amigraph.doubt_changed_snapshots() reset enable_nestloop;
alter function amigraph.doubt_known_lists() reset enable_nestloop;
alter function amigraph.doubt_changed_images() reset enable_nestloop;
alter function amigraph.announce_known_list() reset enable_nestloop;
create or replace function amigraph.count_launch_permissions() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  -- In the order in which other writers lock images.
  perform from amigraph.images i
  where (i.region, i.image_id) in (select c.region, c.image_id from changed c)
  order by i.region, i.image_id
  for no key update;
  update amigraph.images i set launch_permission_count = counted.number
  from (
    select c.region, c.image_id,
      case when exists (
        select from amigraph.launch_permission_reads r
        where r.region = c.region and r.image_id = c.image_id and r.observed_at is not null
      ) then (
        select count(*) from amigraph.launch_permissions p where p.region = c.region and p.image_id = c.image_id
      ) end as number
    from (select distinct region, image_id from changed) c
  ) counted
  where i.region = counted.region and i.image_id = counted.image_id
    and i.launch_permission_count is distinct from counted.number;
  return null;
end
$$;
create or replace function amigraph.count_newly_read() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update amigraph.images i set launch_permission_count = case when counted.is_known then (
    select count(*) from amigraph.launch_permissions p where p.region = i.region and p.image_id = i.image_id
  ) end
  from (
    select n.region, n.image_id, n.observed_at is not null as is_known
    from removed o join added n using (region, image_id)
    where (o.observed_at is null) <> (n.observed_at is null)
  ) counted
  where i.region = counted.region and i.image_id = counted.image_id;
  return null;
end
$$;
create or replace function amigraph.count_product_codes() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update amigraph.images i set product_code_count = counted.number
  from (
    select c.region, c.image_id, (
      select count(*) from amigraph.image_product_codes p where p.region = c.region and p.image_id = c.image_id
    ) as number
    from (select distinct region, image_id from changed) c
  ) counted
  where i.region = counted.region and i.image_id = counted.image_id and i.product_code_count <> counted.number;
  return null;
end
$$;
