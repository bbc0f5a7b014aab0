-- Secrets that links of mails are signed with: one for each purpose, made when it is first needed.
create table link_keys (
  tenant text not null,
  purpose text not null,
  key bytea not null,
  primary key (tenant, purpose)
);
