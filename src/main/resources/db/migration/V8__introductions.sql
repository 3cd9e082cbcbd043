-- People who want to be asked before somebody hears of them.

alter table member add column ask_first boolean not null default false;

-- One row for each pair, moved on when it is asked again.
create table introduction (
  organisation integer not null references organisation on delete cascade,
  asker bigint not null,
  member bigint not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  agreed boolean,                                     -- null: not answered
  primary key (organisation, asker, member),
  foreign key (organisation, asker) references member on delete cascade,
  foreign key (organisation, member) references member on delete cascade
);
create index introduction_by_member on introduction (organisation, member);
call protect('introduction');
