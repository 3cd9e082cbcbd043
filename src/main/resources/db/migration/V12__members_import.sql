-- Members that a list brings in: people who have a chat with the bot already and agreed elsewhere.

-- Where a member agreed who did not agree in the chat; its version is then only known where the list names one of ours.
alter table consent add column source text;           -- null: in the chat

-- An attribute that a list brought belongs to no run.
alter table attribute alter column run drop not null;
create index attribute_of_lists on attribute (organisation, set_at) where run is null;

-- Staging: rows come in, and nobody sees them. Accepted: all of them are good, and are taken over. Discarded: given up,
-- its rows are going.
create table member_import (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  bot bigint not null,
  state text not null check (state in ('staging', 'accepted', 'done', 'discarded')),
  fresh integer not null default 0,                   -- new members so far
  changed integer not null default 0,
  unchanged integer not null default 0,
  left_alone integer not null default 0,              -- said /stop or /forget
  touched_at timestamptz not null default clock_timestamp(),
  primary key (organisation, id)
);
call protect('member_import');

create table member_import_row (
  organisation integer not null,
  import bigint not null,
  line bigint not null,                               -- where it stands in the list
  chat bigint not null,
  name text,                                          -- null, here and below: the list does not say
  language text,
  timezone text,
  branch bigint,
  version text,
  source text not null,
  consented_at timestamptz not null,
  attributes jsonb not null,
  proof bytea not null,                               -- as in erasure
  primary key (organisation, import, line),
  unique (organisation, import, chat),
  foreign key (organisation, import) references member_import on delete cascade,
  foreign key (organisation, branch) references branch
) with (autovacuum_vacuum_scale_factor = 0.02);
call protect('member_import_row');
