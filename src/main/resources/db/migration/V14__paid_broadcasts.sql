-- Broadcasts that are paid for so that they go faster.

alter table broadcast
  add column paid boolean not null default false,
  add column trouble text;                            -- why it was paused without anybody asking for it

alter table composing add column paid boolean not null default false;

-- Once nothing is left to pay with, nothing more of it goes: what is queued waits as well, until somebody decides.
create function pause_unpaid() returns trigger
language plpgsql
as $$
begin
  update broadcast set state = 'paused', trouble = new.reason
  where organisation = new.organisation and content = new.content and state = 'going' and paid;
  if found then
    update outbox set state = 'held'
    where organisation = new.organisation and bot = new.bot and content = new.content and state = 'queued';
  end if;
  return null;
end
$$;
create trigger paid_no_more after update of reason on outbox for each row
  when (new.reason = 'NO_STARS' and new.state = 'held' and new.content is not null)
  execute function pause_unpaid();
