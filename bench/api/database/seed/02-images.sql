-- Which image is whose: 2 % are of vendors outside, the rest of members, of whom few own many and many own few.
create unlogged table bench.image_plan as
select n, bench.region(bench.skewed(n, 1, :regions)) as region, 'ami-' || substr(md5('image ' || n), 1, 17) as image_id,
  is_vendors,
  case when is_vendors then bench.vendor(bench.whole(n, 2, 20)) else bench.account(bench.skewed(n, 3, :owners)) end
    as owner_account_id,
  timestamptz '2021-01-01 00:00:00Z' + floor(bench.chance(n, 4) * 157680000000) * interval '1 millisecond'
    as creation_date
from generate_series(0, :images - 1) n, lateral (select bench.chance(n, 5) < 0.02 as is_vendors) vendors;
create unique index on bench.image_plan (n);
analyze bench.image_plan;

insert into amigraph.images (
  region, image_id, owner_account_id, owner_alias, name, description, state, is_public, image_type, architecture,
  platform, platform_details, usage_operation, boot_mode, imds_support, virtualization_type, hypervisor, ena_support,
  sriov_net_support, root_device_type, root_device_name, image_location, creation_date, deprecation_time,
  last_launched_time, deregistration_protection, source_image_id, source_image_region, evidence, evidence_account_id,
  first_seen_at, content_hash)
select region, image_id, owner_account_id, case when is_vendors then 'aws-marketplace' end, name,
  'Built by the image pipeline from commit ' || md5('commit ' || n),
  case when bench.chance(n, 10) < 0.03 then 'DISABLED' else 'AVAILABLE' end,
  is_vendors or bench.chance(n, 11) < 0.005,
  'MACHINE', (array['X86_64', 'X86_64', 'X86_64', 'ARM64'])[1 + bench.whole(n, 12, 4)],
  case when is_windows then 'WINDOWS' end,
  case when is_windows then 'Windows' when bench.chance(n, 14) < 0.1 then 'Red Hat Enterprise Linux' else 'Linux/UNIX' end,
  case when is_windows then 'RunInstances:0002' when bench.chance(n, 14) < 0.1 then 'RunInstances:0010'
    else 'RunInstances' end,
  (array[null, 'UEFI', 'UEFI_PREFERRED', 'LEGACY_BIOS'])[1 + bench.whole(n, 15, 4)],
  case when bench.chance(n, 16) < 0.6 then 'v2.0' end, 'HVM', 'XEN', true, 'simple', 'EBS', '/dev/xvda',
  owner_account_id || '/' || name, creation_date,
  case when bench.chance(n, 17) < 0.5 then creation_date + interval '2 years' end,
  case when bench.chance(n, 18) < 0.6 then creation_date + interval '90 days' end, 'disabled',
  case when bench.chance(n, 19) < 0.3 then 'ami-' || substr(md5('image ' || bench.whole(n, 20, :images)), 1, 17) end,
  case when bench.chance(n, 19) < 0.3 then bench.region(bench.skewed(bench.whole(n, 20, :images), 1, :regions)) end,
  case when is_vendors then 'LOOKUP' else 'OWNER' end,
  case when is_vendors then bench.account(0) else owner_account_id end, creation_date, md5('content ' || n)
from bench.image_plan,
lateral (
  select (array['base', 'web', 'database', 'build', 'batch'])[1 + bench.whole(n, 21, 5)] || '-' ||
    to_char(creation_date, 'YYYY-MM-DD') || '-' || n as name,
    bench.chance(n, 13) < 0.15 as is_windows
) told
order by n;
