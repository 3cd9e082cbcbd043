-- Coordinators who get the committee's report on the first of each month.

create table report_reader (
  organisation integer not null references organisation on delete cascade,
  bot bigint not null,
  member bigint not null,
  asked_at timestamptz not null,                      -- as people see the time: the first one is of the month after
  primary key (organisation, bot, member),
  foreign key (organisation, member) references member on delete cascade
);
create index report_reader_by_member on report_reader (organisation, member);
call protect('report_reader');
