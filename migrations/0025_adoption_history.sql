-- Up Migration
-- How golden images were adopted at a moment (R19): what was golden then, and from when on each source is known (R20).

alter table amigraph.coverage add column first_success_at timestamptz;
comment on column amigraph.coverage.first_success_at is 'When the source was first written: what it tells, and every change of that, is known from then on; null: it was never read';
with earliest as (
  select 'INSTANCES' as kind, n.account_id, n.region, min(n.valid_from) as at from amigraph.instances n group by 2, 3
  union all
  select 'INSTANCES', v.account_id, v.region, min(v.valid_from) from amigraph.versions v
  where v.fact = 'instances' and v.was is not null group by 2, 3
  union all
  select 'IMAGES_OWNED', i.owner_account_id, i.region, min(i.valid_from) from amigraph.images i group by 2, 3
  union all
  select 'IMAGE_BUILDS', b.account_id, b.region, min(b.valid_from) from amigraph.image_builds b group by 2, 3
  union all
  select 'REGIONS', r.account_id, 'global', min(r.valid_from) from amigraph.account_regions r group by 2
  union all
  select 'ORGANIZATION', o.management_account_id, 'global', min(a.valid_from)
  from amigraph.organizations o join amigraph.accounts a on a.organization_id = o.organization_id group by 2
)
update amigraph.coverage c
set first_success_at = least(c.last_success_at, (
  select min(e.at) from earliest e where e.kind = c.kind and e.account_id = c.account_id and e.region = c.region))
where c.last_success_at is not null;

create index versions_of_instances on amigraph.versions (valid_to) where fact = 'instances';
create index versions_of_builds on amigraph.versions (fact, valid_to) where fact in ('image_builds', 'image_build_outputs');
create index versions_of_copies on amigraph.versions ((was ->> 'source_image_id'), (was ->> 'source_image_region'))
  where fact = 'images' and was ->> 'source_image_id' is not null;

create function amigraph.golden_images_then(moments timestamptz[])
  returns table (n bigint, origin text, family text, region text, image_id text, is_current boolean)
  language sql stable as $$
  with recursive moment as materialized (
    select m.n, m.at from unnest(moments) with ordinality as m (at, n)
  ), configured as materialized (
    select f.family, f.tag_key, f.tag_value, f.watermark_key, i.*
    from amigraph.golden_families f
    cross join lateral (
      select i.owner_account_id, i.region, i.image_id, i.name, i.creation_date, i.state, i.valid_from,
        'infinity'::timestamptz as valid_to
      from amigraph.images i where i.owner_account_id = f.owner_account_id
      union all
      select v.was ->> 'owner_account_id', v.region, v.image_id, v.was ->> 'name', (v.was ->> 'creation_date')::timestamptz,
        v.was ->> 'state', v.valid_from, v.valid_to
      from amigraph.versions v
      where v.fact = 'images' and v.account_id = f.owner_account_id and v.was ->> 'owner_account_id' = f.owner_account_id
        and v.valid_from < v.valid_to and v.valid_to > (select min(m.at) from moment m)
    ) i
    where amigraph.glob_matches(i.name, f.name_pattern)
  ), build as materialized (
    select b.arn, b.name, b.created_at, b.valid_from, 'infinity'::timestamptz as valid_to from amigraph.image_builds b
    union all
    select v.was ->> 'arn', v.was ->> 'name', (v.was ->> 'created_at')::timestamptz, v.valid_from, v.valid_to
    from amigraph.versions v
    where v.fact = 'image_builds' and v.was is not null and v.valid_from < v.valid_to
      and v.valid_to > (select min(m.at) from moment m)
  ), output as materialized (
    select o.build_arn, o.image_region, o.image_id, o.valid_from, 'infinity'::timestamptz as valid_to
    from amigraph.image_build_outputs o
    union all
    select v.was ->> 'build_arn', v.was ->> 'image_region', v.was ->> 'image_id', v.valid_from, v.valid_to
    from amigraph.versions v
    where v.fact = 'image_build_outputs' and v.was is not null and v.valid_from < v.valid_to
      and v.valid_to > (select min(m.at) from moment m)
  ), made as (
    select m.n, m.at, 'IMAGE_BUILDER' as origin, b.name as family, b.arn as release, b.created_at, i.region, i.image_id,
      i.state
    from moment m
    join build b on m.at >= b.valid_from and m.at < b.valid_to
    join output o on o.build_arn = b.arn and m.at >= o.valid_from and m.at < o.valid_to
    cross join lateral (
      select i.region, i.image_id, i.state from amigraph.images i
      where i.region = o.image_region and i.image_id = o.image_id and i.valid_from <= m.at
      union all
      select v.region, v.image_id, v.was ->> 'state' from amigraph.versions v
      where v.fact = 'images' and v.region = o.image_region and v.image_id = o.image_id and v.was is not null
        and v.valid_from <= m.at and v.valid_to > m.at
        and amigraph.saw_image(v.account_id, v.region, v.image_id, m.at)
    ) i
    union
    select m.n, m.at, 'CONFIGURED', c.family, c.name, min(c.creation_date) over (partition by m.n, c.family, c.name),
      c.region, c.image_id, c.state
    from configured c
    join moment m on m.at >= c.valid_from and m.at < c.valid_to
    where (c.tag_key is null
        or exists (select from amigraph.image_tags t
          where t.region = c.region and t.image_id = c.image_id and t.set_by_owner and t.key = c.tag_key
            and (c.tag_value is null or t.value = c.tag_value) and t.valid_from <= m.at)
        or exists (select from amigraph.versions v
          where v.fact = 'image_tags' and v.region = c.region and v.image_id = c.image_id
            and v.was ->> 'set_by_owner' = 'true' and v.was ->> 'key' = c.tag_key
            and (c.tag_value is null or v.was ->> 'value' = c.tag_value)
            and v.valid_from <= m.at and v.valid_to > m.at))
      and (c.watermark_key is null
        or exists (select from amigraph.image_watermarks w
          where w.region = c.region and w.image_id = c.image_id and w.watermark_key = c.watermark_key
            and w.valid_from <= m.at)
        or exists (select from amigraph.versions v
          where v.fact = 'image_watermarks' and v.region = c.region and v.image_id = c.image_id
            and v.was ->> 'watermark_key' = c.watermark_key and v.valid_from <= m.at and v.valid_to > m.at))
      and (c.valid_to = 'infinity' or amigraph.saw_image(c.owner_account_id, c.region, c.image_id, m.at))
  ), copied as (
    select made.*, false as is_copy from made
    union
    select c.n, c.at, c.origin, c.family, c.release, c.created_at, i.region, i.image_id, i.state, true
    from copied c
    cross join lateral (
      select i.region, i.image_id, i.state from amigraph.images i
      where i.source_image_region = c.region and i.source_image_id = c.image_id and i.valid_from <= c.at
      union all
      select v.region, v.image_id, v.was ->> 'state' from amigraph.versions v
      where v.fact = 'images' and v.was ->> 'source_image_id' = c.image_id and v.was ->> 'source_image_region' = c.region
        and v.valid_from <= c.at and v.valid_to > c.at and v.valid_from < v.valid_to
        and amigraph.saw_image(v.account_id, v.region, v.image_id, c.at)
    ) i
  ), member as (
    select distinct on (n, origin, family, region, image_id) *
    from copied order by n, origin, family, region, image_id, is_copy
  ), current_release as (
    select distinct on (n, origin, family) n, origin, family, release
    from member where not is_copy and state = 'AVAILABLE'
    order by n, origin, family, created_at desc nulls last, release desc
  )
  select m.n, m.origin, m.family, m.region, m.image_id, coalesce(m.release = r.release, false)
  from member m
  left join current_release r on r.n = m.n and r.origin = m.origin and r.family = m.family
$$;
comment on function amigraph.golden_images_then is 'The golden images (R19) at each moment, n of the given ones, as the families are configured now: what the views golden_images and golden_releases said then.';

create function amigraph.golden_unread(moments timestamptz[]) returns table (n bigint, region text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct m.n, c.region
  from unnest(moments) with ordinality as m (at, n)
  join amigraph.coverage c on c.kind in ('IMAGES_OWNED', 'IMAGE_BUILDS') and c.status <> 'NOT_APPLICABLE'
    and (c.first_success_at is null or c.first_success_at > m.at)
  where c.account_id in (
      select f.owner_account_id from amigraph.golden_families f
      union select b.account_id from amigraph.image_builds b)
    and (exists (select from amigraph.account_regions r
        where r.account_id = c.account_id and r.region = c.region and r.valid_from <= m.at)
      or exists (select from amigraph.versions v
        where v.fact = 'account_regions' and v.account_id = c.account_id and v.was ->> 'region' = c.region
          and v.valid_from <= m.at and v.valid_to > m.at))
$$;
comment on function amigraph.golden_unread is 'The Regions in which, at each moment, images of owners of golden images (R19) had not been read yet, whoever asks: which instances ran on golden images is not known of then.';
revoke execute on function amigraph.golden_unread from public;
grant execute on function amigraph.golden_unread to amigraph_organization_viewer, amigraph_limited_viewer;

-- Down Migration
drop function amigraph.golden_images_then, amigraph.golden_unread;
drop index amigraph.versions_of_instances, amigraph.versions_of_builds, amigraph.versions_of_copies;
alter table amigraph.coverage drop column first_success_at;
