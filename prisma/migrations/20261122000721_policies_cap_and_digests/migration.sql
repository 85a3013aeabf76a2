-- The weekly cap: which notice was left instead, when this one was moved or folded.
alter table reminder add column yielded_to_id uuid;
alter table reminder add column yielded_at timestamptz(3);
create index reminder_association_id_person_id_audience_idx on reminder (association_id, person_id, audience);
create index reminder_association_id_source_id_idx on reminder (association_id, source_id);

-- An association's own steps in place of a default policy; no row: the default.
create table reminder_policy (
  association_id uuid not null,
  name text not null,
  steps jsonb not null,
  changed_by_id uuid,
  changed_at timestamptz(3) not null,
  version integer not null default 1,
  constraint reminder_policy_pkey primary key (association_id, name)
);
alter table reminder_policy add constraint reminder_policy_association_id_fkey
  foreign key (association_id) references association (id) on delete restrict on update cascade;
grant select, insert, update, delete on reminder_policy to permanence_app;

-- The rows of a digest, frozen when it was sent.
create table digest_item (
  id uuid not null,
  association_id uuid not null,
  reminder_id uuid not null,
  position integer not null,
  kind text not null,
  item_id uuid not null,
  dossier_id uuid,
  dossier_reference text,
  rule_id text,
  on_day date not null,
  minutes integer,
  overdue boolean not null,
  constraint digest_item_pkey primary key (id)
);
create unique index digest_item_association_id_reminder_id_position_key on digest_item (association_id, reminder_id, position);
alter table digest_item add constraint digest_item_association_id_reminder_id_fkey
  foreign key (association_id, reminder_id) references reminder (association_id, id) on delete restrict on update cascade;
grant select, insert on digest_item to permanence_app;

do $$
declare t text; mine constant text := 'association_id = (select app_association_id())';
begin
  foreach t in array array['reminder_policy', 'digest_item'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy association on %I as permissive for all to permanence_app using (%s) with check (%s)', t, mine, mine);
  end loop;
end $$;
-- A digest is its addressee's: what it lists is seen by whoever sees its row of the ledger.
create policy of_reminder on digest_item as restrictive for all to permanence_app
  using ((select app_sees_all()) or exists (select from reminder r where r.id = reminder_id and r.user_id = (select app_user_id())));

-- Plain sender of the neutral messages; null: the installation's.
alter table association add column neutral_sender text;
alter table association add column sms_enabled boolean not null default false;
