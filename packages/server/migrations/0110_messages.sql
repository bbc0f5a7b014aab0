-- What was said in channels, as it is now. What it said before is in message_revisions and in the log.
create table messages (
  tenant text not null,
  id text collate "C" not null,
  -- the order in which messages were recorded; all are written under the lock of the tenant's log
  seq bigint not null,
  channel text collate "C" not null,
  -- the message that it replies to
  thread text collate "C",
  kind text not null,
  -- absent where the message came from outside
  person text collate "C",
  author_name text not null,
  posted_at timestamptz not null,
  language text not null,
  title text,
  -- both empty when it was withdrawn
  text text not null,
  html text not null,
  edited_at timestamptz,
  withdrawn_at timestamptz,
  -- replies that were not withdrawn
  replies integer not null,
  replied_at timestamptz,
  action jsonb,
  body_hash text not null,
  -- the words of title and text, as the named text search configuration knows them
  search_config text not null,
  search tsvector not null,
  primary key (tenant, id)
);

-- Of words, not of rows: an inverted index begins with no tenant.
create index messages_search on messages using gin (search);

create unique index messages_order on messages (tenant, seq);

create index messages_channel on messages (tenant, channel, seq) where thread is null;

create index messages_thread on messages (tenant, thread, seq) where thread is not null;

-- Everything that a message ever said: number 1 is what was posted. Without a text it was withdrawn.
create table message_revisions (
  tenant text not null,
  id text collate "C" not null,
  message text collate "C" not null,
  number integer not null,
  person text collate "C",
  recorded_at timestamptz not null,
  title text,
  text text,
  body_hash text not null,
  primary key (tenant, id)
);

create unique index message_revisions_number on message_revisions (tenant, message, number);

-- Who said that they did what an alert asks.
create table completions (
  tenant text not null,
  message text collate "C" not null,
  person text collate "C" not null,
  recorded_at timestamptz not null,
  primary key (tenant, message, person)
);

-- Up to where a channel was on somebody's screen.
create table positions (
  tenant text not null,
  person text collate "C" not null,
  channel text collate "C" not null,
  message text collate "C" not null,
  seq bigint not null,
  primary key (tenant, person, channel)
);
