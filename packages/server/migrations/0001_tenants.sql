-- An organisation whose data is kept apart from every other: its name is in the key of every table.
create table tenants (
  tenant text primary key,
  origin text not null,
  created_at timestamptz not null
);
