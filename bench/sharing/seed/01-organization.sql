-- A root, and units in three levels below it: 12, then 120, then the rest.
insert into amigraph.organizations values ('o-bench00001', 'arn', '100000000000', 'ALL', '');
insert into amigraph.organizational_units
with recursive unit (n, id, ancestors) as (
  select 0, 'r-root', array['r-root']
  union all
  select below.n, below.id, unit.ancestors || below.id
  from unit
  join lateral (
    select n, 'ou-root-' || lpad(n::text, 8, '0') as id from generate_series(1, :units - 1) n
    where (case when n <= 12 then 0 when n <= 132 then 1 + (n - 13) % 12 else 13 + (n - 133) % 120 end) = unit.n
  ) below on true
)
select id, 'o-bench00001', case when cardinality(ancestors) > 1 then ancestors[cardinality(ancestors) - 1] end,
  'arn:aws:organizations::100000000000:ou/o-bench00001/' || id, id, array_to_string(ancestors, '/'), ancestors, ''
from unit;
insert into amigraph.accounts
select lpad((100000000000 + n)::text, 12, '0'), 'o-bench00001', 'arn', 'account ' || n, null,
  case when n % 97 = 0 then 'SUSPENDED' else 'ACTIVE' end, 'CREATED', now(), u.organizational_unit_id, u.path,
  u.ancestor_ids, ''
from generate_series(0, :accounts - 1) n
join (select *, row_number() over (order by organizational_unit_id) - 1 as place from amigraph.organizational_units) u
  on u.place = n % :units;
insert into amigraph.account_regions
select account_id, 'eu-bench-' || r, 'OPT_IN_NOT_REQUIRED', '' from amigraph.accounts, generate_series(1, :regions) r;
