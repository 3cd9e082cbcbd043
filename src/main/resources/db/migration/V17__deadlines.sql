-- What people are asked to do by when, and what each of them said to it.

create table deadline (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  bot bigint not null,
  fallback text not null,                             -- the language for whoever reads none of these
  titles jsonb not null,                              -- by language
  tasks jsonb not null,                               -- what to do, by language
  link text not null default '',
  due_at timestamptz,                                 -- the same moment for all,
  due_on date,                                        -- or the end of this day by everybody's own clock
  audience text not null,                             -- criteria, within what its maker looks after
  whom text not null,                                 -- the same as its maker reads it
  ladder text not null,
  lead bigint,                                        -- a member; null: none, or somebody erased
  created_by bigint,                                  -- a member; null: somebody erased
  state text not null default 'open' check (state in ('open', 'cancelled')),
  edition integer not null default 0,                 -- how often it was moved
  told boolean not null default false,                -- whether anybody was told of an earlier edition
  made_at timestamptz not null,                       -- this edition, as people see the time
  primary key (organisation, id),
  check ((due_at is null) <> (due_on is null))
);
call protect('deadline');

-- Why somebody cannot is ciphertext, and only until their captain was told.
create table deadline_answer (
  organisation integer not null,
  deadline bigint not null,
  member bigint not null,
  said text not null check (said in ('done', 'cannot', 'later')),
  said_at timestamptz not null,
  remind_at timestamptz,                              -- later: when they want to hear of it
  reason_until timestamptz,                           -- cannot: until then what they write is the reason
  key_id text,
  ciphertext bytea,
  told_at timestamptz,                                -- cannot: when a captain, lead or coordinator was told
  primary key (organisation, deadline, member),
  foreign key (organisation, deadline) references deadline on delete cascade,
  foreign key (organisation, member) references member on delete cascade
);
create index deadline_answer_by_member on deadline_answer (organisation, member);
create index deadline_answer_reminders on deadline_answer (organisation, remind_at) where remind_at is not null;
create index deadline_answer_untold on deadline_answer (organisation, said_at) where said = 'cannot' and told_at is null;
call protect('deadline_answer');

-- A deadline while it is written, or moved: at most one in a chat.
create table deadline_sketch (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  bot bigint not null,
  member bigint not null,
  sketch jsonb not null default '{}',
  touched_at timestamptz not null,
  primary key (organisation, id),
  unique (organisation, bot, member),
  foreign key (organisation, member) references member on delete cascade
);
create index deadline_sketch_by_member on deadline_sketch (organisation, member);
call protect('deadline_sketch');

-- What the calendar said of a deadline, so that it can be taken back.
create index broadcast_of_deadline on broadcast (organisation, (split_part(origin, ':', 2))) where origin like 'deadline:%';

alter table broadcast
  add column rides boolean not null default false;    -- never a message of its own: goes with whatever goes next

alter table content
  add column until_on date;                           -- nobody gets it after this day of theirs

alter table question
  add column about text not null default '';          -- what the member was asked to do, where the question is about that
