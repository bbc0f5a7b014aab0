-- What people are asked to do, as it is now.
create table tasks (
  tenant text not null,
  id text collate "C" not null,
  -- the order in which tasks were asked; all are written under the lock of the tenant's log
  seq bigint not null,
  person text collate "C" not null,
  author_name text not null,
  asked_at timestamptz not null,
  language text not null,
  title text not null,
  text text not null,
  html text not null,
  due_at timestamptz,
  -- absent where people are asked by name only
  audience text collate "C",
  closed_at timestamptz,
  body_hash text not null,
  primary key (tenant, id)
);

create unique index tasks_order on tasks (tenant, seq);

create index tasks_audience on tasks (tenant, audience) where audience is not null;

create index tasks_author on tasks (tenant, person, seq);

-- Who is asked by name.
create table task_people (
  tenant text not null,
  task text collate "C" not null,
  person text collate "C" not null,
  primary key (tenant, task, person)
);

create index task_people_person on task_people (tenant, person);

-- What happened with tasks, in the order in which it was recorded.
create table task_steps (
  tenant text not null,
  id text collate "C" not null,
  task text collate "C" not null,
  number integer not null,
  kind text not null,
  -- whose part it is about; absent where it is about all of the task
  about text collate "C",
  person text collate "C" not null,
  author_name text not null,
  recorded_at timestamptz not null,
  text text,
  due_at timestamptz,
  body_hash text not null,
  primary key (tenant, id)
);

create unique index task_steps_number on task_steps (tenant, task, number);

-- What the last outcome or reopening made of somebody's part; without a row it is open, and nothing was said.
create table task_parts (
  tenant text not null,
  task text collate "C" not null,
  person text collate "C" not null,
  state text not null,
  at timestamptz not null,
  text text,
  primary key (tenant, task, person)
);
