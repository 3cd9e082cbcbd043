-- Whom members met one to one. Who that was and what was noted is ciphertext: it is the author's alone.

create table one_to_one (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  bot bigint not null,
  member bigint not null,                             -- the author
  key_id text,
  ciphertext bytea,                                   -- bound to its row and its author's chat
  met_on date,                                        -- by the author's calendar; null: begun, and not logged yet
  back_on date,                                       -- the day on which the author wants to get back to them
  remind_at timestamptz,                              -- when they are reminded of that; null: they were, or need not be
  goes_on bigint,                                     -- begun only: the one that is got back to when this one is logged
  touched_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, member) references member on delete cascade,
  check (met_on is null or ciphertext is not null),
  check (remind_at is null or back_on is not null)
);
create index one_to_one_by_member on one_to_one (organisation, member, met_on, id);
create index one_to_one_by_day on one_to_one (organisation, met_on);
create index one_to_one_to_remind on one_to_one (organisation, remind_at) where remind_at is not null;
call protect('one_to_one');

-- How many a week a member means to have, and what they were asked to type of one: at most one thing in a chat.
create table one_to_one_choice (
  organisation integer not null,
  bot bigint not null,
  member bigint not null,
  goal integer check (goal in (1, 2, 3, 5, 10)),
  awaited text check (awaited in ('who', 'day', 'note', 'other_note', 'back')),
  about bigint,                                       -- 0: one that is not begun yet
  asked_at timestamptz,
  primary key (organisation, bot, member),
  foreign key (organisation, member) references member on delete cascade
);
create index one_to_one_choice_by_member on one_to_one_choice (organisation, member);
call protect('one_to_one_choice');
