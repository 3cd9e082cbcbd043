-- What a message to many says beside its text.

alter table composing
  add column besides jsonb not null default '{}';     -- texts and labels of one's own by language, what is awaited

-- A picture or document of messages to many. The platform takes it once; from then on its name there is enough.
create table attachment (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  bot bigint not null,                                -- the platform's name holds for this bot only
  picture boolean not null,
  name text not null default '',
  media_type text not null default '',
  bytes bytea,                                        -- until the platform took it
  file text,                                          -- the platform's name of it
  tries integer not null default 0,                   -- how often it was uploaded
  refused boolean not null default false,             -- the platform does not take it
  kept_at timestamptz not null,
  primary key (organisation, id),
  check (bytes is null or file is null)
);
call protect('attachment');

-- May be gone when all is sent.
alter table content add column attachment bigint;
create index content_by_attachment on content (organisation, attachment) where attachment is not null;

alter table broadcast
  add column playbook text not null default '';       -- key of the one it offers to answer, empty for none
