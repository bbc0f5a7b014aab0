-- Since when a message is pinned to the top of its channel.
alter table messages add column pinned_at timestamptz;

create index messages_pinned on messages (tenant, channel, seq) where pinned_at is not null;
