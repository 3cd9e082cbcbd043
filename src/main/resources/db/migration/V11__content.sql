-- What a message to many says beside its text.

alter table composing
  add column besides jsonb not null default '{}';     -- texts and labels of one's own by language, what is awaited
