-- Communication groups as the organisation defines them.
create table channels (
  tenant text not null,
  id text collate "C" not null,
  definition jsonb not null,
  changed_at timestamptz not null,
  primary key (tenant, id)
);
