-- Three tags of the owner on each of its images.
insert into amigraph.image_tags (region, image_id, account_id, key, value, set_by_owner, content_hash)
select region, image_id, owner_account_id, key,
  case key
    when 'Name' then 'image-' || n
    when 'team' then 'team-' || bench.whole(n, 60, 80)
    else (array['dev', 'test', 'prod'])[1 + bench.whole(n, 61, 3)] end,
  true, md5(n || key)
from bench.image_plan, unnest(array['Name', 'team', 'stage']) key
where not is_vendors;
