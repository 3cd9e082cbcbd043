-- The four tables turn.sql turns around, beside the service's own in the same server.
drop schema if exists bench cascade;
create schema bench;
create table bench.chat (id bigint primary key);
create table bench.run (
  id bigint primary key,
  chat bigint not null unique references bench.chat,
  stage text not null,
  question integer,
  step integer not null default 0,
  touched_at timestamptz not null
) with (fillfactor = 70);
create table bench.answer (
  run bigint not null references bench.run,
  question integer not null,
  answer text,
  answered_at timestamptz not null,
  primary key (run, question)
);
create table bench.outbox (
  id bigint generated always as identity primary key,
  chat bigint not null,
  state text not null,
  payload text
);
insert into bench.chat select generate_series(1, 10000);
insert into bench.run (id, chat, stage, touched_at) select id, id, 'asking', clock_timestamp() from bench.chat;
analyze bench.chat, bench.run;
