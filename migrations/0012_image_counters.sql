-- Up Migration
-- How much there is of what most images have none of, beside the image: whoever reads lists of images need not look for it.
-- By triggers, so that no writer can forget it.

alter table amigraph.images
  add column launch_permission_count integer,
  add column product_code_count integer not null default 0;
comment on column amigraph.images.launch_permission_count is 'Rows of its launch_permissions, once its list was read; null: not known, or not counted. Of the whole list, whoever reads: never shown';
comment on column amigraph.images.product_code_count is 'Rows of its image_product_codes';

create function amigraph.count_launch_permissions() returns trigger
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
comment on function amigraph.count_launch_permissions is 'Keeps images.launch_permission_count of the images whose rows a statement changed.';
create trigger count_insert after insert on amigraph.launch_permissions
  referencing new table as changed for each statement execute function amigraph.count_launch_permissions();
create trigger count_delete after delete on amigraph.launch_permissions
  referencing old table as changed for each statement execute function amigraph.count_launch_permissions();
create trigger count_insert after insert on amigraph.launch_permission_reads
  referencing new table as changed for each statement execute function amigraph.count_launch_permissions();
create trigger count_delete after delete on amigraph.launch_permission_reads
  referencing old table as changed for each statement execute function amigraph.count_launch_permissions();

create function amigraph.count_newly_read() returns trigger
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
comment on function amigraph.count_newly_read is 'Keeps images.launch_permission_count where a list became known, or unknown; a list that was only read again costs nothing.';
create trigger count_update after update on amigraph.launch_permission_reads
  referencing old table as removed new table as added
  for each statement execute function amigraph.count_newly_read();

create function amigraph.count_product_codes() returns trigger
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
comment on function amigraph.count_product_codes is 'Keeps images.product_code_count of the images whose rows a statement changed.';
create trigger count_insert after insert on amigraph.image_product_codes
  referencing new table as changed for each statement execute function amigraph.count_product_codes();
create trigger count_delete after delete on amigraph.image_product_codes
  referencing old table as changed for each statement execute function amigraph.count_product_codes();

update amigraph.images i set
  launch_permission_count = case when exists (
    select from amigraph.launch_permission_reads r
    where r.region = i.region and r.image_id = i.image_id and r.observed_at is not null
  ) then (select count(*) from amigraph.launch_permissions p where p.region = i.region and p.image_id = i.image_id) end,
  product_code_count = (
    select count(*) from amigraph.image_product_codes p where p.region = i.region and p.image_id = i.image_id);

-- Down Migration
drop function amigraph.count_launch_permissions cascade;
drop function amigraph.count_newly_read cascade;
drop function amigraph.count_product_codes cascade;
alter table amigraph.images drop column launch_permission_count, drop column product_code_count;
