-- What falls due by everybody's own clock: deadlines with their rungs, prompts.

create table schedule (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  kind text not null,                                 -- what has it
  subject bigint not null,                            -- its number there
  planned_until timestamptz not null,                 -- what falls due before then stands in occurrence
  open boolean not null default true,                 -- whether more can follow
  primary key (organisation, id),
  unique (organisation, kind, subject)
);
create index schedule_to_plan on schedule (organisation, planned_until) where open;
call protect('schedule');

-- Stored ahead, a row for each zone of the earth.
create table occurrence (
  organisation integer not null,
  schedule bigint not null,
  occurrence text not null,                           -- a local date-time, or a rung: the same in all zones
  zone text not null,
  due_at timestamptz not null,
  late_at timestamptz not null,                       -- passed over from then on
  state text not null default 'waiting' check (state in ('waiting', 'fallen', 'passed')),
  primary key (organisation, schedule, occurrence, zone),
  foreign key (organisation, schedule) references schedule on delete cascade
) with (autovacuum_vacuum_scale_factor = 0.02);
create index occurrence_due on occurrence (organisation, due_at) where state = 'waiting';
create index occurrence_settled on occurrence (organisation, due_at) where state <> 'waiting';
create index occurrence_by_zone on occurrence (organisation, schedule, zone, due_at);
call protect('occurrence');

-- A broadcast that the calendar began; the same one for all zones, in which it grows.
alter table broadcast add column origin text;
create unique index broadcast_by_origin on broadcast (organisation, origin) where origin is not null;

-- When a member last went to live by another clock, as people see the time.
alter table member add column moved_at timestamptz;
create function member_moves() returns trigger language plpgsql as $$
begin
  new.moved_at := clock_timestamp() + (select clock_offset from installation);
  return new;
end
$$;
create trigger member_moves before update of timezone, branch on member for each row
  when (new.timezone is distinct from old.timezone or new.branch is distinct from old.branch)
  execute function member_moves();
