-- The laws that the organisation is under, whose clocks run for what is reported.
create table laws (
  tenant text not null,
  id text collate "C" not null,
  definition jsonb not null,
  changed_at timestamptz not null,
  primary key (tenant, id)
);
