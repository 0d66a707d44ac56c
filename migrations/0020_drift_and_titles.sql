-- Up Migration
-- Where usage operations differ that should agree (R16), with the money behind it; what products are called by configuration.

create table amigraph.instance_operations (
  account_id text not null,
  region text not null,
  instance_id text not null,
  usage_operation text not null,
  first_seen_at timestamptz not null default now(),
  primary key (account_id, region, instance_id, usage_operation)
);
comment on table amigraph.instance_operations is 'Every usage operation ever seen on an instance (R16, R17): rows are added, never changed, and stay when the instance is gone, because a bill names it months later.';
create index instance_operations_instance on amigraph.instance_operations (instance_id);
insert into amigraph.instance_operations (account_id, region, instance_id, usage_operation)
select account_id, region, instance_id, usage_operation from amigraph.instances where usage_operation is not null;
call amigraph.show_to_viewers('amigraph.instance_operations', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.announce_changes_of('amigraph.instance_operations', 'facts');

create table amigraph.usage_operation_drifts (
  month date not null,
  payer_account_id text not null,
  account_id text not null,
  region text not null,
  instance_id text not null,
  image_id text not null,
  image_operation text,
  instance_operation text not null,
  billed_operation text not null,
  kinds text[] not null,
  currency text not null,
  infrastructure_cost numeric not null,
  effective_infrastructure_cost numeric not null,
  instance_hours numeric not null,
  primary key (month, instance_id, account_id, region, image_id, instance_operation, billed_operation, currency, payer_account_id)
);
comment on table amigraph.usage_operation_drifts is 'Billed usage of instances whose usage operation, their image''s and the bill''s do not agree (R16), found when a month is attributed.';
comment on column amigraph.usage_operation_drifts.image_operation is 'Null: not known, as of an image that is gone';
comment on column amigraph.usage_operation_drifts.instance_operation is 'The last one that was seen within the month, or else the first one at all; empty: none was';
comment on column amigraph.usage_operation_drifts.kinds is 'In what they differ: WINDOWS_LICENSE, WINDOWS, RHEL, SUSE, UBUNTU_PRO, SQL_SERVER, OTHER';
create index usage_operation_drifts_account on amigraph.usage_operation_drifts (account_id, month);
call amigraph.show_to_viewers('amigraph.usage_operation_drifts', 'account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.announce_changes_of('amigraph.usage_operation_drifts', 'facts');

create table amigraph.configured_product_titles (
  product_code text primary key,
  title text not null
);
comment on table amigraph.configured_product_titles is 'What products are called by configuration.';
call amigraph.show_to_viewers('amigraph.configured_product_titles', 'cardinality((select amigraph.viewer_accounts())) > 0');
call amigraph.announce_changes_of('amigraph.configured_product_titles', 'facts');

create view amigraph.counted_bill_lines with (security_invoker = true) as
  select l.month, l.payer_account_id, l.account_id, l.region, l.resource_id, l.seller, l.product_code, l.operation,
    l.usage_type, l.charge, l.currency, l.usage_hour, l.usage_amount, l.billed, l.gross, l.effective, l.line_items
  from amigraph.bill_lines l
  join amigraph.billed_amounts b using (month, payer_account_id, account_id, currency, export);
comment on view amigraph.counted_bill_lines is 'Sums of those exports alone that count: of several of one payer and month one does.';
grant select on amigraph.counted_bill_lines to amigraph_organization_viewer, amigraph_limited_viewer;

-- Of what is loaded drifts are found as well.
update amigraph.bills set attributed_at = null;

-- Down Migration
drop view amigraph.counted_bill_lines;
drop table amigraph.configured_product_titles, amigraph.usage_operation_drifts, amigraph.instance_operations;
