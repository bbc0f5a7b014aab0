create table audiences (
  tenant text not null,
  id text collate "C" not null,
  definition jsonb not null,
  changed_at timestamptz not null,
  primary key (tenant, id)
);

-- When a person entered an audience: the one fact about an assignment that cannot be derived from the
-- present, because attributes are overwritten when somebody moves. Due dates count from it.
create table memberships (
  tenant text not null,
  audience text collate "C" not null,
  person text collate "C" not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  primary key (tenant, audience, person, entered_at)
);

create index memberships_person on memberships (tenant, person);
