-- Who gets a digest how often, where they chose it themselves.
create table preferences (
  tenant text not null,
  person text collate "C" not null,
  -- daily, weekly, never
  digest text not null,
  changed_at timestamptz not null,
  primary key (tenant, person)
);

-- The last or next digest of each person. What it tells lies between told and upto; with the mail, told moves on to upto.
create table digests (
  tenant text not null,
  person text collate "C" not null,
  -- the day that it is of, in the time zone of the organisation: 2026-11-30
  slot text collate "C" not null,
  -- waiting, sent, dropped (nothing to tell, or not wanted), refused (by the person's mail server)
  state text not null,
  attempts integer not null,
  -- while it is waiting: not to be tried before; whoever tries moves it on first, so that nobody else does meanwhile
  next_at timestamptz not null,
  -- place in the order of messages, and moment of what is asked
  told_seq bigint not null,
  told_at timestamptz not null,
  upto_seq bigint not null,
  upto_at timestamptz not null,
  settled_at timestamptz,
  primary key (tenant, person)
);

create index digests_waiting on digests (tenant, next_at) where state = 'waiting';
