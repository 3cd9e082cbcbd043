-- What members ask a person, and who answers.

-- Awaited: the member was told to write; offered: written, not passed on yet. The text is ciphertext only.
create table question (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  bot bigint not null,
  member bigint not null,
  branch bigint,                                      -- the member's when it was passed on
  state text not null check (state in ('awaited', 'offered', 'open', 'answered')),
  key_id text,
  ciphertext bytea,
  asked_at timestamptz not null,
  answered_at timestamptz,                            -- the last time
  primary key (organisation, id),
  foreign key (organisation, member) references member on delete cascade,
  check (state = 'awaited' or ciphertext is not null)
);
create unique index question_draft on question (organisation, bot, member) where state in ('awaited', 'offered');
create index question_open on question (organisation, bot, asked_at, id) where state = 'open';
create index question_by_member on question (organisation, member);
call protect('question');

create table question_answer (
  organisation integer not null,
  question bigint not null,
  member bigint not null,                             -- who answered
  answered_at timestamptz not null,
  primary key (organisation, question, member),
  foreign key (organisation, question) references question on delete cascade,
  foreign key (organisation, member) references member on delete cascade
);
create index question_answer_by_member on question_answer (organisation, member);
call protect('question_answer');

-- The messages that show a question, so that a reply to one finds it; they outlive it, so that a late reply is understood.
create table question_copy (
  organisation integer not null references organisation on delete cascade,
  bot bigint not null,
  chat bigint not null,
  message bigint not null,
  question bigint not null,
  sent_at timestamptz not null default clock_timestamp(),
  primary key (organisation, bot, chat, message)
);
create index question_copy_by_question on question_copy (organisation, question);
call protect('question_copy');

-- Who was told on which day of theirs that questions wait: once.
create table question_reminder (
  organisation integer not null,
  member bigint not null,
  day date not null,
  primary key (organisation, member, day),
  foreign key (organisation, member) references member on delete cascade
);
call protect('question_reminder');

alter table outbox add column question bigint;
create index outbox_question on outbox (organisation, question) where question is not null;

create function note_question_copy() returns trigger
language plpgsql
as $$
begin
  insert into question_copy (organisation, bot, chat, message, question)
  values (new.organisation, new.bot, new.chat, new.message, new.question)
  on conflict do nothing;
  return null;
end
$$;
create trigger question_shown after update of message on outbox for each row
  when (new.question is not null and new.message is not null)
  execute function note_question_copy();
