-- A person as SCIM 2.0 knows them (RFC 7643). `profile` is the contract's Person; the other columns find it.
create table people (
  tenant text not null,
  id text collate "C" not null,
  user_name text collate "C" not null,
  external_id text,
  active boolean not null,
  profile jsonb not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant, id)
);

-- userName is compared without case (RFC 7643, 4.1.1): this column holds it in lower case.
create unique index people_user_name on people (tenant, user_name);

create unique index people_external_id on people (tenant, external_id);
