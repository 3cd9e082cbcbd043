-- When a message to many goes, and until when.

alter table broadcast
  add column local_at time,                           -- the hour by everybody's own clock; null: all at goes_at
  add column local_on date,                           -- its day; null: the next time it is that hour
  add column quiet_from time,                         -- in quiet hours nothing leaves; null: it does
  add column quiet_until time,
  add column last_at timestamptz,                     -- when it falls due for the last one
  add column finish_by timestamptz,                   -- what has not left by then is not sent any more
  add constraint broadcast_quiet check ((quiet_from is null) = (quiet_until is null));

alter table content
  add column until timestamptz;                       -- nobody gets it from then on

alter table composing
  add column timed boolean not null default true,     -- false: the writer is asked when it shall go
  add column local_at time,                           -- null: now
  add column local_on date,
  add column own_clock boolean not null default true, -- by everybody's clock, else by the writer's
  add column nights boolean not null default false,   -- whether it goes in quiet hours too
  add column finish_by timestamptz;

alter table broadcast_progress
  add column timezone text not null default 'UTC';    -- the reader's

-- Organisations are looked at only where one of their broadcasts is not over. Those there are may have one.
alter table organisation
  add column broadcasts_at timestamptz default clock_timestamp();  -- when one was last begun or changed; null: all are over

create function broadcast_open() returns trigger language plpgsql as $$
begin
  update organisation set broadcasts_at = clock_timestamp() where id = new.organisation;
  return null;
end
$$;
create trigger broadcast_open after insert or update on broadcast for each row
  when (new.counts is null) execute function broadcast_open();
