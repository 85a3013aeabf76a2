-- Answers without an account, and what became of an address.

-- State of an address: whether its owner stopped messages, and whether it still works. Safety is another question and stays apart.
alter table contact
  add column stopped_at timestamptz(3),
  add column broken_at timestamptz(3),
  add column broken_reason text,
  add column soft_bounces integer not null default 0,
  add column wants_calendar boolean;
alter table contact add constraint contact_broken check ((broken_at is null) = (broken_reason is null));

-- What happened to an address and why, in the order it happened.
create table contact_event (
  id uuid not null,
  association_id uuid not null,
  person_id uuid not null,
  contact_id uuid not null,
  reminder_id uuid,
  kind text not null,
  reason text,
  actor_id uuid,
  at timestamptz(3) not null,
  constraint contact_event_pkey primary key (id)
);
create unique index contact_event_association_id_id_key on contact_event (association_id, id);
create index contact_event_association_id_contact_id_at_idx on contact_event (association_id, contact_id, at);
alter table contact_event add constraint contact_event_association_id_contact_id_fkey
  foreign key (association_id, contact_id) references contact (association_id, id) on delete restrict on update cascade;
grant select, insert on contact_event to permanence_app;

-- The link of one message: only the SHA-256 of its token is kept.
create table answer_link (
  id uuid not null,
  association_id uuid not null,
  reminder_id uuid not null,
  person_id uuid not null,
  contact_id uuid not null,
  token_hash text not null,
  language text not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  constraint answer_link_pkey primary key (id)
);
create unique index answer_link_token_hash_key on answer_link (token_hash);
create unique index answer_link_association_id_id_key on answer_link (association_id, id);
create index answer_link_association_id_reminder_id_idx on answer_link (association_id, reminder_id);
alter table answer_link add constraint answer_link_association_id_reminder_id_fkey
  foreign key (association_id, reminder_id) references reminder (association_id, id) on delete restrict on update cascade;
grant select, insert on answer_link to permanence_app;

-- What the person answered; each kind of answer acts once per notice, however often it is posted.
create table person_answer (
  id uuid not null,
  association_id uuid not null,
  reminder_id uuid not null,
  person_id uuid not null,
  kind text not null,
  answered_at timestamptz(3) not null,
  constraint person_answer_pkey primary key (id)
);
create unique index person_answer_association_id_id_key on person_answer (association_id, id);
create unique index person_answer_association_id_reminder_id_kind_key on person_answer (association_id, reminder_id, kind);
alter table person_answer add constraint person_answer_association_id_reminder_id_fkey
  foreign key (association_id, reminder_id) references reminder (association_id, id) on delete restrict on update cascade;
grant select, insert on person_answer to permanence_app;

do $$
declare t text; mine constant text := 'association_id = (select app_association_id())';
begin
  foreach t in array array['contact_event', 'answer_link', 'person_answer'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy association on %I as permissive for all to permanence_app using (%s) with check (%s)', t, mine, mine);
    execute format('create policy need_to_know on %I as restrictive for all to permanence_app using (app_sees_person(person_id)) with check (app_sees_person(person_id))', t);
  end loop;
end $$;

-- A link and a bounce come without an account: whose association they concern, of one exact token or message.
grant select on answer_link to permanence_signin;
create policy signin on answer_link for select to permanence_signin using (true);
create function answer_link_of(hash text)
returns table (id uuid, association_id uuid, reminder_id uuid, person_id uuid, contact_id uuid, language text, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select l.id, l.association_id, l.reminder_id, l.person_id, l.contact_id, l.language, l.expires_at
  from public.answer_link l where l.token_hash = hash
$$;
create function reminder_association(reminder uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, public as
  $$ select r.association_id from public.reminder r where r.id = reminder $$;
do $$
declare owner_role text; f text; joined boolean;
begin
  foreach owner_role in array array['permanence_signin', 'permanence_relay'] loop
    f := case owner_role when 'permanence_signin' then 'answer_link_of(text)' else 'reminder_association(uuid)' end;
    execute format('grant create on schema public to %I', owner_role);
    joined := not pg_has_role(current_user, owner_role, 'usage');
    if joined then execute format('grant %I to %I', owner_role, current_user); end if;
    execute format('alter function %s owner to %I', f, owner_role);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to permanence_app', f);
    if joined then execute format('revoke %I from %I', owner_role, current_user); end if;
    execute format('revoke create on schema public from %I', owner_role);
  end loop;
end $$;
