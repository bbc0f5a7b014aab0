-- What those who handle a report made of it, each change in place of what was before; nothing stands for a report that nobody
-- has triaged yet.
create table incident_changes (
  tenant text not null,
  incident text collate "C" not null,
  number integer not null,
  person text collate "C" not null,
  author_name text not null,
  changed_at timestamptz not null,
  triage jsonb not null,
  primary key (tenant, incident, number)
);
