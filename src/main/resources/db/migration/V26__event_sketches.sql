-- An event while it is made: at most one in a chat.
create table event_sketch (
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
create index event_sketch_by_member on event_sketch (organisation, member);
call protect('event_sketch');

-- Whose host or maker is erased is found by these, and what took place long ago by its end.
create index event_by_host on event (organisation, host);
create index event_by_maker on event (organisation, created_by);
create index shift_by_end on shift (organisation, ends_at);
create index shift_place_by_inviter on shift_place (organisation, invited_by) where invited_by is not null;
