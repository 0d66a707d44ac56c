-- About three permissions an image, unevenly: 3 % are golden images shared with 20 to 80 accounts, 30 % are shared with
-- 1 to 9, some with an organizational unit, few with the organization or everybody; the rest is private. One grantee in
-- twenty-five is no member. An image has grants to units or to the organization, never both, so that kinds sort the
-- same by name as by rank.
insert into amigraph.launch_permissions (region, image_id, kind, grantee, target_id, owner_account_id, first_seen_at)
select region, image_id, 'ACCOUNT', grantee, grantee, owner_account_id, creation_date + interval '1 hour'
from bench.image_plan,
lateral generate_series(1, case
  when n % 100 < 3 then 20 + bench.whole(n, 70, 61)
  when n % 100 < 33 then 1 + bench.whole(n, 71, 9)
  else 0 end) share,
lateral (
  select case
    when bench.chance(n * 128 + share, 72) < 0.04 then bench.outside_account(bench.whole(n, 73, 100) + share)
    else bench.account((bench.whole(n, 74, :accounts) + share * 7) % :accounts) end as grantee
) whom
where not is_vendors
on conflict do nothing;

insert into amigraph.launch_permissions (region, image_id, kind, grantee, target_id, owner_account_id, first_seen_at)
select region, image_id, 'ORGANIZATIONAL_UNIT', unit.arn, unit.organizational_unit_id, owner_account_id,
  creation_date + interval '1 hour'
from bench.image_plan
join amigraph.organizational_units unit
  on unit.organizational_unit_id = 'ou-bnch-' || lpad((100 + bench.whole(n, 75, 40))::text, 8, '0')
where not is_vendors and n % 100 in (0, 33, 34, 35, 36);

insert into amigraph.launch_permissions (region, image_id, kind, grantee, target_id, owner_account_id, first_seen_at)
select region, image_id, kind, grantee, target_id, owner_account_id, creation_date + interval '1 hour'
from bench.image_plan
join (values
  (1, 'ORGANIZATION', 'arn:aws:organizations::200000000000:organization/o-bench00001', 'o-bench00001'),
  (37, 'ORGANIZATION', 'arn:aws:organizations::200000000000:organization/o-bench00001', 'o-bench00001'),
  (38, 'PUBLIC', 'all', 'all')) grant_of (place, kind, grantee, target_id) on n % 100 = place
where not is_vendors;

insert into amigraph.launch_permission_reads (region, image_id, owner_account_id, observed_at, attempted_at)
select region, image_id, owner_account_id, '2026-01-01Z', '2026-01-01Z'
from bench.image_plan
where not is_vendors;
