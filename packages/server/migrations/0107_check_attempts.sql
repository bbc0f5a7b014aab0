-- One try of one person at the questions of a pack about one version. `answer` is what it was answered with, so that a
-- device which did not hear it can ask again; text, because jsonb does not keep the order of members.
create table check_attempts (
  tenant text not null,
  id text collate "C" not null,
  person text collate "C" not null,
  pack text collate "C" not null,
  policy text collate "C" not null,
  version integer not null,
  recorded_at timestamptz not null,
  -- right answers, of so many questions
  correct integer not null,
  questions integer not null,
  passed boolean not null,
  body_hash text not null,
  answer text not null,
  primary key (tenant, id)
);

create index check_attempts_person on check_attempts (tenant, person, policy, version);
