create table policies (
  tenant text not null,
  id text collate "C" not null,
  title text not null,
  kind text not null,
  owner text,
  approver text,
  classification text not null,
  review_by date,
  controls jsonb not null,
  current_version integer,
  changed_at timestamptz not null,
  primary key (tenant, id)
);

-- Immutable once published, but for its status. `fingerprint` is a hash over the texts in all languages without
-- the version number: it tells whether an import brings anything new.
create table policy_versions (
  tenant text not null,
  policy text collate "C" not null,
  number integer not null,
  label text,
  status text not null,
  change text,
  material boolean not null,
  effective date,
  published_at timestamptz not null,
  fingerprint text not null,
  primary key (tenant, policy, number)
);

-- `body` is the RFC 8785 text whose SHA-256 is the content hash: served byte for byte.
create table documents (
  tenant text not null,
  policy text collate "C" not null,
  version integer not null,
  language text collate "C" not null,
  content_hash text not null,
  title text not null,
  words integer not null,
  sections jsonb not null,
  body text not null,
  primary key (tenant, policy, version, language)
);
