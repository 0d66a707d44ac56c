-- Up Migration
-- Allowed AMIs (R13): what nobody told of an image is not known, neither a name it seems not to have nor a deprecation. And
-- the builds whose recipes start from an image (R19), for lineages.

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

create index image_builds_parent on amigraph.image_builds (parent_image) where parent_image is not null;

-- Down Migration
drop index amigraph.image_builds_parent;
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
          where amigraph.glob_matches(coalesce(image.name, ''), n.pattern)))
      and (jsonb_typeof(c -> 'marketplaceProductCodes') is distinct from 'array'
        or exists (select from amigraph.image_product_codes code
          where code.region = image.region and code.image_id = image.image_id
            and (c -> 'marketplaceProductCodes') ? code.product_code)
        or nullif(image.evidence = 'INSTANCE', true))
      and (c ->> 'maximumDaysSinceCreated' is null
        or now() - image.creation_date <= make_interval(secs => 86400 * (c ->> 'maximumDaysSinceCreated')::integer))
      and (c ->> 'maximumDaysSinceDeprecated' is null or image.deprecation_time is null
        or now() - image.deprecation_time
          <= make_interval(secs => 86400 * (c ->> 'maximumDaysSinceDeprecated')::integer))
      and (coalesce(jsonb_array_length(c -> 'otherConditions'), 0) = 0 or null) as met
    from jsonb_array_elements(criteria) as c
  ) criterion;
end;
