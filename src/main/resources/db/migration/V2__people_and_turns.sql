-- Who takes part, what they were asked, what they said, and what is on its way to them.

alter table organisation
  add column settings jsonb not null default '{}',   -- organisation.yaml and links.yaml as last applied
  add column applied text;                            -- hash of the workspace's files as last applied

alter table bot
  add column updates_offset bigint,                   -- polling: the next update to ask for
  add column alive_at timestamptz not null default clock_timestamp();   -- last sign of an intake, to notice an outage

create table branch (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  key text not null,
  parent bigint,
  names jsonb not null,                               -- by language
  timezone text,
  members_stated integer check (members_stated >= 0),
  retired_at timestamptz,
  primary key (organisation, id),
  unique (organisation, key),
  foreign key (organisation, parent) references branch
);
call protect('branch');

create table member (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  telegram_user bigint not null,
  name text not null,
  language text not null,
  timezone text,
  branch bigint,
  standing text not null default 'new' check (standing in ('new', 'known')),
  stopped_at timestamptz,                             -- /stop: nothing is sent until /start
  quiet_until timestamptz,
  weekly_messages integer,                            -- null: the organisation's default
  joined_at timestamptz not null default clock_timestamp(),
  primary key (organisation, id),
  unique (organisation, telegram_user),
  foreign key (organisation, branch) references branch
);
create index member_by_branch on member (organisation, branch);
call protect('member');

create table member_role (
  organisation integer not null,
  member bigint not null,
  role text not null check (role in ('coordinator', 'captain', 'buddy')),
  branch bigint not null default 0,                   -- 0: the whole organisation
  granted_at timestamptz not null default clock_timestamp(),
  granted_by text not null,
  primary key (organisation, member, role, branch),
  foreign key (organisation, member) references member on delete cascade
);
create index role_by_branch on member_role (organisation, branch, role);
call protect('member_role');

-- The wording people saw, once per version.
create table consent_wording (
  organisation integer not null references organisation on delete cascade,
  purpose text not null,
  version text not null,
  wording jsonb not null,                             -- by language
  primary key (organisation, purpose, version)
);
call protect('consent_wording');

create table consent (
  organisation integer not null,
  id bigint generated always as identity,
  member bigint not null,
  purpose text not null,
  version text not null,
  language text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organisation, id),
  foreign key (organisation, member) references member on delete cascade
);
create index consent_by_member on consent (organisation, member);
call protect('consent');

-- Carries neither a role nor a person.
create table join_link (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  code text not null unique,
  branch bigint,
  created_by bigint,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  max_uses integer,
  uses integer not null default 0,
  revoked_at timestamptz,
  primary key (organisation, id),
  foreign key (organisation, branch) references branch
);
call protect('join_link');

-- A one-time code of the log with which the first coordinator is made.
create table claim (
  organisation integer not null references organisation on delete cascade,
  code_hash bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  used_at timestamptz,
  primary key (organisation, code_hash)
);
call protect('claim');

create table playbook_version (
  organisation integer not null references organisation on delete cascade,
  playbook text not null,
  version text not null,
  source text not null,
  published_at timestamptz not null default clock_timestamp(),
  primary key (organisation, playbook, version)
);
call protect('playbook_version');

-- A bot's private conversation with one person. The row is the lock of its turns.
create table chat (
  organisation integer not null references organisation on delete cascade,
  bot bigint not null,
  id bigint not null,
  member bigint,
  language text,                                      -- before there is a member
  link bigint,                                        -- the join link that brought the person
  front bigint,                                       -- the run that is in front
  interrupted boolean not null default false,         -- something was said after the open question
  reachable boolean not null default true,            -- false: blocked or gone, until the next /start
  moved_to bigint,
  seen_at timestamptz not null default clock_timestamp(),
  primary key (organisation, bot, id),
  foreign key (organisation, member) references member
) with (fillfactor = 80);
create index chat_by_member on chat (organisation, member);
create index chat_without_member on chat (organisation, seen_at) where member is null;
call protect('chat');

-- Position and ids, never an answer.
create table run (
  organisation integer not null,
  id bigint generated always as identity,
  bot bigint not null,
  chat bigint not null,
  playbook text not null,
  version text not null,
  stage text not null check (stage in ('waiting', 'asking', 'summary', 'finished', 'left', 'expired')),
  question text,
  detail text,
  changing boolean not null default false,
  step integer not null default 0,
  due_at timestamptz,                                 -- waiting: when it falls due
  announced_at timestamptz,                           -- waiting: when "Now · Later" was shown
  started_at timestamptz not null,
  touched_at timestamptz not null,
  completed_at timestamptz,                           -- all applicable questions answered, confirmed or not
  primary key (organisation, id),
  foreign key (organisation, bot, chat) references chat on delete cascade
) with (fillfactor = 70);
create index run_by_chat on run (organisation, bot, chat);
create index run_due on run (organisation, due_at) where stage = 'waiting';
create index run_open on run (organisation, bot, touched_at) where stage = 'asking';
create index run_by_playbook on run (organisation, playbook);
call protect('run');

-- One row per answered question; a trigger keeps what it replaced.
create table answer (
  organisation integer not null,
  run bigint not null,
  question text not null,
  answer text,                                        -- as machines read it; null: special, see special_answer
  answer_text text,                                   -- as people read it
  value text,                                         -- as the engine reads it (JSON)
  language text not null,
  message bigint not null default 0,                  -- the person's message that holds it, 0: a press
  special boolean not null default false,
  settled boolean not null default true,              -- false: still being ticked or written
  in_effect boolean not null default true,            -- false: a condition before it turned false
  answered_at timestamptz not null,
  primary key (organisation, run, question),
  foreign key (organisation, run) references run on delete cascade,
  check (not special or (answer is null and answer_text is null and value is null))
);
call protect('answer');

create table special_answer (
  organisation integer not null,
  run bigint not null,
  question text not null,
  key_id text not null,
  ciphertext bytea not null,
  primary key (organisation, run, question),
  foreign key (organisation, run, question) references answer on delete cascade
);
call protect('special_answer');

create table answer_change (
  organisation integer not null,
  id bigint generated always as identity,
  run bigint not null,
  question text not null,
  answer text,
  answer_text text,
  language text not null,
  special boolean not null,
  in_effect boolean not null,
  answered_at timestamptz not null,
  replaced_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, run) references run on delete cascade
);
create index answer_change_by_run on answer_change (organisation, run, question);
call protect('answer_change');

create function keep_replaced_answer() returns trigger
language plpgsql
as $$
begin
  insert into answer_change (organisation, run, question, answer, answer_text, language, special, in_effect,
      answered_at, replaced_at)
  values (old.organisation, old.run, old.question, old.answer, old.answer_text, old.language, old.special,
      old.in_effect, old.answered_at, new.answered_at);
  return null;
end
$$;
create trigger kept after update on answer for each row
  when (old.settled and (old.value is distinct from new.value or old.special or old.in_effect <> new.in_effect))
  execute function keep_replaced_answer();

-- What an answer leaves on the member, so that people can be found by it.
create table attribute (
  organisation integer not null,
  member bigint not null,
  attribute text not null,
  value text not null,                                -- as machines read it, several joined by a comma
  run bigint not null,
  set_at timestamptz not null,
  primary key (organisation, member, attribute),
  foreign key (organisation, member) references member on delete cascade,
  foreign key (organisation, run) references run on delete cascade
);
create index attribute_by_value on attribute (organisation, attribute, value);
call protect('attribute');

-- Updates whose turn is committed; kept 48 hours, longer than the platform redelivers.
create table update_seen (
  organisation integer not null,
  bot bigint not null,
  update_id bigint not null,
  seen_at timestamptz not null default clock_timestamp(),
  primary key (organisation, bot, update_id)
);
create index update_seen_by_time on update_seen using brin (seen_at);
call protect('update_seen');

-- How often handling an update itself failed; gone when it succeeds or is put aside.
create table update_try (
  organisation integer not null,
  bot bigint not null,
  update_id bigint not null,
  tries integer not null,
  first_at timestamptz not null default clock_timestamp(),
  primary key (organisation, bot, update_id)
);
call protect('update_try');

-- Updates that were given up: ids, kind and cause; the update itself encrypted, for 7 days.
create table dead_letter (
  organisation integer not null,
  bot bigint not null,
  update_id bigint not null,
  chat bigint,
  kind text not null,
  cause text not null,
  state text not null default 'dead' check (state in ('parked', 'dead')),
  tries integer not null,
  key_id text,
  ciphertext bytea,
  at timestamptz not null default clock_timestamp(),
  retry_at timestamptz,
  primary key (organisation, bot, update_id)
);
call protect('dead_letter');

-- What leaves. doubt: what happens to a row whose request may or may not have arrived.
create table outbox (
  organisation integer not null,
  id bigint generated always as identity,
  bot bigint not null,
  chat bigint not null,
  run bigint,
  priority smallint not null,                         -- 0 replies, 1 reminders, 2 broadcasts
  doubt text not null check (doubt in ('resend', 'report')),
  state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'uncertain')),
  due_at timestamptz not null,
  payload text,                                       -- JSON; cleared when sent
  key_id text,
  ciphertext bytea,                                   -- instead of payload where it echoes a special answer
  fence bigint,                                       -- of the lease under which it was claimed
  claimed_at timestamptz,
  tries smallint not null default 0,
  message bigint,                                     -- the platform's number once sent
  reason text,
  created_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  primary key (organisation, id)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
create index outbox_open on outbox (organisation, bot, priority, id) where state in ('queued', 'sending');
create index outbox_done on outbox using brin (done_at);
create index outbox_by_chat on outbox (organisation, bot, chat) where state in ('queued', 'sending');
call protect('outbox');

-- Work on more than a few rows, written by a turn, carried out after its commit, safe to repeat.
create table job (
  organisation integer not null,
  id bigint generated always as identity,
  kind text not null,
  key text not null,
  argument jsonb not null default '{}',
  due_at timestamptz not null,
  tries integer not null default 0,
  done_at timestamptz,
  primary key (organisation, id),
  unique (organisation, kind, key)
);
create index job_open on job (organisation, due_at) where done_at is null;
call protect('job');

-- The proof that a person was erased: an HMAC of their id, which a restored backup is replayed against.
create table erasure (
  organisation integer not null references organisation on delete cascade,
  proof bytea not null,
  at timestamptz not null default clock_timestamp(),
  primary key (organisation, proof)
);
call protect('erasure');

create view answer_export as
select o.key as organisation, r.playbook, r.version, a.run, c.member, b.key as branch, a.question,
    case when a.special then '(encrypted)' else a.answer end as answer,
    case when a.special then '(encrypted)' else a.answer_text end as answer_text,
    a.language, a.answered_at
from answer a
join run r on r.organisation = a.organisation and r.id = a.run
join organisation o on o.id = a.organisation
join chat c on c.organisation = r.organisation and c.bot = r.bot and c.id = r.chat
left join member m on m.organisation = c.organisation and m.id = c.member
left join branch b on b.organisation = m.organisation and b.id = m.branch
where a.in_effect and a.settled and r.playbook not like 'joining%';
grant select on answer_export to branchline_service;

create view answer_history as
select o.key as organisation, r.playbook, r.version, h.run, c.member, h.question,
    case when h.special then '(encrypted)' else h.answer end as answer,
    case when h.special then '(encrypted)' else h.answer_text end as answer_text,
    h.language, h.in_effect, h.answered_at, h.replaced_at
from (
  select organisation, run, question, answer, answer_text, language, special, in_effect, answered_at,
      null::timestamptz as replaced_at
  from answer where settled
  union all
  select organisation, run, question, answer, answer_text, language, special, in_effect, answered_at, replaced_at
  from answer_change
) h
join run r on r.organisation = h.organisation and r.id = h.run
join organisation o on o.id = h.organisation
join chat c on c.organisation = r.organisation and c.bot = r.bot and c.id = r.chat
where r.playbook not like 'joining%';
grant select on answer_history to branchline_service;
