-- A private calendar per account: whoever holds the secret reads days without a name. Only its SHA-256 is kept, and it can be revoked.
create table calendar_feed (
  id uuid not null,
  association_id uuid not null,
  user_id uuid not null,
  secret_hash text not null,
  created_at timestamptz(3) not null,
  constraint calendar_feed_pkey primary key (id)
);
create unique index calendar_feed_secret_hash_key on calendar_feed (secret_hash);
create unique index calendar_feed_association_id_user_id_key on calendar_feed (association_id, user_id);
alter table calendar_feed add constraint calendar_feed_association_id_user_id_fkey
  foreign key (association_id, user_id) references app_user (association_id, id) on delete restrict on update cascade;
grant select, insert, update, delete on calendar_feed to permanence_app;
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy association on calendar_feed as permissive for all to permanence_app
  using (association_id = (select app_association_id())) with check (association_id = (select app_association_id()));
-- One's own, and nobody else's: a coordinator has no use for a colleague's calendar.
create policy own on calendar_feed as restrictive for all to permanence_app
  using (user_id = (select app_user_id())) with check (user_id = (select app_user_id()));

-- The calendar program brings no session: whose feed this is, of one exact secret and of an account that may still sign in.
grant select on calendar_feed to permanence_signin;
create policy signin on calendar_feed for select to permanence_signin using (true);
create function calendar_feed_owner(hash text)
returns table (user_id uuid, association_id uuid, role text, restricted_papers boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select u.id, u.association_id, u.role::text, u.restricted_papers
  from public.calendar_feed f join public.app_user u on u.association_id = f.association_id and u.id = f.user_id
  where f.secret_hash = hash and u.disabled_at is null
$$;
do $$
declare joined constant boolean := not pg_has_role(current_user, 'permanence_signin', 'usage');
begin
  grant create on schema public to permanence_signin;
  if joined then execute format('grant permanence_signin to %I', current_user); end if;
  alter function calendar_feed_owner(text) owner to permanence_signin;
  revoke all on function calendar_feed_owner(text) from public;
  grant execute on function calendar_feed_owner(text) to permanence_app;
  if joined then execute format('revoke permanence_signin from %I', current_user); end if;
  revoke create on schema public from permanence_signin;
end $$;
