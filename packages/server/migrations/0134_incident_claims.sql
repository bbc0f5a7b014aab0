-- How whoever reported without a name comes back to the report: a slow hash of the claim code, which nobody else has.
create table incident_claims (
  tenant text not null,
  incident text collate "C" not null,
  code_hash bytea not null,
  primary key (tenant, incident)
);

create unique index incident_claims_code on incident_claims (tenant, code_hash);

-- What the codes of a tenant are hashed with, made with the first of them.
create table incident_claim_salts (
  tenant text primary key,
  salt bytea not null
);
