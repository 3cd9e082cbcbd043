-- What people want to talk about at a meeting, what it decided, what is to be done since, and that its minutes went out.

create table meeting_item (
  organisation integer not null,
  id bigint generated always as identity,
  shift bigint not null,
  member bigint not null,                             -- who wants to talk about it
  said text not null,
  added_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, shift) references shift on delete cascade,
  foreign key (organisation, member) references member on delete cascade
);
create index meeting_item_by_shift on meeting_item (organisation, shift);
create index meeting_item_by_member on meeting_item (organisation, member);
call protect('meeting_item');

create table meeting_decision (
  organisation integer not null,
  id bigint generated always as identity,
  shift bigint not null,
  said text not null,
  noted_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, shift) references shift on delete cascade
);
create index meeting_decision_by_shift on meeting_decision (organisation, shift);
call protect('meeting_decision');

-- A task is a deadline that is given to whoever leads it.
create table meeting_task (
  organisation integer not null,
  shift bigint not null,
  deadline bigint not null,
  primary key (organisation, shift, deadline),
  foreign key (organisation, shift) references shift on delete cascade,
  foreign key (organisation, deadline) references deadline on delete cascade
);
create index meeting_task_by_deadline on meeting_task (organisation, deadline);
call protect('meeting_task');

alter table shift
  add column minutes_at timestamptz;                  -- when its minutes were sent; null: they were not

alter table shift_place
  drop constraint shift_place_tell_check,
  add constraint shift_place_tell_check
    check (tell in ('offer', 'lapsed', 'day', 'hour', 'cancelled', 'all_off', 'moved', 'minutes'));

alter table shift_typing
  add column said text not null default '',           -- what of it was sent before
  add column due text not null default '',            -- by when that is to be done: a day or a moment, ISO 8601
  drop constraint shift_typing_what_check,
  add constraint shift_typing_what_check
    check (what in ('guest', 'time', 'item', 'decision', 'task', 'due', 'lead'));
