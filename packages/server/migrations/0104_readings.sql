-- One sitting of one person with one document; a higher sequence replaces a lower one.
create table reading_sessions (
  tenant text not null,
  session text collate "C" not null,
  person text collate "C" not null,
  policy text collate "C" not null,
  version integer not null,
  language text not null,
  content_hash text not null,
  sequence bigint not null,
  -- by the device's clock, which may be anywhere: kept as it was sent
  started_at text not null,
  received_at timestamptz not null,
  method text not null,
  sections jsonb not null,
  last jsonb,
  furthest jsonb,
  device text,
  primary key (tenant, session)
);

create index reading_sessions_person on reading_sessions (tenant, person, policy, version);

-- What all sittings of a person with a version come to, as far as assignments follow from it.
create table readings (
  tenant text not null,
  person text collate "C" not null,
  policy text collate "C" not null,
  version integer not null,
  began_at timestamptz not null,
  complete_at timestamptz,
  primary key (tenant, person, policy, version)
);
