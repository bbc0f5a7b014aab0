-- Everything that this backend keeps. One file holds several tenants: every row says whose it is.
-- Times are text, as they go over the wire, so that they sort. Lists and objects are JSON text.
-- A "serial" is the order of arrival. It never changes, and cursors of lists are made of it.

CREATE TABLE IF NOT EXISTS tenants (
  id TEXT PRIMARY KEY,
  organisation TEXT NOT NULL,
  origin TEXT NOT NULL UNIQUE,          -- the name of the log: the first line of every checkpoint
  seed BLOB NOT NULL,                   -- the private key of the log
  public BLOB NOT NULL,                 -- the public key that belongs to it
  cursor_key BLOB NOT NULL,             -- signs cursors, so that only ours are taken
  size INTEGER NOT NULL,                -- how many entries the log has: the row that every act locks
  checkpoint TEXT NOT NULL              -- the signed checkpoint of that size
);

CREATE TABLE IF NOT EXISTS tokens (
  hash BLOB PRIMARY KEY,                -- SHA-256 of the token: whoever reads this file cannot sign in
  tenant TEXT NOT NULL,
  user_name TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS people (
  serial INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  user_name TEXT NOT NULL,
  display_name TEXT NOT NULL,
  department TEXT,
  relation TEXT NOT NULL,
  roles TEXT NOT NULL,
  active INTEGER NOT NULL,              -- who leaves keeps the row: what they acknowledged names its id
  UNIQUE (tenant, user_name)
);

CREATE TABLE IF NOT EXISTS policies (
  serial INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant TEXT NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  classification TEXT NOT NULL,
  controls TEXT NOT NULL,
  current INTEGER NOT NULL,             -- number of the version that is published
  UNIQUE (tenant, id)
);

CREATE TABLE IF NOT EXISTS versions (
  tenant TEXT NOT NULL,
  policy TEXT NOT NULL,
  number INTEGER NOT NULL,
  change TEXT NOT NULL,
  material INTEGER NOT NULL,
  published_at TEXT NOT NULL,
  PRIMARY KEY (tenant, policy, number)
);

CREATE TABLE IF NOT EXISTS documents (
  tenant TEXT NOT NULL,
  policy TEXT NOT NULL,
  version INTEGER NOT NULL,
  place INTEGER NOT NULL,               -- the order of the languages
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  words INTEGER NOT NULL,
  sections TEXT NOT NULL,               -- the ids of its sections, in the order of reading
  content_hash TEXT NOT NULL,
  body BLOB NOT NULL,                   -- the bytes, as they were hashed
  PRIMARY KEY (tenant, policy, version, place)
);

CREATE TABLE IF NOT EXISTS images (
  tenant TEXT NOT NULL,
  policy TEXT NOT NULL,
  version INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (tenant, policy, version, content_hash)
);

CREATE TABLE IF NOT EXISTS packs (
  serial INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant TEXT NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  asks TEXT NOT NULL,
  statement TEXT,                       -- the texts by language; absent where a text is only displayed
  statement_hash TEXT,
  due_days INTEGER,
  knowledge TEXT,                       -- the check with its right answers, as it was set up
  UNIQUE (tenant, id)
);

CREATE TABLE IF NOT EXISTS pack_policies (
  tenant TEXT NOT NULL,
  pack TEXT NOT NULL,
  policy TEXT NOT NULL,
  place INTEGER NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (tenant, pack, policy)
);

CREATE TABLE IF NOT EXISTS audiences (
  tenant TEXT NOT NULL,
  pack TEXT NOT NULL,
  person TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (tenant, pack, person)
);

CREATE TABLE IF NOT EXISTS terms (
  serial INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant TEXT NOT NULL,
  id TEXT NOT NULL,
  texts TEXT NOT NULL,                  -- by language: name, also, meaning
  policy TEXT,                          -- the policy that says more
  UNIQUE (tenant, id)
);

CREATE TABLE IF NOT EXISTS sittings (
  tenant TEXT NOT NULL,
  session TEXT NOT NULL,
  person TEXT NOT NULL,
  policy TEXT NOT NULL,
  version INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  method TEXT NOT NULL,
  sections TEXT NOT NULL,               -- seconds by section id
  last TEXT,                            -- where the person is, with `at` and `device`
  furthest TEXT,                        -- the furthest place of this sitting
  PRIMARY KEY (tenant, session)
);
CREATE INDEX IF NOT EXISTS sittings_of ON sittings (tenant, person, policy, version);

CREATE TABLE IF NOT EXISTS displayed (
  tenant TEXT NOT NULL,
  person TEXT NOT NULL,
  policy TEXT NOT NULL,
  version INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  section TEXT NOT NULL,
  at TEXT NOT NULL,                     -- when it was displayed for the first time
  PRIMARY KEY (tenant, person, policy, version, content_hash, section)
);

CREATE TABLE IF NOT EXISTS attempts (
  serial INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant TEXT NOT NULL,
  id TEXT NOT NULL,
  person TEXT NOT NULL,
  pack TEXT NOT NULL,
  policy TEXT NOT NULL,
  version INTEGER NOT NULL,
  body_hash TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  correct INTEGER NOT NULL,
  questions INTEGER NOT NULL,
  passed INTEGER NOT NULL,
  answer TEXT NOT NULL,                 -- what was answered, to answer the same again
  UNIQUE (tenant, id)
);
CREATE INDEX IF NOT EXISTS attempts_of ON attempts (tenant, person, pack, policy);

CREATE TABLE IF NOT EXISTS acknowledgements (
  serial INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL,
  policy TEXT NOT NULL,
  version INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  language TEXT NOT NULL,
  statement_hash TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  receipt TEXT NOT NULL,
  UNIQUE (tenant, person, policy, version, statement_hash) -- ACK-3: one for ever
);

CREATE TABLE IF NOT EXISTS keys (
  tenant TEXT NOT NULL,
  person TEXT NOT NULL,
  key TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  status INTEGER NOT NULL,
  acknowledgement TEXT NOT NULL,
  PRIMARY KEY (tenant, person, key)
);

CREATE TABLE IF NOT EXISTS entries (
  tenant TEXT NOT NULL,
  place INTEGER NOT NULL,
  entry TEXT NOT NULL,                  -- its text: written anew it might have other bytes
  PRIMARY KEY (tenant, place)
);

CREATE TABLE IF NOT EXISTS records (    -- beside the log: both can be erased, and every proof stays valid
  tenant TEXT NOT NULL,
  place INTEGER NOT NULL,
  record TEXT NOT NULL,
  salt BLOB NOT NULL,
  PRIMARY KEY (tenant, place)
);

CREATE TABLE IF NOT EXISTS nodes (      -- the hashes of complete subtrees, which never change
  tenant TEXT NOT NULL,
  level INTEGER NOT NULL,               -- 0: leaves, 1: pairs, 2: fours, …
  place INTEGER NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (tenant, level, place)
);
