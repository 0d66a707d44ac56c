-- Up Migration
-- A statement that changed no row costs nothing to remember: most of the sync's deletes find nothing that is gone.

create or replace function amigraph.keep_version() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  same_key text := tg_argv[1];
  kind text := tg_argv[2];
  pairs text := case tg_op
    when 'INSERT' then 'select null::jsonb as was, to_jsonb(n) as is_now, null::timestamptz as since from added n'
    when 'DELETE' then 'select to_jsonb(o) as was, null::jsonb as is_now, o.valid_from as since from removed o'
    else 'select to_jsonb(o) as was, to_jsonb(n) as is_now, o.valid_from as since '
      'from removed o join added n on ' || same_key end;
begin
  -- Most listings find nothing gone, and a trigger of a statement fires all the same.
  if tg_op = 'DELETE' then
    if not exists (select from removed) then return null; end if;
  elsif not exists (select from added) then
    return null;
  end if;
  -- That something is there now says of itself since when; only that it was not there before has to be told.
  if tg_op = 'INSERT' and (kind = 'null' or not amigraph.tells_changes()) then return null; end if;
  execute format($statement$
    insert into amigraph.versions
      (fact, account_id, region, image_id, instance_id, target_id, kind, was, became, valid_from, valid_to)
    select %1$L, coalesce(any_row ->> 'account_id', any_row ->> 'owner_account_id'), any_row ->> 'region',
      any_row ->> 'image_id', any_row ->> 'instance_id', any_row ->> 'target_id', told.kind,
      pair.was - '{content_hash,valid_from}'::text[],
      case when was is null then after else amigraph.changed_part(before, after) end,
      coalesce(since, '-infinity'), greatest(now(), since)
    from (%2$s) pair
    cross join lateral (
      select was - $1::text[] as before, is_now - $1::text[] as after, coalesce(is_now, was) as any_row
    ) seen
    cross join lateral (select case when amigraph.tells_changes() then %3$s end as kind) told
    where before is distinct from after %4$s$statement$,
    tg_table_name, pairs, kind, case when tg_op = 'INSERT' then 'and told.kind is not null' end)
  using tg_argv[0]::text[];
  return null;
end
$$;

-- Down Migration
create or replace function amigraph.keep_version() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  same_key text := tg_argv[1];
  kind text := tg_argv[2];
  pairs text := case tg_op
    when 'INSERT' then 'select null::jsonb as was, to_jsonb(n) as is_now, null::timestamptz as since from added n'
    when 'DELETE' then 'select to_jsonb(o) as was, null::jsonb as is_now, o.valid_from as since from removed o'
    else 'select to_jsonb(o) as was, to_jsonb(n) as is_now, o.valid_from as since '
      'from removed o join added n on ' || same_key end;
begin
  -- That something is there now says of itself since when; only that it was not there before has to be told.
  if tg_op = 'INSERT' and (kind = 'null' or not amigraph.tells_changes()) then return null; end if;
  execute format($statement$
    insert into amigraph.versions
      (fact, account_id, region, image_id, instance_id, target_id, kind, was, became, valid_from, valid_to)
    select %1$L, coalesce(any_row ->> 'account_id', any_row ->> 'owner_account_id'), any_row ->> 'region',
      any_row ->> 'image_id', any_row ->> 'instance_id', any_row ->> 'target_id', told.kind,
      pair.was - '{content_hash,valid_from}'::text[],
      case when was is null then after else amigraph.changed_part(before, after) end,
      coalesce(since, '-infinity'), greatest(now(), since)
    from (%2$s) pair
    cross join lateral (
      select was - $1::text[] as before, is_now - $1::text[] as after, coalesce(is_now, was) as any_row
    ) seen
    cross join lateral (select case when amigraph.tells_changes() then %3$s end as kind) told
    where before is distinct from after %4$s$statement$,
    tg_table_name, pairs, kind, case when tg_op = 'INSERT' then 'and told.kind is not null' end)
  using tg_argv[0]::text[];
  return null;
end
$$;
