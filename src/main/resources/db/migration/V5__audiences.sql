-- Whom messages are for.

-- Criteria with a name, to be used again; who meets them is asked each time.
create table audience (
  organisation integer not null references organisation on delete cascade,
  id bigint generated always as identity,
  name text not null check (name <> '' and length(name) <= 60),
  criteria jsonb not null,                            -- as the API takes them: {} is everyone who can be reached
  created_at timestamptz not null default clock_timestamp(),
  primary key (organisation, id),
  unique (organisation, name)
);
call protect('audience');
