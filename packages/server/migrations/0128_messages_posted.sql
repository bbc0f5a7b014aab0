-- Who has entered a channel lately sees what came since, however much was said before.
create index messages_posted on messages (tenant, channel, posted_at) where thread is null;
