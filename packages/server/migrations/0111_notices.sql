-- Mail that is to go out: one row for each alert and person, written with the alert. Nothing in it is personal but who.
create table notices (
  tenant text not null,
  message text collate "C" not null,
  person text collate "C" not null,
  -- waiting, sent, dropped (no longer of use), refused (by the person's mail server), expired
  state text not null,
  attempts integer not null,
  -- while it is waiting: not to be tried before; whoever tries moves it on first, so that nobody else does meanwhile
  next_at timestamptz not null,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (tenant, message, person)
);

create index notices_waiting on notices (tenant, next_at) where state = 'waiting';
