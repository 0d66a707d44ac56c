-- Up Migration
-- The work of the sync, and how much of it a run took. Jobs are shared by any number of workers (docs/sync.md).

create table amigraph.source_jobs (
  account_id text not null,
  region text not null,
  kind text not null,
  sync_run_id bigint,
  asked boolean not null default false,
  revision integer not null default 0,
  due_at timestamptz not null default clock_timestamp(),
  primary key (account_id, region, kind)
);
comment on table amigraph.source_jobs is 'Sources that are to be read: a row is there from when somebody wants the source read until the transaction that writes what was read. Who visits the account-Region takes them; the queue of visits is graphile-worker''s.';
comment on column amigraph.source_jobs.sync_run_id is 'The oldest run that waits for it; null: none does, it is another attempt after a failure';
comment on column amigraph.source_jobs.asked is 'Somebody asked for this very source: what is spread over time otherwise is read at once';
comment on column amigraph.source_jobs.revision is 'Goes up when it is wanted again. Who began to read an earlier revision leaves the row';
comment on column amigraph.source_jobs.due_at is 'Not before; later than now only after a failure';
create index source_jobs_run on amigraph.source_jobs (sync_run_id) where sync_run_id is not null;

alter table amigraph.sync_runs
  add column reason text not null default 'COMMAND',
  add column kinds text[],
  add column account_id text,
  add column region text,
  add column requested_by text,
  add column calls_avoided bigint not null default 0,
  add column region_wide_planned_at timestamptz;
comment on table amigraph.sync_runs is 'Everything that was to be read at one time: over the whole organization, or what somebody asked for.';
comment on column amigraph.sync_runs.finished_at is 'When the last source of it was read, or failed; null while there are any';
comment on column amigraph.sync_runs.reason is 'SCHEDULE, COMMAND (npm run sync, a start) or REQUEST (somebody asked through the API)';
comment on column amigraph.sync_runs.kinds is 'Kinds of source that it reads; null: all';
comment on column amigraph.sync_runs.account_id is 'The account that was asked for; null: the whole organization';
comment on column amigraph.sync_runs.region is 'The Region that was asked for; null: every one';
comment on column amigraph.sync_runs.requested_by is 'The name of the viewer that asked';
comment on column amigraph.sync_runs.calls is 'Requests to AWS, retries included';
comment on column amigraph.sync_runs.calls_avoided is 'Calls that were left out because their answer cannot have changed, or is read again later';
comment on column amigraph.sync_runs.region_wide_planned_at is 'When what is read once a Region for the whole organization was planned, which is after everything else';
create index sync_runs_open on amigraph.sync_runs (sync_run_id) where finished_at is null;
create index sync_runs_in_order on amigraph.sync_runs
  (coalesce(started_at, '-infinity'::timestamptz), lpad(sync_run_id::text, 20, '0'));
-- From before there were jobs: nobody would ever finish these.
update amigraph.sync_runs set finished_at = started_at where finished_at is null;

-- A limited viewer sees that the organization was read, and what it asked for itself; how much there was to read is
-- masked where it is read (src/db/sync-runs/sync-run.ts).
drop policy limited_viewer on amigraph.sync_runs;
create policy limited_viewer on amigraph.sync_runs for select to amigraph_limited_viewer using (
  case when account_id is null then cardinality((select amigraph.viewer_accounts())) > 0
  else account_id = any((select amigraph.viewer_accounts())::text[]) end);
grant select on amigraph.sync_runs to amigraph_limited_viewer;

alter table amigraph.launch_permission_reads
  add column image_hash text,
  add column doubts bigint not null default 0,
  add column doubts_settled bigint not null default 0;
comment on column amigraph.launch_permission_reads.image_hash is 'content_hash of the image when its list was last asked for: where it differs now, the list may too';
comment on column amigraph.launch_permission_reads.doubts is 'How often a consumer''s view disagreed with the list, or an event named the image';
comment on column amigraph.launch_permission_reads.doubts_settled is 'How many of those doubts there were when the list was last read';

create table amigraph.snapshot_create_volume_permissions (
  region text not null,
  snapshot_id text not null,
  kind text not null,
  grantee text not null,
  owner_account_id text not null,
  first_seen_at timestamptz not null default now(),
  primary key (region, snapshot_id, kind, grantee)
);
comment on table amigraph.snapshot_create_volume_permissions is 'Who besides its owner may make volumes from a snapshot, and so copy an image that it is behind (R7), from DescribeSnapshotAttribute; read for snapshots behind shared images only. Source: (owner, Region, SNAPSHOT_PERMISSIONS).';
comment on column amigraph.snapshot_create_volume_permissions.kind is 'ACCOUNT or PUBLIC';
comment on column amigraph.snapshot_create_volume_permissions.grantee is 'An account ID, or all';
create index snapshot_create_volume_permissions_owner on amigraph.snapshot_create_volume_permissions (owner_account_id, region);

create table amigraph.snapshot_permission_reads (
  region text not null,
  snapshot_id text not null,
  owner_account_id text not null,
  observed_at timestamptz,
  attempted_at timestamptz not null,
  snapshot_hash text,
  error_code text,
  error_message text,
  primary key (region, snapshot_id)
);
comment on table amigraph.snapshot_permission_reads is 'When each snapshot''s permissions were last read, and how the last attempt failed, if it did. A snapshot that is behind no shared image has no row: nothing is known of its permissions.';
comment on column amigraph.snapshot_permission_reads.observed_at is 'Null: never read';
comment on column amigraph.snapshot_permission_reads.snapshot_hash is 'content_hash of the snapshot when it was last asked for';
create index snapshot_permission_reads_owner on amigraph.snapshot_permission_reads (owner_account_id, region);

call amigraph.show_to_viewers('amigraph.snapshot_create_volume_permissions',
  'owner_account_id = any((select amigraph.viewer_accounts())::text[])
    or grantee = any((select amigraph.viewer_accounts())::text[])');
call amigraph.show_to_viewers('amigraph.snapshot_permission_reads',
  'owner_account_id = any((select amigraph.viewer_accounts())::text[])');
call amigraph.announce_changes_of('amigraph.snapshot_create_volume_permissions', 'facts');
call amigraph.announce_changes_of('amigraph.snapshot_permission_reads', 'observations');
call amigraph.announce_changes_of('amigraph.sync_runs', 'observations');

-- Down Migration
drop table amigraph.snapshot_create_volume_permissions, amigraph.snapshot_permission_reads;
alter table amigraph.launch_permission_reads drop column image_hash, drop column doubts, drop column doubts_settled;
drop trigger announce_insert on amigraph.sync_runs;
drop trigger announce_update on amigraph.sync_runs;
drop trigger announce_delete on amigraph.sync_runs;
drop trigger announce_truncate on amigraph.sync_runs;
drop policy limited_viewer on amigraph.sync_runs;
revoke select on amigraph.sync_runs from amigraph_limited_viewer;
grant select (sync_run_id, started_at, finished_at) on amigraph.sync_runs to amigraph_limited_viewer;
create policy limited_viewer on amigraph.sync_runs for select to amigraph_limited_viewer
  using (cardinality((select amigraph.viewer_accounts())) > 0);
drop index amigraph.sync_runs_open, amigraph.sync_runs_in_order;
alter table amigraph.sync_runs drop column reason, drop column kinds, drop column account_id, drop column region,
  drop column requested_by, drop column calls_avoided, drop column region_wide_planned_at;
drop table amigraph.source_jobs;
