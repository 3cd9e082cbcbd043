-- What the service begins by itself leaves by day; whose check-in others answer; who moves with their branch.

alter table outbox
  add column daytime boolean not null default false;  -- held while it is night where its reader lives

-- Known from what a turn reads anyway, so that other turns need not look into check_in_letter.
alter table chat
  add column writing boolean not null default false;  -- whether a check_in_letter of the member awaits its text

create function letter_awaits_text() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update chat set writing = true
    where organisation = new.organisation and bot = new.bot and member = new.member and not writing;
  else
    update chat set writing = false
    where organisation = old.organisation and bot = old.bot and member = old.member and writing;
  end if;
  return null;
end
$$;
create trigger letter_awaits_text after insert or delete on check_in_letter for each row
  execute function letter_awaits_text();

-- Whoever was asked to answer another's check-in, or began to. What the member themselves had begun stands here, too, once
-- another's answer counts instead.
create table check_in_help (
  organisation integer not null,
  prompt bigint not null,
  occurrence text not null,
  member bigint not null,                             -- whose it is
  helper bigint not null,
  asked boolean not null default false,               -- whether the service asked them
  run bigint,                                         -- theirs; null: not begun
  at timestamptz not null,
  primary key (organisation, prompt, occurrence, member, helper),
  foreign key (organisation, prompt) references prompt on delete cascade,
  foreign key (organisation, member) references member on delete cascade,
  foreign key (organisation, helper) references member on delete cascade,
  foreign key (organisation, run) references run on delete cascade
);
create index check_in_help_by_member on check_in_help (organisation, member);
create index check_in_help_by_helper on check_in_help (organisation, helper);
create index check_in_help_by_run on check_in_help (organisation, run) where run is not null;
call protect('check_in_help');

comment on column prompt_asked.buddy_at is 'not read any more: check_in_help says who was asked';

-- Of several who answer one check-in the first to be done with it counts. Each locks its row first and looks then: a look
-- that waited would still see what was there before.
create function first_answer_counts() returns trigger language plpgsql as $$
declare
  helped check_in_help;
begin
  perform from prompt_asked where organisation = new.organisation and run = new.id for no key update;
  select * into helped from check_in_help where organisation = new.organisation and run = new.id;
  if not found then
    return null;
  end if;
  insert into prompt_asked (organisation, prompt, occurrence, member, asked_at)
  values (helped.organisation, helped.prompt, helped.occurrence, helped.member, new.completed_at)
  on conflict (organisation, prompt, occurrence, member) do update set excused = prompt_asked.excused;
  insert into check_in_help (organisation, prompt, occurrence, member, helper, run, at)
  select a.organisation, a.prompt, a.occurrence, a.member, a.member, a.run, new.completed_at from prompt_asked a
  join run r on r.organisation = a.organisation and r.id = a.run and r.completed_at is null
  where a.organisation = helped.organisation and a.prompt = helped.prompt and a.occurrence = helped.occurrence
    and a.member = helped.member and a.run <> new.id
  on conflict (organisation, prompt, occurrence, member, helper) do update set run = excluded.run;
  update prompt_asked a set run = new.id, excused = null
  where a.organisation = helped.organisation and a.prompt = helped.prompt and a.occurrence = helped.occurrence
    and a.member = helped.member
    and not exists (
      select from run r where r.organisation = a.organisation and r.id = a.run and r.completed_at is not null);
  return null;
end
$$;
create trigger first_answer_counts after update of completed_at on run for each row
  when (old.completed_at is null and new.completed_at is not null) execute function first_answer_counts();

-- Whoever has no clock of their own lives by their branch's.
create function branch_moves() returns trigger language plpgsql as $$
begin
  update member set moved_at = clock_timestamp() + (select clock_offset from installation)
  where organisation = new.organisation and branch = new.id and timezone is null;
  return null;
end
$$;
create trigger branch_moves after update of timezone on branch for each row
  when (new.timezone is distinct from old.timezone) execute function branch_moves();

-- Letters that await their text already, and buddies who were asked before this: each of a captain's was.
do $$
declare
  ids integer[];
  o integer;
begin
  perform set_config('branchline.organisation', '*', true);
  ids := array(select id from organisation);
  foreach o in array ids loop
    perform set_config('branchline.organisation', o::text, true);
    update chat c set writing = true from check_in_letter l
    where c.organisation = l.organisation and c.bot = l.bot and c.member = l.member;
    insert into check_in_help (organisation, prompt, occurrence, member, helper, asked, at)
    select distinct a.organisation, a.prompt, a.occurrence, a.member, b.member, true, a.buddy_at
    from prompt_asked a
    join member_role r on r.organisation = a.organisation and r.member = a.member and r.role = 'captain' and r.branch <> 0
    join member_role b on b.organisation = a.organisation and b.branch = r.branch and b.role = 'buddy'
      and b.member <> a.member
    where a.buddy_at > clock_timestamp() + (select clock_offset from installation) - interval '7 days'
    on conflict do nothing;
  end loop;
end $$;
