-- What asks something of the people of a channel, without what is only said in it.
create index messages_alerts on messages (tenant, channel) where kind = 'alert';
