-- Up Migration
-- What bills will fill: the sums of each month by everything a question groups by. Money is numeric, never floating
-- point (R18), and in the currency of its bill.

create table amigraph.costs (
  month date not null,
  account_id text not null,
  region text not null,
  image_id text not null,
  product_code text not null,
  usage_operation text not null,
  currency text not null,
  software_cost numeric not null default 0,
  infrastructure_cost numeric not null default 0,
  instance_hours numeric not null default 0,
  primary key (account_id, month, region, image_id, product_code, usage_operation, currency)
);
comment on table amigraph.costs is 'Attributed cost by month and everything a question groups by. Written by the bill loader only, a month at a time.';
comment on column amigraph.costs.month is 'The first day of the billing month';
comment on column amigraph.costs.account_id is 'The account that launched, and is billed (R15)';
comment on column amigraph.costs.image_id is 'Empty: not attributed to an image';
comment on column amigraph.costs.product_code is 'Empty: no Marketplace product';
comment on column amigraph.costs.usage_operation is 'The bill''s operation, as RunInstances:0010 (R16); empty where the line has none';
comment on column amigraph.costs.software_cost is 'Unblended Marketplace software charge, in currency';
comment on column amigraph.costs.infrastructure_cost is 'Unblended EC2 usage, in currency';
create index costs_image on amigraph.costs (region, image_id, month);
create index costs_product on amigraph.costs (product_code, month) where product_code <> '';

-- Down Migration
drop table amigraph.costs;
