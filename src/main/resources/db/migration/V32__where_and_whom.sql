-- Where an event is can be said after it was made, its host is told what is left out of a series, and a card that was typed
-- for is kept up to date from the start.

alter table event
  add column left_out timestamptz[] not null default '{}',  -- when shifts of a series would begin that its host was not told yet are left out
  add column left_of integer not null default 0;            -- of how many
create index event_left_out on event (organisation) where left_out <> '{}';

alter table shift_place
  add column where_since timestamptz,                       -- the last change of where it is that they hear of
  drop constraint shift_place_tell_check,
  add constraint shift_place_tell_check
    check (tell in ('offer', 'lapsed', 'day', 'hour', 'cancelled', 'all_off', 'moved', 'minutes', 'where'));

alter table shift_typing
  drop constraint shift_typing_what_check,
  add constraint shift_typing_what_check
    check (what in ('guest', 'time', 'where', 'item', 'decision', 'task', 'due', 'lead'));

-- A message that is the card of a shift: what it is watched by gets its number.
alter table outbox add column shift bigint;

create function note_shift_card() returns trigger
language plpgsql
as $$
begin
  update shift_card set message = new.message
  where organisation = new.organisation and bot = new.bot and chat = new.chat and shift = new.shift and message < new.message;
  return null;
end
$$;
create trigger shift_shown after update of message on outbox for each row
  when (new.shift is not null and new.message is not null)
  execute function note_shift_card();
