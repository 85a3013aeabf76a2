-- Papers of a dossier bound together. The row says what was asked and how far it is; what comes out is a stored file like any other.
create table bundle (
  id uuid not null,
  association_id uuid not null,
  dossier_id uuid not null,
  format text not null,
  recipient text not null,
  recipient_name text,
  step text not null,
  document_ids uuid[] not null,
  restricted boolean not null default false,
  presence boolean not null default true,
  state text not null default 'waiting',
  percent integer not null default 0,
  at_step text,
  failure text,
  lease_id uuid,
  lease_until timestamptz(3),
  file_id uuid,
  asked_by_id uuid not null,
  asked_at timestamptz(3) not null,
  expires_at timestamptz(3),
  constraint bundle_pkey primary key (id),
  constraint bundle_format check (format in ('pdf', 'zip')),
  constraint bundle_recipient check (recipient in ('prefecture', 'lawyer')),
  constraint bundle_state check (state in ('waiting', 'running', 'done', 'failed', 'cancelled', 'expired')),
  constraint bundle_percent check (percent between 0 and 100),
  -- Done means that there is something to fetch, until a known instant; nothing else does.
  constraint bundle_done check ((state = 'done') = (file_id is not null)),
  constraint bundle_expires check (state <> 'done' or expires_at is not null)
);
create unique index bundle_association_id_file_id_key on bundle (association_id, file_id);
create index bundle_association_id_dossier_id_asked_at_idx on bundle (association_id, dossier_id, asked_at);
alter table bundle add constraint bundle_association_id_dossier_id_fkey
  foreign key (association_id, dossier_id) references dossier (association_id, id) on delete restrict on update cascade;
alter table bundle add constraint bundle_association_id_asked_by_id_fkey
  foreign key (association_id, asked_by_id) references app_user (association_id, id) on delete restrict on update cascade;
alter table bundle add constraint bundle_association_id_file_id_fkey
  foreign key (association_id, file_id) references stored_file (association_id, id) on delete no action on update no action;
grant select, insert, update on bundle to permanence_app;
-- A bundle's file goes with its days. The file of a paper cannot: the paper refers to it.
grant delete on stored_file to permanence_app;
alter table bundle enable row level security;
alter table bundle force row level security;
create policy association on bundle as permissive for all to permanence_app
  using (association_id = (select app_association_id())) with check (association_id = (select app_association_id()));
create policy need_to_know on bundle as restrictive for all to permanence_app
  using (app_sees_dossier(dossier_id)) with check (app_sees_dossier(dossier_id));
create policy restricted on bundle as restrictive for all to permanence_app
  using (not restricted or (select app_sees_restricted())) with check (not restricted or (select app_sees_restricted()));
