-- What is said to many.

-- The text of a message to many stands once, per language: its rows in the outbox hold this number and whom they are for.
create table content (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  payloads jsonb not null,                            -- by language, as in outbox.payload; {name} is the member's name
  fallback text not null,                             -- the language for whoever reads none of these
  primary key (organisation, id)
);
call protect('content');

-- held: nothing sends it before it is let into the queue.
alter table outbox
  add column content bigint,
  add column member bigint,
  drop constraint outbox_state_check,
  add constraint outbox_state_check check (state in ('held', 'queued', 'sending', 'sent', 'failed', 'uncertain'));
create unique index outbox_once on outbox (organisation, content, member) where content is not null;
create index outbox_held on outbox (organisation, content, due_at, id) where state = 'held';

-- A content put to an audience.
create table broadcast (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  bot bigint not null,
  content bigint not null,
  key text not null,                                  -- whoever asks twice with one key gets one broadcast
  request bytea not null,                             -- SHA-256 of what was asked with it
  kind text not null check (kind in ('appeal', 'service')),
  audience jsonb not null,
  actions jsonb not null default '{}',                -- labels by language, in the order of their numbers
  state text not null check (state in ('creating', 'going', 'paused', 'cancelled', 'done')),
  goes_at timestamptz not null,                       -- until then it is held and can be called back
  recipients integer not null default 0,
  counts jsonb,                                       -- by state, once it is over
  created_by bigint,                                  -- a member; null: a machine, or somebody erased
  created_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  primary key (organisation, id),
  unique (organisation, key),
  unique (organisation, content),
  foreign key (organisation, content) references content
);
create index broadcast_open on broadcast (organisation, goes_at) where counts is null;
call protect('broadcast');

-- What people pressed below it.
create table broadcast_answer (
  organisation integer not null,
  broadcast bigint not null,
  member bigint not null,
  action smallint not null,                           -- its place in broadcast.actions, from 0
  answered_at timestamptz not null,
  primary key (organisation, broadcast, member),
  foreign key (organisation, broadcast) references broadcast on delete cascade,
  foreign key (organisation, member) references member on delete cascade
);
create index broadcast_answer_by_member on broadcast_answer (organisation, member);
call protect('broadcast_answer');
