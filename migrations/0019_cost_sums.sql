-- Up Migration
-- EC2 usage by how it is paid for, usage of instances that ran several images by the hour, and the sums of all accounts.

alter table amigraph.bill_lines add usage_hour timestamptz;
comment on column amigraph.bill_lines.usage_hour is 'When the usage began, to the hour; only of instances that ran several images, null of all others: those are summed over the month';

alter table amigraph.costs
  add spot_cost numeric not null default 0,
  add savings_plan_usage_cost numeric not null default 0,
  add reserved_usage_cost numeric not null default 0;
alter table amigraph.costs
  add on_demand_cost numeric not null generated always as (
    infrastructure_cost - spot_cost - savings_plan_usage_cost - reserved_usage_cost) stored;
comment on column amigraph.costs.spot_cost is 'Part of infrastructure_cost: Spot';
comment on column amigraph.costs.savings_plan_usage_cost is 'Part of infrastructure_cost: what Savings Plans cover, at on-demand rates';
comment on column amigraph.costs.reserved_usage_cost is 'Part of infrastructure_cost: what reservations cover';
comment on column amigraph.costs.on_demand_cost is 'Part of infrastructure_cost: the rest';

create table amigraph.organization_costs (
  month date not null,
  region text not null,
  image_id text not null,
  image_owner_id text not null,
  product_code text not null,
  usage_operation text not null,
  currency text not null,
  payer_account_id text not null,
  reason text not null,
  software_cost numeric not null,
  infrastructure_cost numeric not null,
  on_demand_cost numeric not null,
  spot_cost numeric not null,
  savings_plan_usage_cost numeric not null,
  reserved_usage_cost numeric not null,
  effective_infrastructure_cost numeric not null,
  snapshot_cost numeric not null,
  tax numeric not null,
  credit numeric not null,
  refund numeric not null,
  fee numeric not null,
  discount numeric not null,
  savings_plan_negation numeric not null,
  other_cost numeric not null,
  total_cost numeric not null,
  instance_hours numeric not null,
  primary key (month, image_id, region, product_code, usage_operation, currency, payer_account_id, reason, image_owner_id)
);
comment on table amigraph.organization_costs is 'Costs of all accounts together: a report by image or product reads hundreds of rows a month instead of tens of thousands. Kept by triggers of costs, whoever writes those; for who sees every account.';

create procedure amigraph.add_up_months_of_costs(months date[])
  language sql set search_path = pg_catalog, pg_temp
begin atomic
  delete from amigraph.organization_costs where month = any(months);
  insert into amigraph.organization_costs (month, region, image_id, image_owner_id, product_code, usage_operation, currency,
    payer_account_id, reason, software_cost, infrastructure_cost, on_demand_cost, spot_cost, savings_plan_usage_cost,
    reserved_usage_cost, effective_infrastructure_cost, snapshot_cost, tax, credit, refund, fee, discount,
    savings_plan_negation, other_cost, total_cost, instance_hours)
  select month, region, image_id, image_owner_id, product_code, usage_operation, currency, payer_account_id, reason,
    sum(software_cost), sum(infrastructure_cost), sum(on_demand_cost), sum(spot_cost), sum(savings_plan_usage_cost),
    sum(reserved_usage_cost), sum(effective_infrastructure_cost), sum(snapshot_cost), sum(tax), sum(credit), sum(refund),
    sum(fee), sum(discount), sum(savings_plan_negation), sum(other_cost), sum(total_cost), sum(instance_hours)
  from amigraph.costs
  where month = any(months)
  group by month, region, image_id, image_owner_id, product_code, usage_operation, currency, payer_account_id, reason;
end;
comment on procedure amigraph.add_up_months_of_costs is 'Adds the costs of these months up anew.';
revoke execute on procedure amigraph.add_up_months_of_costs from public;

-- A month is written by one transaction at a time (attribute-bills.ts), and as a whole: so it is added up as a whole.
create function amigraph.add_up_organization_costs() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  months date[];
begin
  if tg_op = 'TRUNCATE' then
    delete from amigraph.organization_costs;
    return null;
  end if;
  if tg_op = 'INSERT' then
    select array_agg(distinct month) into months from added;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct month) into months from removed;
  else
    select array_agg(distinct month) into months from (select month from added union all select month from removed) changed;
  end if;
  if months is not null then call amigraph.add_up_months_of_costs(months); end if;
  return null;
end
$$;
comment on function amigraph.add_up_organization_costs is 'Keeps organization_costs: adds up anew the months of which a statement changed costs.';
create trigger organization_costs_added after insert on amigraph.costs
  referencing new table as added for each statement execute function amigraph.add_up_organization_costs();
create trigger organization_costs_removed after delete on amigraph.costs
  referencing old table as removed for each statement execute function amigraph.add_up_organization_costs();
create trigger organization_costs_changed after update on amigraph.costs
  referencing new table as added old table as removed for each statement execute function amigraph.add_up_organization_costs();
create trigger organization_costs_emptied after truncate on amigraph.costs
  for each statement execute function amigraph.add_up_organization_costs();
call amigraph.show_to_viewers('amigraph.organization_costs', 'false');
call amigraph.announce_changes_of('amigraph.organization_costs', 'facts');

do $$
declare
  months date[] := (select array_agg(distinct month) from amigraph.costs);
begin
  call amigraph.add_up_months_of_costs(months);
end
$$;
-- What is loaded is attributed anew by the next run, to fill what is new here.
update amigraph.bills set attributed_at = null;

-- Down Migration
drop function amigraph.add_up_organization_costs cascade;
drop procedure amigraph.add_up_months_of_costs;
drop table amigraph.organization_costs;
alter table amigraph.costs drop column on_demand_cost;
alter table amigraph.costs
  drop column spot_cost, drop column savings_plan_usage_cost, drop column reserved_usage_cost;
alter table amigraph.bill_lines drop column usage_hour;
