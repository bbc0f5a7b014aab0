-- Webhooks as the organisation defines them. The secret itself is never stored.
create table webhooks (
  tenant text not null,
  id text collate "C" not null,
  definition jsonb not null,
  changed_at timestamptz not null,
  primary key (tenant, id)
);

-- What is to be told to a webhook: one row for each hook and message, written with the message.
create table hook_deliveries (
  tenant text not null,
  hook text collate "C" not null,
  message text collate "C" not null,
  -- waiting, sent, dropped (no longer of use), dead (given up, until somebody has it sent again)
  state text not null,
  attempts integer not null,
  -- while it is waiting: not to be tried before; whoever tries moves it on first, so that nobody else does meanwhile
  next_at timestamptz not null,
  created_at timestamptz not null,
  settled_at timestamptz,
  -- why it failed last: an HTTP status, or a word
  fault text,
  primary key (tenant, hook, message)
);

create index hook_deliveries_waiting on hook_deliveries (tenant, hook, next_at) where state = 'waiting';
