-- As many rows as asked for, of a tenth as many products.
insert into amigraph.image_product_codes (region, image_id, product_code, kind)
select image.region, image.image_id,
  substr(translate(encode(sha224(convert_to('product ' || bench.skewed(c, 50, greatest(:product_codes / 10, 1)), 'UTF8')), 'base64'), '+/=', 'xyz'), 1, 25),
  'MARKETPLACE'
from generate_series(0, :product_codes - 1) c
join bench.image_plan image on image.n = c * (:images / :product_codes)
on conflict do nothing;
