-- What coordinators write to many in their chat, and watch there.

-- A message to many that is being written: at most one in a chat.
create table composing (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  bot bigint not null,
  member bigint not null,
  audience text,                                      -- criteria as chosen; whom the writer may reach is asked each time
  whom text not null default '',                      -- the same as the writer reads it
  text text not null default '',
  kind text check (kind in ('appeal', 'service')),
  actions boolean,                                    -- whether buttons stand below it; null: not said yet
  edition integer not null default 0,                 -- counts what was changed, so that nobody sends what they did not see
  expected integer not null default 0,                -- the number to be typed; 0: none is awaited
  message bigint not null default 0,                  -- the message that asks for it
  touched_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, member) references member on delete cascade
);
create unique index composing_once on composing (organisation, bot, member);
create index composing_by_member on composing (organisation, member);
call protect('composing');

-- The message in a coordinator's chat that shows how far a broadcast is.
create table broadcast_progress (
  organisation integer not null,
  broadcast bigint not null,
  bot bigint not null,
  chat bigint not null,
  message bigint not null,
  language text not null,
  about text not null,                                -- how its text begins
  whom text not null,
  expected integer not null,                          -- how many it was for when it was sent
  shown text not null,                                -- what the message says
  look_at timestamptz not null,                       -- infinity: nothing changes any more
  primary key (organisation, broadcast),
  foreign key (organisation, broadcast) references broadcast on delete cascade,
  foreign key (organisation, bot, chat) references chat on delete cascade
);
create index broadcast_progress_due on broadcast_progress (organisation, bot, look_at);
create index broadcast_progress_by_chat on broadcast_progress (organisation, bot, chat);
call protect('broadcast_progress');
