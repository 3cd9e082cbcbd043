-- What members got without having asked for it: one a day each, where they live, and so many a week.
create table unasked (
  organisation integer not null,
  member bigint not null,
  day date not null,                                  -- in the member's own zone
  content bigint not null,
  primary key (organisation, member, day),
  foreign key (organisation, member) references member on delete cascade
);
call protect('unasked');
