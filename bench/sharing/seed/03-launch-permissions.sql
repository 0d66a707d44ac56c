-- About three an image: two accounts, of which one in fifty is outside, and a unit; the first with everybody in the organization.
insert into amigraph.launch_permissions (region, image_id, kind, grantee, target_id, owner_account_id)
select i.region, i.image_id, grantee.kind,
  case grantee.kind when 'ORGANIZATIONAL_UNIT' then 'arn:aws:organizations::100000000000:ou/o-bench00001/' || grantee.target
    else grantee.target end, grantee.target, i.owner_account_id
from (select *, row_number() over (order by image_id) as n from amigraph.images) i
cross join lateral (
  select 'ACCOUNT' as kind, lpad((100000000000 + abs(hashint8(n)) % :accounts)::text, 12, '0') as target
  union
  select 'ACCOUNT', case when n % 50 = 0 then lpad((900000000000 + n % 300)::text, 12, '0')
    else lpad((100000000000 + abs(hashint8(n + 1000003)) % :accounts)::text, 12, '0') end
  union
  select 'ORGANIZATIONAL_UNIT', 'ou-root-' || lpad((13 + abs(hashint8(n + 7)) % (:units - 13))::text, 8, '0')
) grantee;
insert into amigraph.launch_permissions (region, image_id, kind, grantee, target_id, owner_account_id)
select region, image_id, 'ORGANIZATION', 'arn:aws:organizations::100000000000:organization/o-bench00001', 'o-bench00001', owner_account_id
from amigraph.images order by image_id limit 1;
insert into amigraph.allowed_images_settings
select account_id, 'eu-bench-' || r, case when right(account_id, 1) = '7' then 'ENABLED' else 'DISABLED' end, 'ACCOUNT',
  '[{"imageProviders": null, "imageNames": ["golden-*"], "marketplaceProductCodes": null, "maximumDaysSinceCreated": null,
    "maximumDaysSinceDeprecated": null, "otherConditions": []}]', ''
from amigraph.accounts, generate_series(1, :regions) r;
insert into amigraph.instance_types (region, instance_type, supported_architectures, supported_boot_modes,
  supported_virtualization_types, supported_root_device_types, supported_usage_classes, content_hash)
select 'eu-bench-' || r, 'm7i.large', array['X86_64'], array['LEGACY_BIOS', 'UEFI'], array['HVM'], array['EBS'], array['ON_DEMAND'], ''
from generate_series(1, :regions) r;
insert into amigraph.coverage (account_id, region, kind, status, last_success_at, fresh_until)
select account_id, 'eu-bench-' || r, kind, 'FRESH', now(), '2999-01-01'
from amigraph.accounts, generate_series(1, :regions) r,
  unnest(array['IMAGES_OWNED', 'IMAGES_SHARED', 'LAUNCH_PERMISSIONS', 'ALLOWED_IMAGES']) kind;
