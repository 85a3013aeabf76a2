-- A file on its way: what has come so far lies sealed behind the storage port, in pieces, until it is checked and described.
create table upload (
  id uuid primary key,
  association_id uuid not null,
  person_id uuid not null,
  user_id uuid not null,
  byte_size integer not null check (byte_size > 0),
  received integer not null default 0 check (received between 0 and byte_size),
  original_name text not null,
  declared_type text not null,
  sealed_key bytea not null,
  key_version integer not null,
  -- Set together once the checks have taken it: what is kept, and the sealed key of the kept file.
  media_type text,
  kept_size integer,
  pages integer,
  fingerprint text,
  kept_key bytea,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  check (num_nulls(media_type, kept_size, fingerprint, kept_key) in (0, 4)),
  constraint upload_association_id_person_id_fkey foreign key (association_id, person_id) references person (association_id, id),
  constraint upload_association_id_user_id_fkey foreign key (association_id, user_id) references app_user (association_id, id),
  constraint upload_association_id_key_version_fkey foreign key (association_id, key_version) references association_key (association_id, version)
);
create index upload_association_id_user_id_idx on upload (association_id, user_id);
create index upload_association_id_person_id_idx on upload (association_id, person_id);

grant select, insert, update, delete on upload to permanence_app;
alter table upload enable row level security;
alter table upload force row level security;
create policy association on upload as permissive for all to permanence_app
  using (association_id = (select app_association_id())) with check (association_id = (select app_association_id()));
create policy need_to_know on upload as restrictive for all to permanence_app
  using (app_sees_person(person_id)) with check (app_sees_person(person_id));
-- One's own; the system takes away what has expired and gives keys their new seal.
create policy own on upload as restrictive for all to permanence_app
  using (user_id = (select app_user_id()) or coalesce(current_setting('app.role', true), '') = 'system')
  with check (user_id = (select app_user_id()) or coalesce(current_setting('app.role', true), '') = 'system');

-- A file cannot be sealed with a key that is gone, nor a key go while a file needs it: the rotation leans on it.
alter table stored_file add constraint stored_file_association_id_key_version_fkey
  foreign key (association_id, key_version) references association_key (association_id, version);
-- What recognises the same file twice outlives a change of the association's key. Null: derived from the key itself.
alter table association_key add column sealed_fingerprint_key bytea;
grant delete on association_key to permanence_app;
