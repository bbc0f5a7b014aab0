-- Kept for ever: one per person, version and statement. `receipt` is the text of the receipt file, kept from the
-- first time it is listed: the log yields the same bytes whenever it is asked.
create table acknowledgements (
  tenant text not null,
  id text collate "C" not null,
  person text collate "C" not null,
  policy text collate "C" not null,
  version integer not null,
  statement_hash text not null,
  content_hash text not null,
  language text not null,
  recorded_at timestamptz not null,
  receipt text,
  primary key (tenant, id)
);

create unique index acknowledgements_natural_key
  on acknowledgements (tenant, person, policy, version, statement_hash);

create index acknowledgements_newest on acknowledgements (tenant, recorded_at, id);

-- What a key was used for: the same key with the same body finds the same acknowledgement again.
create table idempotency_keys (
  tenant text not null,
  person text collate "C" not null,
  key text collate "C" not null,
  body_hash text not null,
  status integer not null,
  acknowledgement text not null,
  used_at timestamptz not null,
  primary key (tenant, person, key)
);
