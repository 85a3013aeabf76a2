-- Each regular task of the worker says here when it last ran, so that a worker that fell silent is seen. About nobody: no association.
create table heartbeat (
  name text not null,
  beat_at timestamptz(3) not null,
  constraint heartbeat_pkey primary key (name)
);
grant select, insert, update on heartbeat to permanence_app;
