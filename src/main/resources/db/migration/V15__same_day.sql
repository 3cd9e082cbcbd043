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
  add constraint outbox_joined_check
    check (case state when 'joined' then joined is not null when 'held' then joined is null when 'queued' then joined is null
      else true end);
create index outbox_joined on outbox (organisation, joined) where joined is not null;
create index outbox_joined_content on outbox (organisation, content) where state = 'joined';
comment on column outbox.due_at is 'by the people''s clock where the row is held, by Postgres''s once it is queued';

-- What becomes of one message becomes of all that went with it. What could not go because of the message it was to go with,
-- or was not claimed with it, is let go again by itself.
create function join_follows() returns trigger
language plpgsql
as $$
begin
  if new.state = 'queued' then
    update outbox set state = 'joined', fence = null
    where organisation = new.organisation and joined = new.id and state = 'sending';
  elsif new.state = 'held' or new.reason in ('CANCELLED', 'TOO_LATE', 'UNREADABLE', 'MALFORMED') then
    update outbox set state = case when state in ('joined', 'sending') then 'held' else state end, joined = null
    where organisation = new.organisation and joined = new.id;
  else
    update outbox set state = new.state, reason = new.reason, message = new.message, done_at = new.done_at
    where organisation = new.organisation and joined = new.id
      and (state in ('sending', 'uncertain') or state = 'joined' and new.state = 'failed');
    update outbox set state = 'held', joined = null
    where organisation = new.organisation and joined = new.id and state = 'joined';
  end if;
  return null;
end
$$;
-- 'sending' is written for all of them at once by the claim.
create trigger join_follows after update of state on outbox for each row
  when (new.digest and new.state <> 'sending' and new.state is distinct from old.state)
  execute function join_follows();

-- A day with a message is none where the message did not leave.
create function unasked_returns() returns trigger
language plpgsql
as $$
begin
  delete from unasked
  where organisation = new.organisation and member = new.member and content = new.content;
  return null;
end
$$;
create trigger unasked_returns after update of state on outbox for each row
  when (old.state = 'queued' and new.content is not null and new.member is not null
    and (new.state = 'held' or new.state = 'failed' and new.reason in ('CANCELLED', 'TOO_LATE')))
  execute function unasked_returns();
