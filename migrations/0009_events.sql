-- Up Migration
-- Change events of AWS: what they had read by name, where they come from, and what could not be understood of them.

create table amigraph.targeted_reads (
  account_id text not null,
  region text not null,
  kind text not null,
  named_id text not null,
  observed_at timestamptz not null,
  primary key (account_id, region, kind, named_id)
);
comment on table amigraph.targeted_reads is 'Single images and instances that were read by name since their source was last read as a whole. A listing that began before then must not overwrite them: it may not know yet what they became.';
comment on column amigraph.targeted_reads.kind is 'The source that the thing belongs to: IMAGES_OWNED or INSTANCES; launch permissions know the time of each image''s reading themselves';
comment on column amigraph.targeted_reads.observed_at is 'When reading it began';

alter table amigraph.instance_images add column evidence text not null default 'LISTING';
comment on column amigraph.instance_images.evidence is 'How the pair first became known: LISTING (DescribeInstances), or EVENT (what RunInstances answered, as CloudTrail recorded it) where the instance had gone before anybody could ask';

create table amigraph.event_queues (
  queue_url text primary key,
  checked_at timestamptz not null,
  last_received_at timestamptz,
  received bigint not null default 0,
  ignored bigint not null default 0,
  error_code text,
  error_message text
);
comment on table amigraph.event_queues is 'The SQS queue that change events come from, one row for each that was ever read.';
comment on column amigraph.event_queues.checked_at is 'When a worker last asked for messages, to the minute';
comment on column amigraph.event_queues.last_received_at is 'When a message last came';
comment on column amigraph.event_queues.received is 'Messages received, those that came again included';
comment on column amigraph.event_queues.ignored is 'Messages among them that name nothing amigraph knows: events of other kinds, accounts and Regions that are not read';
comment on column amigraph.event_queues.error_code is 'Why the queue cannot be read; null where it can';

create table amigraph.dead_letters (
  message_id text primary key,
  queue_url text not null,
  event_name text,
  account_id text,
  region text,
  error_code text not null,
  error_message text not null,
  receive_count integer not null,
  sent_at timestamptz,
  buried_at timestamptz not null default now(),
  body text not null
);
comment on table amigraph.dead_letters is 'Messages that no change could be made of: those that are no event, and those whose change could not be read from AWS time and again. The newest are kept.';
comment on column amigraph.dead_letters.message_id is 'SQS''s';
comment on column amigraph.dead_letters.event_name is 'The call or the kind of event; null where the message is none';
comment on column amigraph.dead_letters.error_code is 'AWS''s code, or UnreadableEvent';
comment on column amigraph.dead_letters.receive_count is 'How often it was received before it was given up';
comment on column amigraph.dead_letters.buried_at is 'When it was given up';
create index dead_letters_in_order on amigraph.dead_letters (buried_at, message_id);

-- A message can be of any account, or of none: it is for those who may see everything.
call amigraph.show_to_viewers('amigraph.event_queues', 'false');
call amigraph.show_to_viewers('amigraph.dead_letters', 'false');
call amigraph.announce_changes_of('amigraph.event_queues', 'observations');
call amigraph.announce_changes_of('amigraph.dead_letters', 'observations');

-- Down Migration
drop table amigraph.targeted_reads, amigraph.event_queues, amigraph.dead_letters;
alter table amigraph.instance_images drop column evidence;
