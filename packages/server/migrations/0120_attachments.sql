-- Files on their way here, and those that stand in something. What is in them is in attachment_chunks.
create table attachments (
  tenant text not null,
  id text collate "C" not null,
  person text collate "C" not null,
  name text not null,
  body_hash text not null,
  -- bytes, as declared and of the content once it is ready
  declared integer not null,
  size integer not null,
  -- receiving, ready, refused, gone (what it stood in was withdrawn)
  state text not null,
  -- counts the parts that came, so that what was checked is what is kept
  writes integer not null,
  -- why it was refused
  reason text,
  media_type text,
  hash text,
  -- what it stands in: a kind of thing, such as message, and the id of one
  subject_kind text,
  subject text collate "C",
  created_at timestamptz not null,
  primary key (tenant, id)
);

create index attachments_person on attachments (tenant, person, created_at);

create index attachments_subject on attachments (tenant, subject_kind, subject) where subject is not null;

create index attachments_unused on attachments (tenant, created_at) where subject is null;

-- The bytes in pieces, as they came or as the check left them.
create table attachment_chunks (
  tenant text not null,
  attachment text collate "C" not null,
  number integer not null,
  bytes bytea not null,
  primary key (tenant, attachment, number)
);
