-- Few accounts run most instances, and few images are behind most of them.
insert into amigraph.instances (
  account_id, region, instance_id, image_id, state, instance_type, architecture, current_boot_mode, platform_details,
  usage_operation, lifecycle, availability_zone, launch_time, tags, content_hash)
select bench.account(bench.skewed(i, 80, :accounts)), image.region, 'i-' || substr(md5('instance ' || i), 1, 17),
  image.image_id,
  case when bench.chance(i, 81) < 0.8 then 'RUNNING' when bench.chance(i, 81) < 0.95 then 'STOPPED' else 'TERMINATED' end,
  (array['m7i.large', 'c7g.xlarge', 't3.micro', 'r7i.2xlarge'])[1 + bench.whole(i, 82, 4)], 'X86_64', 'UEFI',
  'Linux/UNIX', 'RunInstances', case when bench.chance(i, 83) < 0.2 then 'SPOT' else 'ON_DEMAND' end,
  image.region || 'a', timestamptz '2025-01-01 00:00:00Z' + floor(bench.chance(i, 84) * 31536000) * interval '1 second',
  jsonb_build_array(jsonb_build_object('key', 'Name', 'value', 'server-' || i)), md5('instance content ' || i)
from generate_series(0, :instances - 1) i
join bench.image_plan image on image.n = bench.skewed(i, 85, :images);

insert into amigraph.instance_product_codes (account_id, region, instance_id, product_code, kind)
select instance.account_id, instance.region, instance.instance_id, code.product_code, code.kind
from amigraph.instances instance
join amigraph.image_product_codes code on code.region = instance.region and code.image_id = instance.image_id;
