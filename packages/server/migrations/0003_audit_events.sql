-- What each leaf commits to. To erase a person, record, salt, subject and person of their events are set to null: the leaf stays,
-- every proof stays valid, and nothing leads from the leaf to the person any more.
create table audit_events (
  tenant text not null,
  index bigint not null,
  -- id of the log entry, a random UUID
  id uuid not null,
  type text not null,
  time timestamptz not null,
  -- the person the record is about, when there is one
  person_id text,
  -- id of what the event is about, such as an acknowledgement: the way from there to the place in the log
  subject text,
  -- exact bytes of the record as canonical JSON; text, because jsonb does not keep bytes
  record text,
  salt bytea,
  primary key (tenant, index)
);

create unique index audit_events_id on audit_events (tenant, id);

create index audit_events_person on audit_events (tenant, person_id, index);

create index audit_events_subject on audit_events (tenant, subject, index);

create index audit_events_type on audit_events (tenant, type, index);
