-- The same images of an account in each of twelve months.
insert into amigraph.costs (
  month, account_id, region, image_id, product_code, usage_operation, currency, software_cost, infrastructure_cost,
  instance_hours)
select (date '2025-01-01' + m * interval '1 month')::date, bench.account(a), image.region, image.image_id, '',
  case when bench.chance(line, 90) < 0.1 then 'RunInstances:0010' else 'RunInstances' end, 'USD',
  case when bench.chance(line, 91) < 0.1 then round((bench.chance(line * 12 + m, 92) * 500)::numeric, 6) else 0 end,
  round((bench.chance(line * 12 + m, 93) * 2000)::numeric, 6),
  round((bench.chance(line * 12 + m, 94) * 744 * 4)::numeric, 4)
from generate_series(0, :accounts - 1) a, generate_series(0, :costs / (:accounts * 12) - 1) k,
lateral (select a * 10000 + k as line) numbered,
generate_series(0, 11) m
join bench.image_plan image on true
where image.n = bench.whole(a * 10000 + k, 95, :images)
on conflict do nothing;
