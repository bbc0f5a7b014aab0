-- What people say of messages with one press, as it is now.
create table reactions (
  tenant text not null,
  message text collate "C" not null,
  person text collate "C" not null,
  reaction text not null,
  since timestamptz not null,
  primary key (tenant, message, person, reaction)
);
