-- What a person has undertaken in the integration contract (CIR) and how far they are. Null: not known, and never read as "none".
create table integration_contract (
  id uuid not null,
  association_id uuid not null,
  person_id uuid not null,
  signed_on date,
  -- Days of civic training attended, out of four.
  civic_days integer,
  -- Whether the signed contract prescribes French lessons, of how many hours, and how many were attended.
  language_prescribed boolean,
  language_hours integer,
  language_hours_attended integer,
  -- The prefect's letter that announces the termination, and the answer to it.
  termination_notice_on date,
  observations_sent_on date,
  updated_at timestamptz(3) not null,
  version integer not null default 1,
  constraint integration_contract_pkey primary key (id),
  constraint integration_contract_counts check (civic_days between 0 and 4 and language_hours between 0 and 1000
    and language_hours_attended between 0 and 1000)
);
create unique index integration_contract_association_id_id_key on integration_contract (association_id, id);
create unique index integration_contract_association_id_person_id_key on integration_contract (association_id, person_id);
alter table integration_contract add constraint integration_contract_association_id_person_id_fkey
  foreign key (association_id, person_id) references person (association_id, id) on delete restrict on update cascade;
grant select, insert, update on integration_contract to permanence_app;
alter table integration_contract enable row level security;
alter table integration_contract force row level security;
create policy association on integration_contract as permissive for all to permanence_app
  using (association_id = (select app_association_id())) with check (association_id = (select app_association_id()));
create policy need_to_know on integration_contract as restrictive for all to permanence_app
  using (app_sees_person(person_id)) with check (app_sees_person(person_id));
