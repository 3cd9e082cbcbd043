-- What people of a phone bank counted, and what members said after a shift. Of whoever was called nothing is kept.

create table shift_tally (
  organisation integer not null,
  shift bigint not null,
  member bigint not null,
  no_answer integer not null default 0,
  wrong_number integer not null default 0,
  call_back integer not null default 0,
  refused integer not null default 0,
  undecided integer not null default 0,
  supporter integer not null default 0,
  last text check (last in ('no_answer', 'wrong_number', 'call_back', 'refused', 'undecided', 'supporter')), -- can be taken back
  calls integer check (calls between 0 and 10000),        -- said afterwards, where nobody counted meanwhile
  contacts integer check (contacts between 0 and 10000),
  counted_at timestamptz not null,
  primary key (organisation, shift, member),
  foreign key (organisation, shift) references shift on delete cascade,
  foreign key (organisation, member) references member on delete cascade
);
create index shift_tally_by_member on shift_tally (organisation, member);
call protect('shift_tally');

alter table shift_place
  add column begun_at timestamptz,                        -- when they were given what counts their calls
  add column thanked_at timestamptz,                      -- when they were thanked
  add column felt text check (felt in ('great', 'fine', 'hard'));


-- Calls for more people, so that they end when a shift is full.
create index broadcast_of_shift on broadcast (organisation, (split_part(origin, ':', 2))) where origin like 'shift:%';
