-- Up Migration
-- What else DescribeImages says of an image: the watermarks it carries (R13, R19), and which instance types its owner lets it
-- run on (R2).

alter table amigraph.images
  add column supported_instance_types text[],
  add column unsupported_instance_types text[],
  add column watermark_count integer;
comment on column amigraph.images.supported_instance_types is 'With *; null: the owner names none';
comment on column amigraph.images.watermark_count is 'Rows of its image_watermarks, written with them; null: no call told of the image''s watermarks yet';
alter table amigraph.instance_image_metadata add column watermarks jsonb;
comment on column amigraph.instance_image_metadata.watermarks is 'As image_watermarks has them, under the names of the API; null: AWS told nothing of the image';

create table amigraph.image_watermarks (
  region text not null,
  image_id text not null,
  watermark_key text not null,
  source_image_region text,
  source_image_id text,
  source_image_creation_time timestamptz,
  watermark_creation_time timestamptz,
  primary key (region, image_id, watermark_key),
  foreign key (region, image_id) references amigraph.images on delete cascade
);
comment on table amigraph.image_watermarks is 'Watermarks of an image (R19), its own and those that it has from the image it was made from. Written with their image.';
comment on column amigraph.image_watermarks.watermark_key is 'ACCOUNT:NAME';
comment on column amigraph.image_watermarks.source_image_id is 'The image that it was attached to first';
create index image_watermarks_key on amigraph.image_watermarks (watermark_key, region, image_id);
call amigraph.show_to_viewers('amigraph.image_watermarks',
  'exists (select from amigraph.images i
    where i.region = image_watermarks.region and i.image_id = image_watermarks.image_id)');
call amigraph.announce_changes_of('amigraph.image_watermarks', 'facts');

-- That they are read for the first time is no change of the image; afterwards their own rows tell of what changes.
do $$
declare
  kept record;
begin
  for kept in
    select t.tgname as name, pg_get_triggerdef(t.oid) as definition from pg_catalog.pg_trigger t
    where t.tgrelid = 'amigraph.images'::regclass and t.tgname like 'keep\_version\_%'
  loop
    execute format('drop trigger %I on amigraph.images', kept.name);
    execute replace(kept.definition, $was$''{is_public,evidence_account_id}''::text[]$was$,
      $now$(''{is_public,evidence_account_id,watermark_count'' || case when before -> ''watermark_count'' = ''null'' then '',supported_instance_types,unsupported_instance_types'' else '''' end || ''}'')::text[]$now$);
  end loop;
end
$$;

create function amigraph.first_tells_watermarks(region text, image_id text) returns boolean
  language sql stable
  return exists (select from amigraph.versions v
    where v.fact = 'images' and v.region = first_tells_watermarks.region and v.image_id = first_tells_watermarks.image_id
      and v.valid_to = now() and v.was ->> 'watermark_count' is null);
comment on function amigraph.first_tells_watermarks is 'Whether the watermarks of an image were not known until this transaction.';
call amigraph.keep_versions_of('amigraph.image_watermarks', $kind$case
  when not amigraph.is_told_by_image(any_row ->> 'region', any_row ->> 'image_id', before is null)
    and not amigraph.first_tells_watermarks(any_row ->> 'region', any_row ->> 'image_id')
  then 'IMAGE_CHANGED' end$kind$);

alter policy limited_viewer on amigraph.versions using (
  account_id = any((select amigraph.viewer_accounts())::text[])
  or target_id = any((select amigraph.viewer_targets())::text[])
  or fact in ('images', 'image_block_devices', 'image_product_codes', 'image_watermarks') and exists (
    select from amigraph.viewer_reach r
    where r.region = versions.region and r.image_id = versions.image_id
      and r.valid_from < versions.valid_to and r.valid_to >= greatest(versions.valid_from, '-infinity')));

-- Criteria of Allowed AMIs may name watermarks. That none was read of them until now is no change of the settings.
comment on column amigraph.allowed_images_settings.criteria is 'Array in AWS''s order of {imageProviders, imageNames, marketplaceProductCodes: arrays or null; maximumDaysSinceCreated, maximumDaysSinceDeprecated: numbers or null; imageWatermarks: array of {watermarkKey, sourceImageRegion, maximumDaysSinceSourceImageCreated, maximumDaysSinceWatermarkCreated} or null; otherConditions: names of conditions that this version does not read}. An image is allowed where it meets all that one of them says; an empty array allows nothing';
alter table amigraph.allowed_images_settings disable trigger user;
update amigraph.allowed_images_settings set criteria = (
  select coalesce(jsonb_agg('{"imageWatermarks": null}' || criterion order by ordinal), '[]')
  from jsonb_array_elements(criteria) with ordinality as c (criterion, ordinal));
alter table amigraph.allowed_images_settings enable trigger user;
create or replace function amigraph.meets_criteria(criteria jsonb, image amigraph.images) returns boolean
  language sql stable parallel safe
begin atomic
  select case when bool_or(met) then true when bool_or(met is null) then null else false end
  from (
    select
      (jsonb_typeof(c -> 'imageProviders') is distinct from 'array'
        or (c -> 'imageProviders') ? image.owner_account_id
        or coalesce((c -> 'imageProviders') ? image.owner_alias, false))
      and (jsonb_typeof(c -> 'imageNames') is distinct from 'array'
        or exists (select from jsonb_array_elements_text(c -> 'imageNames') n (pattern)
          where amigraph.glob_matches(coalesce(image.name, ''), n.pattern))
        -- Instances tell the name, unless the image is gone; of one that was never seen nobody does.
        or nullif(image.name is null and coalesce(image.evidence, 'INSTANCE') = 'INSTANCE', true))
      and (jsonb_typeof(c -> 'marketplaceProductCodes') is distinct from 'array'
        or exists (select from amigraph.image_product_codes code
          where code.region = image.region and code.image_id = image.image_id
            and (c -> 'marketplaceProductCodes') ? code.product_code)
        -- What instances say of an image leaves its codes out.
        or nullif(coalesce(image.evidence, 'INSTANCE') = 'INSTANCE', true))
      and (c ->> 'maximumDaysSinceCreated' is null
        or extract(epoch from now() - image.creation_date) <= 86400.0 * (c ->> 'maximumDaysSinceCreated')::integer)
      and (c ->> 'maximumDaysSinceDeprecated' is null
        or case
          when image.deprecation_time is not null then extract(epoch from now() - image.deprecation_time)
            <= 86400.0 * (c ->> 'maximumDaysSinceDeprecated')::integer
          else nullif(image.name is not null or coalesce(image.evidence, 'INSTANCE') <> 'INSTANCE', false) end)
      and (jsonb_typeof(c -> 'imageWatermarks') is distinct from 'array'
        or (
          select case when bool_or(fits) then true when bool_or(fits is null) then null else false end
          from amigraph.image_watermarks mark
          cross join jsonb_array_elements(c -> 'imageWatermarks') as wanted
          cross join lateral (
            select (wanted ->> 'watermarkKey' is null
                or amigraph.glob_matches(mark.watermark_key, wanted ->> 'watermarkKey'))
              and (wanted ->> 'sourceImageRegion' is null
                or amigraph.glob_matches(mark.source_image_region, wanted ->> 'sourceImageRegion'))
              and (wanted ->> 'maximumDaysSinceSourceImageCreated' is null
                or extract(epoch from now() - mark.source_image_creation_time)
                  <= 86400.0 * (wanted ->> 'maximumDaysSinceSourceImageCreated')::integer)
              and (wanted ->> 'maximumDaysSinceWatermarkCreated' is null
                or extract(epoch from now() - mark.watermark_creation_time)
                  <= 86400.0 * (wanted ->> 'maximumDaysSinceWatermarkCreated')::integer) as fits
          ) judged
          where mark.region = image.region and mark.image_id = image.image_id)
        or nullif(image.watermark_count is null, true))
      and (coalesce(jsonb_array_length(c -> 'otherConditions'), 0) = 0 or null) as met
    from jsonb_array_elements(criteria) as c
  ) criterion;
end;
create or replace function amigraph.doubt_changed_images() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into amigraph.share_doubts
  select 'IMAGE', region, image_id from removed o join changed n using (region, image_id)
  where (o.owner_account_id, o.owner_alias, o.name, o.state, o.is_public, o.evidence, o.creation_date, o.deprecation_time,
      o.watermark_count is null)
    is distinct from (n.owner_account_id, n.owner_alias, n.name, n.state, n.is_public, n.evidence, n.creation_date, n.deprecation_time,
        n.watermark_count is null);
  return null;
end
$$;
call amigraph.doubt_changes_of('amigraph.image_watermarks', 'doubt_images()');

alter table amigraph.golden_families add column watermark_key text;
comment on column amigraph.golden_families.watermark_key is 'Null: with any watermark, or none';
comment on table amigraph.golden_families is 'Golden images by configuration (R19): those of an owner whose name matches, and that carry a tag of the owner and a watermark where these are named.';
create or replace view amigraph.golden_images with (security_invoker = true) as
  with recursive made as (
    select 'IMAGE_BUILDER' as origin, b.name as family, b.arn as release,
      b.version || '/' || b.build as version, b.created_at, i.region, i.image_id
    from amigraph.image_builds b
    join amigraph.image_build_outputs o on o.build_arn = b.arn
    join amigraph.images i on i.region = o.image_region and i.image_id = o.image_id
    union
    -- The copies of a release in other Regions have its name: by that they are one.
    select 'CONFIGURED', f.family, i.name, i.name,
      min(i.creation_date) over (partition by f.family, i.name), i.region, i.image_id
    from amigraph.golden_families f
    join amigraph.images i on i.owner_account_id = f.owner_account_id and amigraph.glob_matches(i.name, f.name_pattern)
    where (f.tag_key is null or exists (
      select from amigraph.image_tags t
      where t.region = i.region and t.image_id = i.image_id and t.set_by_owner and t.key = f.tag_key
        and (f.tag_value is null or t.value = f.tag_value)))
      and (f.watermark_key is null or exists (
        select from amigraph.image_watermarks w
        where w.region = i.region and w.image_id = i.image_id and w.watermark_key = f.watermark_key))
  ), copied as (
    select m.origin, m.family, m.release, m.version, m.created_at, m.region, m.image_id, false as is_copy
    from made m
    union
    select c.origin, c.family, c.release, c.version, c.created_at, i.region, i.image_id, true
    from copied c
    join amigraph.images i on i.source_image_region = c.region and i.source_image_id = c.image_id
  )
  select distinct on (origin, family, region, image_id)
    origin, family, release, version, created_at, region, image_id, is_copy
  from copied
  order by origin, family, region, image_id, is_copy;

-- Down Migration
create or replace view amigraph.golden_images with (security_invoker = true) as
  with recursive made as (
    select 'IMAGE_BUILDER' as origin, b.name as family, b.arn as release,
      b.version || '/' || b.build as version, b.created_at, i.region, i.image_id
    from amigraph.image_builds b
    join amigraph.image_build_outputs o on o.build_arn = b.arn
    join amigraph.images i on i.region = o.image_region and i.image_id = o.image_id
    union
    -- The copies of a release in other Regions have its name: by that they are one.
    select 'CONFIGURED', f.family, i.name, i.name,
      min(i.creation_date) over (partition by f.family, i.name), i.region, i.image_id
    from amigraph.golden_families f
    join amigraph.images i on i.owner_account_id = f.owner_account_id and amigraph.glob_matches(i.name, f.name_pattern)
    where f.tag_key is null or exists (
      select from amigraph.image_tags t
      where t.region = i.region and t.image_id = i.image_id and t.set_by_owner and t.key = f.tag_key
        and (f.tag_value is null or t.value = f.tag_value))
  ), copied as (
    select m.origin, m.family, m.release, m.version, m.created_at, m.region, m.image_id, false as is_copy
    from made m
    union
    select c.origin, c.family, c.release, c.version, c.created_at, i.region, i.image_id, true
    from copied c
    join amigraph.images i on i.source_image_region = c.region and i.source_image_id = c.image_id
  )
  select distinct on (origin, family, region, image_id)
    origin, family, release, version, created_at, region, image_id, is_copy
  from copied
  order by origin, family, region, image_id, is_copy;
alter table amigraph.golden_families drop column watermark_key;
comment on table amigraph.golden_families is 'Golden images by configuration (R19): those of an owner whose name matches, and that carry a tag of the owner where one is named.';
create or replace function amigraph.doubt_changed_images() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into amigraph.share_doubts
  select 'IMAGE', region, image_id from removed o join changed n using (region, image_id)
  where (o.owner_account_id, o.owner_alias, o.name, o.state, o.is_public, o.evidence, o.creation_date, o.deprecation_time)
    is distinct from (n.owner_account_id, n.owner_alias, n.name, n.state, n.is_public, n.evidence, n.creation_date, n.deprecation_time);
  return null;
end
$$;
create or replace function amigraph.meets_criteria(criteria jsonb, image amigraph.images) returns boolean
  language sql stable parallel safe
begin atomic
  select case when bool_or(met) then true when bool_or(met is null) then null else false end
  from (
    select
      (jsonb_typeof(c -> 'imageProviders') is distinct from 'array'
        or (c -> 'imageProviders') ? image.owner_account_id
        or coalesce((c -> 'imageProviders') ? image.owner_alias, false))
      and (jsonb_typeof(c -> 'imageNames') is distinct from 'array'
        or exists (select from jsonb_array_elements_text(c -> 'imageNames') n (pattern)
          where amigraph.glob_matches(coalesce(image.name, ''), n.pattern))
        -- Instances tell the name, unless the image is gone; of one that was never seen nobody does.
        or nullif(image.name is null and coalesce(image.evidence, 'INSTANCE') = 'INSTANCE', true))
      and (jsonb_typeof(c -> 'marketplaceProductCodes') is distinct from 'array'
        or exists (select from amigraph.image_product_codes code
          where code.region = image.region and code.image_id = image.image_id
            and (c -> 'marketplaceProductCodes') ? code.product_code)
        -- What instances say of an image leaves its codes out.
        or nullif(coalesce(image.evidence, 'INSTANCE') = 'INSTANCE', true))
      and (c ->> 'maximumDaysSinceCreated' is null
        or extract(epoch from now() - image.creation_date) <= 86400.0 * (c ->> 'maximumDaysSinceCreated')::integer)
      and (c ->> 'maximumDaysSinceDeprecated' is null
        or case
          when image.deprecation_time is not null then extract(epoch from now() - image.deprecation_time)
            <= 86400.0 * (c ->> 'maximumDaysSinceDeprecated')::integer
          else nullif(image.name is not null or coalesce(image.evidence, 'INSTANCE') <> 'INSTANCE', false) end)
      and (coalesce(jsonb_array_length(c -> 'otherConditions'), 0) = 0 or null) as met
    from jsonb_array_elements(criteria) as c
  ) criterion;
end;
alter policy limited_viewer on amigraph.versions using (
  account_id = any((select amigraph.viewer_accounts())::text[])
  or target_id = any((select amigraph.viewer_targets())::text[])
  or fact in ('images', 'image_block_devices', 'image_product_codes') and exists (
    select from amigraph.viewer_reach r
    where r.region = versions.region and r.image_id = versions.image_id
      and r.valid_from < versions.valid_to and r.valid_to >= greatest(versions.valid_from, '-infinity')));
do $$
declare
  kept record;
begin
  for kept in
    select t.tgname as name, pg_get_triggerdef(t.oid) as definition from pg_catalog.pg_trigger t
    where t.tgrelid = 'amigraph.images'::regclass and t.tgname like 'keep\_version\_%'
  loop
    execute format('drop trigger %I on amigraph.images', kept.name);
    execute replace(kept.definition,
      $now$(''{is_public,evidence_account_id,watermark_count'' || case when before -> ''watermark_count'' = ''null'' then '',supported_instance_types,unsupported_instance_types'' else '''' end || ''}'')::text[]$now$,
      $was$''{is_public,evidence_account_id}''::text[]$was$);
  end loop;
end
$$;
drop table amigraph.image_watermarks;
drop function amigraph.first_tells_watermarks;
alter table amigraph.instance_image_metadata drop column watermarks;
alter table amigraph.images
  drop column supported_instance_types, drop column unsupported_instance_types, drop column watermark_count;
