-- Friends who are brought along to a shift, when people want to be called back, and what is asked afterwards.

-- Whoever comes by such a link sees a shift, and holds nothing by it.
alter table join_link
  drop constraint join_link_purpose_check,
  add constraint join_link_purpose_check check (purpose in ('join', 'captain', 'shift'));

create table shift_link (
  organisation integer not null,
  link bigint not null,
  shift bigint not null,                              -- where it lands
  primary key (organisation, link),
  foreign key (organisation, link) references join_link on delete cascade,
  foreign key (organisation, shift) references shift on delete cascade
);
create index shift_link_by_shift on shift_link (organisation, shift);
call protect('shift_link');

-- Invited: a friend brought them, they have not asked for a place yet.
alter table shift_place
  drop constraint shift_place_state_check,
  add constraint shift_place_state_check check (state in ('invited', 'held', 'waiting', 'offered', 'lapsed', 'left'));

-- Of those who want a call back, when: counts, and nothing of whoever it was.
alter table shift_tally
  add column back_later integer not null default 0,   -- in the same shift
  add column back_evening integer not null default 0,
  add column back_tomorrow integer not null default 0,
  add column back_another integer not null default 0,
  add column last_back text check (last_back in ('back_later', 'back_evening', 'back_tomorrow', 'back_another'));

alter table event
  add column debrief text not null default '';        -- a playbook; empty: one question of ours
