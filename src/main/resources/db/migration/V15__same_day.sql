-- What falls due to a member on one day goes out as one message.

alter table content
  add column units integer;                           -- UTF-16 units of its longest text; null: goes alone

alter table broadcast
  add column held_until timestamptz;                  -- until then it can be called back and nothing of it leaves

-- joined: goes with the message of another row, in whose hands it then is.
alter table outbox
  add column joined bigint,                           -- that row
  add column digest boolean not null default false,   -- whether others go with this one
  drop constraint outbox_state_check,
  add constraint outbox_state_check
    check (state in ('held', 'queued', 'joined', 'sending', 'sent', 'failed', 'uncertain')),
  add constraint outbox_joined_check check (state <> 'joined' or joined is not null);
create index outbox_joined on outbox (organisation, joined) where joined is not null;
create index outbox_joined_content on outbox (organisation, content) where state = 'joined';

-- What becomes of one message becomes of all that go with it. What could not go because of the message it was to go with
-- is let go again by itself.
create function join_follows() returns trigger
language plpgsql
as $$
begin
  if new.state = 'queued' then
    update outbox set state = 'joined', fence = null
    where organisation = new.organisation and joined = new.id and state = 'sending';
  elsif new.state = 'held' or new.reason in ('CANCELLED', 'TOO_LATE') then
    update outbox set state = case when state in ('joined', 'sending') then 'held' else state end, joined = null
    where organisation = new.organisation and joined = new.id;
  else
    update outbox set state = new.state, reason = new.reason, message = new.message, done_at = new.done_at
    where organisation = new.organisation and joined = new.id and state in ('joined', 'sending', 'uncertain');
  end if;
  return null;
end
$$;
-- 'sending' is written for all of them at once by the claim.
create trigger join_follows after update of state on outbox for each row
  when (new.digest and new.state <> 'sending' and new.state is distinct from old.state)
  execute function join_follows();
