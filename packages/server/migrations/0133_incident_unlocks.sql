-- Who had themselves shown who reported in confidence, and why.
create table incident_unlocks (
  tenant text not null,
  id text collate "C" not null,
  incident text collate "C" not null,
  number integer not null,
  person text collate "C" not null,
  author_name text not null,
  reason text not null,
  recorded_at timestamptz not null,
  body_hash text not null,
  primary key (tenant, id)
);

create unique index incident_unlocks_number on incident_unlocks (tenant, incident, number);
