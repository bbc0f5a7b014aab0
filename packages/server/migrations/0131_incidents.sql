-- What people reported: events, incidents and weaknesses.
create table incidents (
  tenant text not null,
  id text collate "C" not null,
  -- the order in which they were reported; all are written under the lock of the tenant's log
  seq bigint not null,
  -- absent where nobody knows
  person text collate "C",
  reporter_name text,
  privacy text not null,
  language text not null,
  seems text,
  noticed text not null,
  noticed_at timestamptz,
  safe text,
  did text,
  -- the files that stand in it, as it tells of them
  attachments jsonb,
  reported_at timestamptz not null,
  -- what it has come to, for lists
  state text not null,
  resolved text,
  -- to whom it is assigned
  handler text collate "C",
  body_hash text not null,
  primary key (tenant, id)
);

create unique index incidents_order on incidents (tenant, seq);

create index incidents_reporter on incidents (tenant, person, seq) where person is not null;

create index incidents_handler on incidents (tenant, handler, seq) where handler is not null;

-- The states that they came to, the first with the report.
create table incident_states (
  tenant text not null,
  incident text collate "C" not null,
  number integer not null,
  state text not null,
  at timestamptz not null,
  primary key (tenant, incident, number)
);

-- What was said between whoever reported and those who handle it, in the order in which it was recorded.
create table incident_answers (
  tenant text not null,
  id text collate "C" not null,
  incident text collate "C" not null,
  number integer not null,
  side text not null,
  -- absent where nobody knows
  person text collate "C",
  author_name text,
  recorded_at timestamptz not null,
  text text not null,
  attachments jsonb,
  -- a note among those who handle it
  internal boolean not null,
  body_hash text not null,
  primary key (tenant, id)
);

create unique index incident_answers_number on incident_answers (tenant, incident, number);
