-- Whom somebody of the branch asked once more: about one thing once, whoever asks.

create table nudge (
  organisation integer not null,
  thing text not null,                                -- what has: and its number there
  member bigint not null,
  at timestamptz not null,
  primary key (organisation, thing, member),
  foreign key (organisation, member) references member on delete cascade
);
create index nudge_by_member on nudge (organisation, member, at);
create index nudge_by_time on nudge (organisation, at);
call protect('nudge');
