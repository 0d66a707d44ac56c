-- One to three volumes an image.
insert into amigraph.image_block_devices (
  region, image_id, device_name, ordinal, snapshot_id, volume_size_gib, volume_type, iops, throughput_mib, encrypted,
  kms_key_id, delete_on_termination, suppressed)
select region, image_id, '/dev/xvd' || chr(97 + ordinal), ordinal, 'snap-' || substr(md5(n || ' ' || ordinal), 1, 17),
  (array[8, 30, 100, 500])[1 + bench.whole(n, 30 + ordinal, 4)], 'gp3', 3000, 125, encrypted,
  case when encrypted then 'arn:aws:kms:' || region || ':' || owner_account_id || ':key/' || md5('key ' || owner_account_id) end,
  true, false
from bench.image_plan,
  generate_series(0, case when bench.chance(n, 40) < 0.6 then 0 when bench.chance(n, 40) < 0.9 then 1 else 2 end) ordinal,
  lateral (select not is_vendors and bench.chance(n, 41) < 0.5 as encrypted) volume;
