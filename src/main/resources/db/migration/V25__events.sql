-- Phone banks, meetings, trainings and actions: their shifts, who has a place, and who waits for one.

create table event (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  bot bigint not null,
  kind text not null check (kind in ('phone_bank', 'meeting', 'training', 'action')),
  fallback text not null,                             -- the language for whoever reads none of these
  titles jsonb not null,                              -- by language
  notes jsonb not null default '{}',                  -- what it is about, by language
  place text not null default '',                     -- where it is in person
  link text not null default '',                      -- where it is online: only whoever has a place reads it
  host bigint,                                        -- a member; null: somebody erased
  audience text not null,                             -- who may sign up: criteria, within what its maker looks after
  whom text not null,                                 -- the same as its maker reads it
  zone text not null,                                 -- by whose clock it begins
  rule text not null default '',                      -- RFC 5545; empty: once
  begins timestamp not null,                          -- the first local beginning
  minutes integer not null check (minutes between 5 and 1440),
  places integer check (places between 1 and 100000), -- of each shift; null: as many as come
  minimum integer not null default 0,                 -- below it a shift is thin
  area text not null default '',                      -- the area that is called, which has its hours; empty: none
  script text not null default '',                    -- a playbook; empty: none
  languages text[] not null default '{}',
  equipment text not null default '',
  created_by bigint,                                  -- a member; null: somebody erased
  made_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'cancelled')),
  stored_until timestamptz not null,                  -- shifts that begin before it are stored
  primary key (organisation, id)
);
create index event_to_store on event (organisation, stored_until) where state = 'open' and rule <> '';
call protect('event');

create table shift (
  organisation integer not null,
  id bigint generated always as identity,
  event bigint not null,
  local timestamp not null,                           -- the beginning by the event's rule, whatever it was moved to since
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  places integer,
  minimum integer not null default 0,
  taken integer not null default 0,                   -- places that are held or offered: never more than there are
  waiting integer not null default 0,                 -- how many wait and have no offer
  queued bigint not null default 0,                   -- how often somebody asked for a place: the order of asking
  state text not null default 'open' check (state in ('open', 'cancelled')),
  edition integer not null default 0,                 -- how often it was moved
  primary key (organisation, id),
  unique (organisation, event, local),
  foreign key (organisation, event) references event on delete cascade,
  check (places is null or taken <= places),
  check (taken >= 0 and waiting >= 0)
);
create index shift_by_start on shift (organisation, starts_at) where state = 'open';
create index shift_to_fill on shift (organisation, id) where waiting > 0;
call protect('shift');

create table shift_place (
  organisation integer not null,
  id bigint generated always as identity,
  shift bigint not null,
  member bigint,
  guest text,                                         -- somebody without a chat, as the host calls them
  state text not null check (state in ('held', 'waiting', 'offered', 'lapsed', 'left')),
  queue bigint not null,                              -- the order of asking within the shift
  asked_at timestamptz not null,
  offered_until timestamptz,                          -- offered: who has not accepted by then lets it go
  tell text check (tell in ('offer', 'lapsed', 'day', 'hour', 'cancelled', 'moved')),
  tell_at timestamptz,                                -- when the next thing is to be said to them
  came boolean,                                       -- null: nobody said
  invited_by bigint,                                  -- the member who brought them, or added them as host
  primary key (organisation, id),
  unique (organisation, shift, member),
  foreign key (organisation, shift) references shift on delete cascade,
  foreign key (organisation, member) references member on delete cascade,
  check ((member is null) <> (guest is null)),
  check ((tell is null) = (tell_at is null)),
  check ((state = 'offered') = (offered_until is not null))
);
create index shift_place_by_member on shift_place (organisation, member);
create index shift_place_queue on shift_place (organisation, shift, queue) where state = 'waiting';
create index shift_place_offers on shift_place (organisation, offered_until) where state = 'offered';
create index shift_place_to_tell on shift_place (organisation, tell_at) where tell_at is not null;
call protect('shift_place');
