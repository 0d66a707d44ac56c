-- Up Migration
-- Bills as they were loaded, and what each of their sums was attributed to. A bill names resources, never images (R17),
-- so the sums by resource are kept: what the sync learns of an instance later still finds them.

create table amigraph.bills (
  export text not null,
  month date not null,
  kind text,
  version text,
  payer_account_ids text[] not null default '{}',
  rank integer not null default 0,
  is_final boolean not null default false,
  missing_columns text[] not null default '{}',
  limitations text[] not null default '{}',
  signature text,
  loaded_at timestamptz,
  attributed_at timestamptz,
  attempted_at timestamptz not null,
  error_code text,
  error_message text,
  primary key (export, month)
);
comment on table amigraph.bills is 'Each month of each bill export: which version of it is loaded, and how the last attempt to load it went. A failed attempt leaves what was loaded before (R20).';
comment on column amigraph.bills.export is 'Where the export lies within the place that bills are read from; of Cost Explorer, its name';
comment on column amigraph.bills.month is 'The first day of the billing month';
comment on column amigraph.bills.kind is 'CUR_2, CUR, FOCUS or COST_EXPLORER; null: never recognised';
comment on column amigraph.bills.version is 'Of FOCUS: 1.0 or 1.2';
comment on column amigraph.bills.rank is 'Of several exports of one payer and month the one with the lowest rank counts, so that nothing counts twice';
comment on column amigraph.bills.is_final is 'AWS has invoiced the month; until then it rewrites the export several times a day';
comment on column amigraph.bills.missing_columns is 'Columns that the export could have and does not';
comment on column amigraph.bills.limitations is 'What is impossible without them: NO_RESOURCE_IDS, NO_EFFECTIVE_COST …';
comment on column amigraph.bills.signature is 'Of the version that is loaded: its manifest and files with their ETags; null: none is';
comment on column amigraph.bills.attributed_at is 'When its sums were last joined to what was known of instances and images';
create index bills_month on amigraph.bills (month, rank, export) where loaded_at is not null;

create table amigraph.bill_lines (
  export text not null,
  month date not null,
  payer_account_id text not null,
  account_id text not null,
  region text not null,
  resource_id text not null,
  seller text not null,
  product_code text not null,
  operation text not null,
  usage_type text not null,
  charge text not null,
  currency text not null,
  usage_amount numeric not null,
  billed numeric not null,
  gross numeric not null,
  effective numeric not null,
  line_items bigint not null,
  foreign key (export, month) references amigraph.bills on delete cascade
);
comment on table amigraph.bill_lines is 'Sums of an export''s lines by everything that attribution needs. Their sum is the export''s, exactly.';
comment on column amigraph.bill_lines.account_id is 'The account that used it';
comment on column amigraph.bill_lines.resource_id is 'Instance or snapshot, bare; empty: none, or of another kind';
comment on column amigraph.bill_lines.seller is 'AWS or MARKETPLACE';
comment on column amigraph.bill_lines.product_code is 'AmazonEC2 …; of the AWS Marketplace the product''s own code';
comment on column amigraph.bill_lines.charge is 'USAGE, SAVINGS_PLAN_USAGE, RESERVED_USAGE, SAVINGS_PLAN_NEGATION, TAX, CREDIT, REFUND, FEE, DISCOUNT, OTHER';
comment on column amigraph.bill_lines.usage_amount is 'In the unit of the usage type: hours of instances';
comment on column amigraph.bill_lines.billed is 'What it adds to the bill, unblended';
comment on column amigraph.bill_lines.gross is 'Before a Savings Plan covers it. A CUR negates that in lines of their own, FOCUS in the line itself: there billed differs';
comment on column amigraph.bill_lines.effective is 'With upfront and recurring fees of commitments spread over what they cover';
create index bill_lines_bill on amigraph.bill_lines (month, export);
create index bill_lines_resource on amigraph.bill_lines (resource_id, month) where resource_id <> '';

create table amigraph.product_titles (
  export text not null,
  month date not null,
  product_code text not null,
  title text not null,
  primary key (product_code, month, export),
  foreign key (export, month) references amigraph.bills on delete cascade
);
comment on table amigraph.product_titles is 'What bills call products of the AWS Marketplace.';

create table amigraph.instance_products (
  account_id text not null,
  region text not null,
  instance_id text not null,
  product_code text not null,
  kind text not null,
  first_seen_at timestamptz not null default now(),
  primary key (account_id, region, instance_id, product_code)
);
comment on table amigraph.instance_products is 'Every product code ever seen on an instance (R14, R17): rows are added, never changed, and stay when the instance is gone.';
create index instance_products_instance on amigraph.instance_products (instance_id);
create index instance_products_code on amigraph.instance_products (product_code, account_id);
insert into amigraph.instance_products (account_id, region, instance_id, product_code, kind)
select account_id, region, instance_id, product_code, kind from amigraph.instance_product_codes;


-- What is attributed, and what is not and why, beside each other.
alter table amigraph.costs
  add payer_account_id text not null default '',
  add image_owner_id text not null default '',
  add reason text not null default '',
  add export text not null default '',
  add effective_infrastructure_cost numeric not null default 0,
  add snapshot_cost numeric not null default 0,
  add tax numeric not null default 0,
  add credit numeric not null default 0,
  add refund numeric not null default 0,
  add fee numeric not null default 0,
  add discount numeric not null default 0,
  add savings_plan_negation numeric not null default 0,
  add other_cost numeric not null default 0,
  add line_items bigint not null default 0,
  add total_cost numeric not null generated always as (software_cost + infrastructure_cost + snapshot_cost + tax + credit
    + refund + fee + discount + savings_plan_negation + other_cost) stored,
  drop constraint costs_pkey,
  add primary key (month, account_id, region, image_id, product_code, usage_operation, currency, payer_account_id, reason);
comment on column amigraph.costs.payer_account_id is 'The account that is invoiced';
comment on column amigraph.costs.image_owner_id is 'The owner of the image, as known when it was attributed; empty: not known, or no image';
comment on column amigraph.costs.reason is 'Empty: attributed to the image. Else why not: NO_INSTANCE_SEEN, NO_IMAGE_OF_SNAPSHOT, NO_RESOURCE, TAX, CREDIT, REFUND, FEE, DISCOUNT, SAVINGS_PLAN, OTHER_SERVICE, OTHER';
comment on column amigraph.costs.export is 'The export that it was loaded from';
comment on column amigraph.costs.effective_infrastructure_cost is 'EC2 usage with commitments spread over what they cover; no part of the total';
comment on column amigraph.costs.snapshot_cost is 'EBS snapshot storage';
comment on column amigraph.costs.savings_plan_negation is 'What Savings Plans take off again from usage at on-demand rates';
comment on column amigraph.costs.other_cost is 'Everything else, as data transfer of an instance or another service';
comment on column amigraph.costs.total_cost is 'What it adds to the bill';
create index costs_account on amigraph.costs (account_id, month);

create table amigraph.billed_amounts (
  month date not null,
  payer_account_id text not null,
  account_id text not null,
  currency text not null,
  export text not null,
  billed numeric not null,
  attributed numeric not null,
  unattributed numeric not null,
  line_items bigint not null,
  primary key (month, payer_account_id, account_id, currency)
);
comment on table amigraph.billed_amounts is 'Does the bill add up (R18)? Billed is summed over the lines as they were loaded, attributed and unattributed over what became of them.';
create index billed_amounts_account on amigraph.billed_amounts (account_id, month);

create table amigraph.unattributed_amounts (
  month date not null,
  payer_account_id text not null,
  account_id text not null,
  currency text not null,
  reason text not null,
  amount numeric not null,
  line_items bigint not null,
  primary key (month, payer_account_id, account_id, currency, reason)
);
comment on table amigraph.unattributed_amounts is 'What of each bill could not be attributed, by reason (R18).';

-- (R15) Whoever launched is billed, and sees its own part of a bill; an image's owner sees nothing of it.
call amigraph.show_to_viewers('amigraph.bill_lines', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.billed_amounts', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.unattributed_amounts',
  'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.instance_products', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.bills',
  'exists (select from amigraph.billed_amounts b where b.month = bills.month and b.export = bills.export)');
call amigraph.show_to_viewers('amigraph.product_titles',
  'exists (select from amigraph.costs c where c.month = product_titles.month
    and c.product_code = product_titles.product_code)');

-- (R20) Whether the bills could be read decides how far any answer about costs can be trusted.
alter policy limited_viewer on amigraph.coverage using (account_id = any((select amigraph.viewer_accounts())::text[])
  or kind in ('ORGANIZATION', 'BILL') and cardinality((select amigraph.viewer_accounts())) > 0);

call amigraph.announce_changes_of('amigraph.bills', 'facts');
call amigraph.announce_changes_of('amigraph.bill_lines', 'facts');
call amigraph.announce_changes_of('amigraph.product_titles', 'facts');
call amigraph.announce_changes_of('amigraph.instance_products', 'facts');
call amigraph.announce_changes_of('amigraph.billed_amounts', 'facts');
call amigraph.announce_changes_of('amigraph.unattributed_amounts', 'facts');

-- Down Migration
drop table amigraph.unattributed_amounts, amigraph.billed_amounts, amigraph.instance_products, amigraph.product_titles,
  amigraph.bill_lines, amigraph.bills;
truncate amigraph.costs;
drop index amigraph.costs_account;
alter policy limited_viewer on amigraph.coverage using (account_id = any((select amigraph.viewer_accounts())::text[])
  or kind = 'ORGANIZATION' and cardinality((select amigraph.viewer_accounts())) > 0);
alter table amigraph.costs
  drop constraint costs_pkey,
  drop column total_cost,
  drop column payer_account_id, drop column image_owner_id, drop column reason, drop column export,
  drop column effective_infrastructure_cost, drop column snapshot_cost, drop column tax, drop column credit,
  drop column refund, drop column fee, drop column discount, drop column savings_plan_negation, drop column other_cost,
  drop column line_items,
  add primary key (account_id, month, region, image_id, product_code, usage_operation, currency);
