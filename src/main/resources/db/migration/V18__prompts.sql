-- A prompt is a playbook put to an audience on a calendar; a check-in is a prompt with a ladder.

create table prompt (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  bot bigint not null,
  key text,                                           -- its name in prompts.yaml; null: a coordinator made it
  playbook text not null,
  audience text not null,                             -- criteria
  whom text not null default '',                      -- the same as whoever made it reads it
  rule text not null,                                 -- RFC 5545, with its end
  starts timestamp not null,                          -- by everybody's own clock
  late interval not null default '12 hours',          -- what should have gone longer ago is skipped
  check_in boolean not null default false,
  skipped text[] not null default '{}',               -- occurrences that somebody took out
  state text not null default 'going' check (state in ('going', 'paused', 'ended')),
  created_at timestamptz not null default clock_timestamp(),
  primary key (organisation, id),
  unique (organisation, key)
);
call protect('prompt');

-- Whom an occurrence reached. Its answers are those of the run, which is another's where a buddy took it.
create table prompt_asked (
  organisation integer not null,
  prompt bigint not null,
  occurrence text not null,
  member bigint not null,
  run bigint,                                         -- null: offered and not begun
  excused text check (excused in ('away', 'off')),    -- why it was not asked after all
  asked_at timestamptz not null,
  nudged_at timestamptz,
  buddy_at timestamptz,                               -- when a buddy was asked to help
  primary key (organisation, prompt, occurrence, member),
  foreign key (organisation, prompt) references prompt on delete cascade,
  foreign key (organisation, member) references member on delete cascade,
  foreign key (organisation, run) references run on delete cascade
);
create index prompt_asked_by_member on prompt_asked (organisation, member);
create index prompt_asked_by_run on prompt_asked (organisation, run);
call protect('prompt_asked');

-- The offer of an occurrence, for those to whom it comes together with other things of a day.
alter table broadcast
  add column prompt bigint,
  add column occurrence text,
  add foreign key (organisation, prompt) references prompt;

-- How often a captain wants to be asked, and from when on again.
create table check_in_choice (
  organisation integer not null,
  member bigint not null,
  every smallint not null default 1 check (every in (1, 2, 4)),    -- weeks
  since date not null,                                -- the week that counts as the first
  away_until date,                                    -- not asked before that day
  primary key (organisation, member),
  foreign key (organisation, member) references member on delete cascade
);
call protect('check_in_choice');

-- What became of a blocker that a check-in told of.
create table check_in_blocker (
  organisation integer not null,
  run bigint not null,                                -- in which it was told
  state text not null check (state in ('stuck', 'solved', 'passed')),
  decided_at timestamptz not null,
  primary key (organisation, run),
  foreign key (organisation, run) references run on delete cascade
);
call protect('check_in_blocker');

-- The card of an occurrence that a coordinator got.
create table check_in_card (
  organisation integer not null,
  prompt bigint not null,
  occurrence text not null,
  member bigint not null,
  at timestamptz not null,
  primary key (organisation, prompt, occurrence, member),
  foreign key (organisation, prompt) references prompt on delete cascade,
  foreign key (organisation, member) references member on delete cascade
);
create index check_in_card_by_member on check_in_card (organisation, member);
call protect('check_in_card');

-- A coordinator who pressed "Write" below a card, until they wrote.
create table check_in_letter (
  organisation integer not null,
  bot bigint not null,
  member bigint not null,                             -- whoever writes
  captain bigint not null,
  asked_at timestamptz not null,
  primary key (organisation, bot, member),
  foreign key (organisation, member) references member on delete cascade,
  foreign key (organisation, captain) references member on delete cascade
);
create index check_in_letter_by_captain on check_in_letter (organisation, captain);
create index check_in_letter_by_member on check_in_letter (organisation, member);
call protect('check_in_letter');

-- A prompt that a coordinator is putting together: at most one in a chat.
create table prompt_draft (
  organisation integer not null,
  bot bigint not null,
  member bigint not null,
  playbook text not null,
  audience text,                                      -- criteria; null: not chosen yet
  whom text not null default '',
  rule text,                                          -- null: not said yet
  starts timestamp,
  touched_at timestamptz not null,
  primary key (organisation, bot, member),
  foreign key (organisation, member) references member on delete cascade
);
create index prompt_draft_by_member on prompt_draft (organisation, member);
call protect('prompt_draft');
