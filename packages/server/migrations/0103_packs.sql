create table packs (
  tenant text not null,
  id text collate "C" not null,
  definition jsonb not null,
  changed_at timestamptz not null,
  primary key (tenant, id)
);

-- Since when a pack asks for a policy; rows stay while the pack holds the policy.
create table pack_policies (
  tenant text not null,
  pack text collate "C" not null,
  policy text collate "C" not null,
  added_at timestamptz not null,
  primary key (tenant, pack, policy)
);

-- One row per tenant: its revision grows with every change of people, audiences, policies or packs, so that
-- each process knows when what it remembers is old.
create table contents (
  tenant text not null,
  revision bigint not null,
  primary key (tenant)
);

-- The last import of each part (`content`, `people`): where it came from, and whether the next one is the same.
create table imports (
  tenant text not null,
  part text not null,
  source text not null,
  digest text not null,
  imported_at timestamptz not null,
  primary key (tenant, part)
);
