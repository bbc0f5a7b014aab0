-- The tamper-evident log (RFC 6962 tree, C2SP checkpoints). No personal data is in any log_ table.

-- The signing key stands beside the log that it signs, so that several processes sign alike and a backup restores
-- both. Whoever can change this database can sign: what shows a rewritten log is a checkpoint kept elsewhere
-- (every receipt holds one), not the secrecy of the key.
create table log_keys (
  tenant text not null,
  verifier_key text not null,
  private_key text not null,
  created_at timestamptz not null,
  primary key (tenant, verifier_key)
);

-- One row per tenant. It is the lock of every write: who holds it appends next.
create table log_heads (
  tenant text primary key,
  size bigint not null,
  -- 32-byte hashes of the complete subtrees, largest first, one after the other
  frontier bytea not null,
  -- time of the last entry; the next one is never earlier
  time timestamptz not null
);

create table log_leaves (
  tenant text not null,
  index bigint not null,
  -- exact bytes of the leaf: the canonical JSON of the entry
  entry bytea not null,
  hash bytea not null,
  primary key (tenant, index)
);

-- Roots of complete subtrees of 256 ^ level leaves, in the numbering of C2SP tlog-tiles; level 0 is log_leaves.hash.
create table log_tiles (
  tenant text not null,
  level int not null,
  index bigint not null,
  hash bytea not null,
  primary key (tenant, level, index)
);

create table log_checkpoints (
  tenant text not null,
  size bigint not null,
  -- the signed note, verbatim
  note text not null,
  primary key (tenant, size)
);
