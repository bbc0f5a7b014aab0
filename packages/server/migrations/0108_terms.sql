-- The glossary: what the organisation means by its words.
create table terms (
  tenant text not null,
  id text collate "C" not null,
  definition jsonb not null,
  changed_at timestamptz not null,
  primary key (tenant, id)
);
