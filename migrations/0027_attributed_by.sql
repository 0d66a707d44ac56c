-- Up Migration
-- What a month's costs were attributed by is kept, image by image: so it shows when more is known, and nothing is lost
-- when an image is gone.

create table amigraph.attributed_images (
  month date not null,
  region text not null,
  image_id text not null,
  owner_account_id text,
  usage_operation text,
  product_codes text[] not null,
  primary key (month, region, image_id)
);
comment on table amigraph.attributed_images is 'What was known of the images that a month''s costs lead to, when it was attributed. Stays when the image is gone; where more is known by now, the month is attributed again.';
comment on column amigraph.attributed_images.owner_account_id is 'Null: not known';
comment on column amigraph.attributed_images.usage_operation is 'Null: not known';
comment on column amigraph.attributed_images.product_codes is 'Every code that the image carried whenever the month was attributed (R14)';

create table amigraph.attributed_snapshots (
  month date not null,
  snapshot_id text not null,
  region text not null,
  image_id text not null,
  primary key (month, snapshot_id)
);
comment on table amigraph.attributed_snapshots is 'The image that each snapshot of a month''s bills backed, when it was attributed; of several the first one. Stays when the image is gone.';

-- What is loaded is attributed anew by the next run, to fill these.
update amigraph.bills set attributed_at = null;

-- Down Migration
drop table amigraph.attributed_images, amigraph.attributed_snapshots;
