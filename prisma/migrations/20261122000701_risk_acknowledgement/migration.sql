-- A request that may end in an order to leave is noted as filed only once the person has been told so and wants to go on. Never changed:
-- another explanation is another row.
create table risk_acknowledgement (
  id uuid not null,
  association_id uuid not null,
  dossier_id uuid not null,
  basis text not null,
  explained_by_id uuid not null,
  explained_on date not null,
  -- Language spoken, and who interpreted: nobody needed, someone present, or by telephone.
  spoken_language text not null,
  interpreter text not null,
  decision text not null,
  -- The person said in their own words what may happen.
  understood boolean not null,
  lawyer text,
  signed_on_paper boolean not null default false,
  -- The risk as the rules saw it on that day, and the text that was read out.
  strength text not null,
  risk text not null,
  bars text[] not null default '{}',
  rules_version text not null,
  text_version text not null,
  text_language text not null,
  text_lines jsonb not null,
  created_by_id uuid not null,
  created_at timestamptz(3) not null default now(),
  constraint risk_acknowledgement_pkey primary key (id),
  constraint risk_acknowledgement_decision check (decision in ('go-on', 'declined')),
  -- Nobody goes on with what they did not understand.
  constraint risk_acknowledgement_understood check (decision = 'declined' or understood),
  constraint risk_acknowledgement_interpreter check (interpreter in ('not-needed', 'present', 'phone')),
  constraint risk_acknowledgement_lawyer check (lawyer in ('seen', 'booked', 'no'))
);
create index risk_acknowledgement_association_id_dossier_id_idx on risk_acknowledgement (association_id, dossier_id);
alter table risk_acknowledgement add constraint risk_acknowledgement_association_id_dossier_id_fkey
  foreign key (association_id, dossier_id) references dossier (association_id, id) on delete restrict on update cascade;
alter table risk_acknowledgement add constraint risk_acknowledgement_association_id_explained_by_id_fkey
  foreign key (association_id, explained_by_id) references app_user (association_id, id) on delete restrict on update cascade;
grant select, insert on risk_acknowledgement to permanence_app;
alter table risk_acknowledgement enable row level security;
alter table risk_acknowledgement force row level security;
create policy association on risk_acknowledgement as permissive for all to permanence_app
  using (association_id = (select app_association_id())) with check (association_id = (select app_association_id()));
create policy need_to_know on risk_acknowledgement as restrictive for all to permanence_app
  using (app_sees_dossier(dossier_id)) with check (app_sees_dossier(dossier_id));
