-- Deadlines that a branch is asked to take on, the parts of them that its captain passes on, and who heard of a deadline.

alter table deadline
  add column branch bigint,                           -- to which it is handed; a part's is that of its whole
  add column parent bigint,                           -- the deadline of which it is a part
  add column handing text check (handing in ('asked', 'declining', 'declined', 'accepted')),
  add column captain bigint,                          -- a member: who accepted or declined; null: nobody yet, or somebody erased
  add column word_until timestamptz,                  -- declining: until then what they write is why
  add foreign key (organisation, parent) references deadline on delete cascade;
create index deadline_parts on deadline (organisation, parent) where parent is not null;
create index deadline_declining on deadline (organisation, captain) where handing = 'declining';

-- Who was given a deadline by name: the captain who accepted it, or those to whom a part was passed on.
create table deadline_holder (
  organisation integer not null,
  deadline bigint not null,
  member bigint not null,
  primary key (organisation, deadline, member),
  foreign key (organisation, deadline) references deadline on delete cascade,
  foreign key (organisation, member) references member on delete cascade
);
create index deadline_holder_by_member on deadline_holder (organisation, member);
call protect('deadline_holder');

-- Who heard of a deadline, where what was said to them is not kept any more.
create table deadline_heard (
  organisation integer not null,
  deadline bigint not null,
  member bigint not null,
  primary key (organisation, deadline, member),
  foreign key (organisation, deadline) references deadline on delete cascade,
  foreign key (organisation, member) references member on delete cascade
);
create index deadline_heard_by_member on deadline_heard (organisation, member);
call protect('deadline_heard');

-- To whom a captain is about to pass something on: at most one in a chat.
create table deadline_passing (
  organisation integer not null,
  id bigint generated always as identity,
  bot bigint not null,
  member bigint not null,                             -- who passes it on
  deadline bigint not null,
  chosen bigint[] not null default '{}',              -- members
  part text not null default '',                      -- what theirs is, empty for all of it
  awaited boolean not null default false,             -- whether that is asked for
  touched_at timestamptz not null,
  primary key (organisation, id),
  unique (organisation, bot, member),
  foreign key (organisation, deadline) references deadline on delete cascade,
  foreign key (organisation, member) references member on delete cascade
);
create index deadline_passing_by_member on deadline_passing (organisation, member);
create index deadline_passing_by_deadline on deadline_passing (organisation, deadline);
call protect('deadline_passing');
