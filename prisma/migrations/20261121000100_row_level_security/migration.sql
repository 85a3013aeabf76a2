-- Who may see which row. The application connects as a login role that is a member of permanence_app: it owns nothing,
-- is no superuser and has no BYPASSRLS, and row-level security is enabled AND forced, so the owner is held to it too.
-- Group roles have no login and no password; the login roles are made from the owner's address when the service starts.

do $$
declare r text;
begin
  foreach r in array array['permanence_app', 'permanence_signin', 'permanence_relay', 'permanence_queue'] loop
    begin
      if not exists (select from pg_roles where rolname = r) then execute format('create role %I nologin', r); end if;
    exception when duplicate_object or unique_violation then null; -- another database of the same server made it meanwhile
    end;
  end loop;
end $$;

-- ── The context of a request, set per connection checkout by persistence/tenant-pool.ts ────────────────────────────────
-- An unset setting reads as null and an emptied one as '': both mean "no association", and then no row.
create function app_association_id() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.association_id', true), '')::uuid $$;
create function app_user_id() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;
-- 'all': every dossier of the association (coordinators, the system). Anything else: need to know.
create function app_sees_all() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('app.scope', true), '') = 'all' $$;
create function app_sees_restricted() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('app.restricted', true), '') = 'on' $$;
create function app_is_administrator() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('app.role', true), '') in ('administrator', 'system') $$;

-- Not SECURITY DEFINER: they read person_access and dossier_member as the caller, whose policies are by association only.
create function app_sees_person(person uuid) returns boolean language sql stable parallel safe as $$
  select (select app_sees_all()) or exists (
    select from person_access a
    where a.association_id = (select app_association_id()) and a.user_id = (select app_user_id()) and a.person_id = person)
$$;
create function app_sees_dossier(dossier uuid) returns boolean language sql stable parallel safe as $$
  select (select app_sees_all()) or exists (
    select from dossier_member m
    where m.association_id = (select app_association_id()) and m.user_id = (select app_user_id()) and m.dossier_id = dossier and m.ended_at is null)
$$;

grant usage on schema public to permanence_app, permanence_signin, permanence_relay;
grant select, insert, update on all tables in schema public to permanence_app;
do $$ begin -- absent from the empty database that `prisma migrate diff` replays the migrations in
  if to_regclass('_prisma_migrations') is not null then revoke all on _prisma_migrations from permanence_app; end if;
end $$;
grant delete on session, household_link, dossier_document, person_access to permanence_app;
revoke update on audit_event from permanence_app;
revoke update on mail_message from permanence_app;

-- ── Policies ───────────────────────────────────────────────────────────────────────────────────────────────────────────
do $$
declare t text; mine constant text := 'association_id = (select app_association_id())';
begin
  -- Every row of a table with an association is held to it.
  foreach t in array array['app_user', 'person', 'person_access', 'contact', 'household_link', 'child', 'fact_answer', 'assessment',
    'document', 'stored_file', 'association_key', 'permit', 'dossier', 'dossier_member', 'dossier_document', 'permanence', 'reception',
    'note', 'filing', 'decision', 'deadline', 'task', 'appointment', 'reminder', 'outbox', 'audit_event', 'mail_message'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy association on %I as permissive for all to permanence_app using (%s) with check (%s)', t, mine, mine);
  end loop;
  -- Need to know, on top (restrictive): what belongs to a person.
  foreach t in array array['contact', 'household_link', 'child', 'fact_answer', 'assessment', 'document', 'stored_file', 'permit'] loop
    execute format('create policy need_to_know on %I as restrictive for all to permanence_app using (app_sees_person(person_id)) with check (app_sees_person(person_id))', t);
  end loop;
  -- … and what belongs to a dossier.
  foreach t in array array['dossier_document', 'note', 'filing', 'decision'] loop
    execute format('create policy need_to_know on %I as restrictive for all to permanence_app using (app_sees_dossier(dossier_id)) with check (app_sees_dossier(dossier_id))', t);
  end loop;
end $$;

alter table association enable row level security;
alter table association force row level security;
create policy association on association for all to permanence_app
  using (id = (select app_association_id())) with check (id = (select app_association_id()));

-- A person or dossier is inserted before anyone may see it (the access row refers to it): only the reading is restricted.
create policy need_to_know on person as restrictive for select to permanence_app using (app_sees_person(id));
create policy need_to_know_change on person as restrictive for update to permanence_app using (app_sees_person(id));
create policy need_to_know on dossier as restrictive for select to permanence_app using (app_sees_dossier(id));
create policy need_to_know_change on dossier as restrictive for update to permanence_app using (app_sees_dossier(id));
-- A deadline, reminder, appointment or task is seen by those of its dossier; without a dossier, by those of its person; a task also by its assignee.
create policy need_to_know on deadline as restrictive for all to permanence_app
  using (case when dossier_id is null then app_sees_person(person_id) else app_sees_dossier(dossier_id) end);
create policy need_to_know on appointment as restrictive for all to permanence_app
  using (case when dossier_id is null then app_sees_person(person_id) else app_sees_dossier(dossier_id) end);
create policy need_to_know on reminder as restrictive for all to permanence_app
  using ((select app_sees_all()) or user_id = (select app_user_id())
    or (dossier_id is not null and app_sees_dossier(dossier_id)) or (dossier_id is null and person_id is not null and app_sees_person(person_id)));
create policy need_to_know on task as restrictive for all to permanence_app
  using ((select app_sees_all()) or assignee_id = (select app_user_id()) or created_by_id = (select app_user_id())
    or (dossier_id is not null and app_sees_dossier(dossier_id)) or (dossier_id is null and person_id is not null and app_sees_person(person_id)));
create policy need_to_know on reception as restrictive for select to permanence_app using (app_sees_person(person_id));

-- Restricted papers (health, violence, asylum story) need their own right, their files too.
create policy restricted on document as restrictive for all to permanence_app
  using (confidentiality = 'ordinary' or (select app_sees_restricted())) with check (confidentiality = 'ordinary' or (select app_sees_restricted()));
create policy restricted on stored_file as restrictive for all to permanence_app
  using (confidentiality = 'ordinary' or (select app_sees_restricted())) with check (confidentiality = 'ordinary' or (select app_sees_restricted()));

-- The history of changes is read by coordinators and administrators; the local mailbox by administrators.
create policy readers on audit_event as restrictive for select to permanence_app
  using ((select app_sees_all()) or (select app_is_administrator()) or (dossier_id is not null and app_sees_dossier(dossier_id)));
create policy readers on mail_message as restrictive for select to permanence_app using ((select app_is_administrator()));

-- ── The reviewed SECURITY DEFINER functions, each owned by a role that may do that one thing ────────────────────────────
grant select on app_user, association to permanence_signin;
create policy signin on app_user for select to permanence_signin using (true);
create policy signin on association for select to permanence_signin using (true);
grant select, update on outbox to permanence_relay;
grant select on reminder, association to permanence_relay;
create policy relay on outbox for all to permanence_relay using (true) with check (true);
create policy relay on reminder for select to permanence_relay using (true);
create policy relay on association for select to permanence_relay using (true);

-- Sign-in, before the association is known: the accounts of one address, exactly.
create function sign_in_candidates(address text)
returns table (id uuid, association_id uuid, association_name text, email text, display_name text, password_hash text, role text,
  restricted_papers boolean, language text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select u.id, u.association_id, a.name, u.email, u.display_name, u.password_hash, u.role::text, u.restricted_papers, u.language
  from public.app_user u join public.association a on a.id = u.association_id
  where u.email = lower(address) and u.disabled_at is null
$$;
-- Set-up is open only while nobody exists.
create function installation_is_empty() returns boolean language sql stable security definer set search_path = pg_catalog, public as
  $$ select not exists (select from public.app_user) $$;

-- The relay serves all associations: it claims committed rows under a lease, and closes them one by one.
create function outbox_claim(batch integer, lease interval)
returns table (id uuid, association_id uuid, name text, payload jsonb, attempts integer)
language sql volatile security definer set search_path = pg_catalog, public as $$
  update public.outbox o set lease_until = now() + lease, attempts = o.attempts + 1
  where o.id in (
    select w.id from public.outbox w
    where w.sent_at is null and w.available_at <= now() and (w.lease_until is null or w.lease_until < now())
    order by w.created_at, w.id limit batch for update skip locked)
  returning o.id, o.association_id, o.name, o.payload, o.attempts
$$;
create function outbox_close(message uuid, failure text) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  update public.outbox set
    sent_at = case when failure is null then now() else sent_at end,
    last_error = failure,
    lease_until = null,
    available_at = case when failure is null then available_at else now() + least(attempts * interval '5 seconds', interval '10 minutes') end
  where id = message and sent_at is null
$$;
-- What the sweep must hand to the queue: ids only. A lease that has run out comes back, to be looked at.
create function due_reminders(as_of timestamptz, batch integer) returns table (id uuid, association_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select r.id, r.association_id from public.reminder r
  where (r.state = 'planned' and r.due_at <= as_of) or (r.state = 'taken' and r.lease_until < as_of)
  order by r.due_at limit batch
$$;
create function every_association() returns table (id uuid, time_zone text)
language sql stable security definer set search_path = pg_catalog, public as $$ select a.id, a.time_zone from public.association a $$;

-- A function belongs to its narrow role; the migrating account joins that role for the hand-over only. 'usage', not 'member': from
-- PostgreSQL 16 on, the account that made a role is a member of it that may administer it but not act as it.
do $$
declare f text; owner_role text; joined boolean;
begin
  foreach owner_role in array array['permanence_signin', 'permanence_relay'] loop
    execute format('grant create on schema public to %I', owner_role);
    joined := not pg_has_role(current_user, owner_role, 'usage');
    if joined then execute format('grant %I to %I', owner_role, current_user); end if;
    foreach f in array (case owner_role when 'permanence_signin'
      then array['sign_in_candidates(text)', 'installation_is_empty()']
      else array['outbox_claim(integer, interval)', 'outbox_close(uuid, text)', 'due_reminders(timestamptz, integer)', 'every_association()'] end) loop
      execute format('alter function %s owner to %I', f, owner_role);
      execute format('revoke all on function %s from public', f);
      execute format('grant execute on function %s to permanence_app', f);
    end loop;
    if joined then execute format('revoke %I from %I', owner_role, current_user); end if;
    execute format('revoke create on schema public from %I', owner_role);
  end loop;
end $$;

-- The queue's own schema, for its PostgreSQL backend: its role makes a sequence per queue there and touches nothing else.
do $$
declare joined constant boolean := not pg_has_role(current_user, 'permanence_queue', 'usage');
begin
  if joined then execute format('grant permanence_queue to %I', current_user); end if;
  create schema if not exists bullmq authorization permanence_queue;
  if joined then execute format('revoke permanence_queue from %I', current_user); end if;
end $$;

-- ── Invariants ─────────────────────────────────────────────────────────────────────────────────────────────────────────
alter table app_user add constraint app_user_email_lower check (email = lower(email));
alter table document add constraint document_period check (period_from is null or period_to is null or period_from <= period_to);
alter table permit add constraint permit_validity check (valid_from is null or valid_until is null or valid_from <= valid_until);
alter table household_link add constraint household_two_people check (person_id <> other_person_id);
alter table fact_answer add constraint fact_value_when_known check ((state = 'value') = (value is not null));
alter table fact_answer add constraint fact_current check (current is null or (current and superseded_at is null));
alter table deadline add constraint deadline_has_a_date check (prudent_on is not null or expires_at is not null);
alter table deadline add constraint deadline_done check ((state = 'done') = (done_on is not null));
alter table decision add constraint decision_outcome check (outcome in ('computed', 'not-covered', 'missing'));
