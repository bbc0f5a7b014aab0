-- What was sent to whom because a law asks for it, in the order in which it was recorded.
create table incident_notifications (
  tenant text not null,
  id text collate "C" not null,
  incident text collate "C" not null,
  number integer not null,
  -- id of the clock that it was sent for
  clock text collate "C" not null,
  authority text not null,
  sent_at timestamptz not null,
  reference text,
  text text,
  person text collate "C" not null,
  author_name text not null,
  recorded_at timestamptz not null,
  body_hash text not null,
  primary key (tenant, id)
);

create unique index incident_notifications_number on incident_notifications (tenant, incident, number);
