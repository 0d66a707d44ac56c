insert into amigraph.organizations (organization_id, arn, management_account_id, feature_set, content_hash)
select 'o-bench00001', 'arn:aws:organizations::' || bench.account(0) || ':organization/o-bench00001', bench.account(0),
  'ALL', md5('o-bench00001');

-- A root, 10 units below it, 4 below each of those.
insert into amigraph.organizational_units
  (organizational_unit_id, organization_id, parent_id, arn, name, path, ancestor_ids, content_hash)
select id, 'o-bench00001', parent_id, 'arn:aws:organizations::' || bench.account(0) || ':ou/o-bench00001/' || id, name,
  path, ancestor_ids, md5(id)
from (
  select 'r-bnch' as id, null as parent_id, 'Root' as name, 'Root' as path, array['r-bnch'] as ancestor_ids
  union all
  select 'ou-bnch-' || lpad(t::text, 8, '0'), 'r-bnch', 'Unit ' || t, 'Root/Unit ' || t,
    array['r-bnch', 'ou-bnch-' || lpad(t::text, 8, '0')]
  from generate_series(0, 9) t
  union all
  select 'ou-bnch-' || lpad((100 + t * 4 + s)::text, 8, '0'), 'ou-bnch-' || lpad(t::text, 8, '0'), 'Part ' || s,
    'Root/Unit ' || t || '/Part ' || s,
    array['r-bnch', 'ou-bnch-' || lpad(t::text, 8, '0'), 'ou-bnch-' || lpad((100 + t * 4 + s)::text, 8, '0')]
  from generate_series(0, 9) t, generate_series(0, 3) s
) unit;

insert into amigraph.accounts
  (account_id, organization_id, arn, name, email, state, joined_method, joined_at, parent_id, organizational_unit_path,
  ancestor_ids, content_hash)
select bench.account(n), 'o-bench00001',
  'arn:aws:organizations::' || bench.account(0) || ':account/o-bench00001/' || bench.account(n),
  'team-' || lpad(n::text, 4, '0') || (array['-dev', '-test', '-prod'])[1 + n % 3],
  'aws-' || n || '@example.com', case when n % 50 = 49 then 'SUSPENDED' else 'ACTIVE' end,
  case when n % 10 = 0 then 'INVITED' else 'CREATED' end,
  timestamptz '2019-01-01 00:00:00Z' + n * interval '1 day', unit.organizational_unit_id, unit.path, unit.ancestor_ids,
  md5(n::text)
from generate_series(0, :accounts - 1) n
join amigraph.organizational_units unit on unit.organizational_unit_id = 'ou-bnch-' || lpad((100 + n % 40)::text, 8, '0');

insert into amigraph.account_regions (account_id, region, opt_in_status, content_hash)
select bench.account(n), bench.region(r), 'OPT_IN_NOT_REQUIRED', md5(n || ':' || r)
from generate_series(0, :accounts - 1) n, generate_series(0, :regions - 1) r;

insert into amigraph.coverage
  (account_id, region, kind, status, last_success_at, last_attempt_at, fresh_until)
select bench.account(n), source.region, source.kind, 'FRESH', '2026-01-01Z', '2026-01-01Z', '2099-01-01Z'
from generate_series(0, :accounts - 1) n,
lateral (
  select bench.region(r) as region, kind
  from generate_series(0, :regions - 1) r,
    unnest(array['IMAGES_OWNED', 'IMAGES_SHARED', 'LAUNCH_PERMISSIONS', 'SNAPSHOTS', 'INSTANCES', 'INSTANCE_IMAGES']) kind
  union all
  select 'global', 'REGIONS'
  union all
  select 'global', 'ORGANIZATION' where n = 0
) source;
