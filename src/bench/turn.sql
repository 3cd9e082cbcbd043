-- The ceiling of a turn: what Postgres does for it and nothing else, in two pipelined flights. The benchmark plays it
-- with ten clients on prepared statements; so does pgbench: pgbench -n -M prepared -c 10 -f src/bench/turn.sql
\set chat random(1, 10000)
\set question random(1, 11)
\startpipeline
begin;
select 1 from bench.chat where id = :chat for no key update;
select r.id, r.stage, r.question, r.step, r.touched_at from bench.run r where r.chat = :chat;
\endpipeline
\startpipeline
insert into bench.answer (run, question, answer, answered_at) values (:chat, :question, 'once or twice', clock_timestamp()) on conflict (run, question) do update set answer = excluded.answer, answered_at = excluded.answered_at;
update bench.run set question = :question, step = step + 1, touched_at = clock_timestamp() where id = :chat;
insert into bench.outbox (chat, state, payload) values (:chat, 'sending', '{"kind":"say","text":"3 of up to 8\nWhich languages could you campaign in?","keyboard":[["English","French"],["German","Spanish"],["Back","Skip"]]}');
commit;
\endpipeline
