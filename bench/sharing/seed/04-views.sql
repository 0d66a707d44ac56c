-- What each account sees in each Region: what the lists say that it may.
create temporary table view on commit drop as
select account_id, region, md5(region || string_agg(image_id, ' ' order by image_id)) as view_id, array_agg(image_id) as image_ids
from (
  select distinct a.account_id, p.region, p.image_id
  from amigraph.launch_permissions p
  join (
    select account_id, unnest(ancestor_ids || account_id || organization_id) as target_id from amigraph.accounts where state = 'ACTIVE'
  ) a on a.target_id = p.target_id and a.account_id <> p.owner_account_id
) seen
group by account_id, region;
insert into amigraph.image_views (account_id, region, view_id) select account_id, region, view_id from view;
insert into amigraph.image_view_members (view_id, region, image_id)
select distinct view_id, region, unnest(image_ids) from view;
