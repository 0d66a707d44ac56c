-- Every twentieth account owns images; a fifth of them are encrypted, with one key an owner and Region.
insert into amigraph.images (region, image_id, owner_account_id, name, state, is_public, architecture, boot_mode,
  virtualization_type, root_device_type, ena_support, creation_date, evidence, evidence_account_id, content_hash)
select 'eu-bench-' || 1 + n % :regions, 'ami-' || lpad(to_hex(n), 17, '0'), owner, 'golden-' || n, 'AVAILABLE', false,
  'X86_64', 'UEFI_PREFERRED', 'HVM', 'EBS', true, now() - n * interval '1 minute', 'OWNER', owner, ''
from generate_series(0, :images - 1) n,
  lateral (select lpad((100000000000 + (n % greatest(1, :accounts / 20)) * 20 + 1)::text, 12, '0') as owner) o;
insert into amigraph.snapshots (region, snapshot_id, owner_account_id, volume_size_gib, encrypted, kms_key_id, state, content_hash)
select region, replace(image_id, 'ami', 'snap'), owner_account_id, 8, right(image_id, 1) in ('0', '5', 'a'),
  case when right(image_id, 1) in ('0', '5', 'a') then format('arn:aws:kms:%s:%s:key/images', region, owner_account_id) end,
  'COMPLETED', ''
from amigraph.images;
insert into amigraph.image_block_devices (region, image_id, device_name, ordinal, snapshot_id, encrypted, suppressed)
select region, replace(snapshot_id, 'snap', 'ami'), '/dev/xvda', 0, snapshot_id, encrypted, false from amigraph.snapshots;
insert into amigraph.kms_keys (arn, account_id, region, manager, state, policy, content_hash)
select distinct kms_key_id, owner_account_id, region, 'CUSTOMER', 'ENABLED', '{}', '' from amigraph.snapshots where encrypted;
-- What replaceKeyAccess compiles of a policy for the own account and the organization.
insert into amigraph.kms_key_access (key_arn, rule_id, account_id, region, effect, is_certain, operations, accounts, organizations, content_hash)
select arn, rule.id, account_id, region, 'ALLOW', true,
  array['CreateGrant', 'Decrypt', 'DescribeKey', 'GenerateDataKeyWithoutPlaintext', 'ReEncryptFrom', 'ReEncryptTo'],
  case rule.id when 'own' then array[account_id] end, case rule.id when 'organization' then array['o-bench00001'] end, ''
from amigraph.kms_keys, (values ('own'), ('organization')) as rule (id)
where rule.id = 'own' or hashtext(arn) % 10 <> 0;
insert into amigraph.launch_permission_reads (region, image_id, owner_account_id, observed_at, attempted_at)
select region, image_id, owner_account_id, now(), now() from amigraph.images;
