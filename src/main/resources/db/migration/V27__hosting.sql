-- What hosts do with shifts: people without a chat, who came, another time, and cards that edit themselves.

alter table shift
  add column moved_from timestamptz,                  -- when it began before it was moved last
  add column host_told smallint not null default 0;   -- 1: who is expected; 2: who came
create index shift_host_to_tell on shift (organisation, starts_at) where state = 'open' and host_told < 2;

alter table shift_place
  add column unconfirmed_since timestamptz,           -- the shift was moved; null: they said that they still come
  drop constraint shift_place_tell_check,
  add constraint shift_place_tell_check
    check (tell in ('offer', 'lapsed', 'day', 'hour', 'cancelled', 'all_off', 'moved'));

-- The message in a chat that shows a shift to whoever sees to it.
create table shift_card (
  organisation integer not null,
  bot bigint not null,
  chat bigint not null,
  shift bigint not null,
  message bigint not null,
  shown integer not null,                             -- a hash of what the message says: it holds names
  stamp text not null,                                -- of what the shift was when it was looked at last
  opened_at timestamptz not null,
  look_at timestamptz not null,                       -- the message is not changed before
  primary key (organisation, bot, chat, shift),
  foreign key (organisation, shift) references shift on delete cascade,
  foreign key (organisation, bot, chat) references chat on delete cascade
);
create index shift_card_by_shift on shift_card (organisation, shift);
call protect('shift_card');

-- What somebody who sees to a shift was asked to type: at most one thing in a chat.
create table shift_typing (
  organisation integer not null,
  bot bigint not null,
  member bigint not null,
  shift bigint not null,
  what text not null check (what in ('guest', 'time')),
  asked_at timestamptz not null,
  primary key (organisation, bot, member),
  foreign key (organisation, shift) references shift on delete cascade,
  foreign key (organisation, member) references member on delete cascade
);
create index shift_typing_by_shift on shift_typing (organisation, shift);
create index shift_typing_by_member on shift_typing (organisation, member);
call protect('shift_typing');
