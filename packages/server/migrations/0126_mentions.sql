-- Whom the text of a message names, with the names that it has for them.
alter table messages add column mentions jsonb;

-- The same by person, for whoever tells them of it: what is no longer named is no longer here.
create table mentions (
  tenant text not null,
  person text collate "C" not null,
  message text collate "C" not null,
  mentioned_at timestamptz not null,
  primary key (tenant, person, message)
);
