-- More messages than usual for a while, from those who said yes.
alter table member
  add column more_until timestamptz,
  add column more_messages integer check (more_messages > 0),  -- a week, until then
  add constraint member_more_check check ((more_until is null) = (more_messages is null));
