-- What is said of a deadline to one member by themselves, where they live at no hour of the night.

create table deadline_letter (
  organisation integer not null,
  deadline bigint not null,
  member bigint not null,                             -- who reads it
  what text not null check (what in ('question', 'reminder', 'taken')),
  asked_by bigint,                                    -- a member, in whose name it is; null: somebody erased
  due_at timestamptz not null,                        -- as people see the time; put off while it is night there
  said_at timestamptz,
  primary key (organisation, deadline, member, what),
  foreign key (organisation, deadline) references deadline on delete cascade,
  foreign key (organisation, member) references member on delete cascade
);
create index deadline_letter_due on deadline_letter (organisation, due_at) where said_at is null;
create index deadline_letter_by_member on deadline_letter (organisation, member);
call protect('deadline_letter');
