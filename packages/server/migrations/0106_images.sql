-- `body` is the RFC 8785 text whose SHA-256 is the content hash: served byte for byte. A picture that stands in many
-- versions is stored once.
create table images (
  tenant text not null,
  content_hash text not null,
  body text not null,
  primary key (tenant, content_hash)
);

-- A picture is visible by the version it stands in.
create table version_images (
  tenant text not null,
  policy text collate "C" not null,
  version integer not null,
  content_hash text not null,
  primary key (tenant, policy, version, content_hash)
);
