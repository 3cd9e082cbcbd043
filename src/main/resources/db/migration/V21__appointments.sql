-- Who is asked to look after a branch, to stand in there or to take it over, and what they said.

-- What its maker wants with a link: whoever comes by one for a captain is asked about, and holds nothing by it.
alter table join_link add column purpose text not null default 'join' check (purpose in ('join', 'captain'));

create table appointment (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  duty text not null check (duty in ('captain', 'buddy', 'handover')),
  branch bigint not null,
  asker bigint not null,                              -- who made the link, or asks
  member bigint not null,
  link bigint,                                        -- by which the member came, null for none
  asked_at timestamptz not null,
  answered_at timestamptz,
  agreed boolean,                                     -- null: not answered
  primary key (organisation, id),
  unique (organisation, link),
  foreign key (organisation, branch) references branch on delete cascade,
  foreign key (organisation, asker) references member on delete cascade,
  foreign key (organisation, member) references member on delete cascade,
  foreign key (organisation, link) references join_link on delete cascade
);
create unique index appointment_asked on appointment (organisation, duty, branch, asker, member) where link is null;
create index appointment_by_member on appointment (organisation, member);
create index appointment_by_asker on appointment (organisation, asker);
create index appointment_by_time on appointment (organisation, asked_at);
call protect('appointment');
