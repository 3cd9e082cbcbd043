-- A turn writes its run and its replies each time: what it changes with every turn is in no index, so that the row's new
-- version stays on its page (HOT), and a reply that is sent at once has one entry instead of two.

drop index run_open;
create index run_asking on run (organisation, bot) where stage = 'asking';

drop index outbox_open;
drop index outbox_by_chat;
create index outbox_queued on outbox (organisation, bot, priority, id) where state = 'queued';
create index outbox_open on outbox (organisation, bot, state, chat) where state in ('queued', 'sending');
