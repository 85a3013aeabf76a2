-- A limit is recomputed when a fact, a holiday or a rule changes. Why a row is no longer in force, and the rules it was last checked with.
alter table deadline add column retired_because text;
alter table deadline add column rules_seen text;

-- A limit of law is cancelled by hand only with a reason and by a second person.
create table cancel_request (
  id uuid not null,
  association_id uuid not null,
  deadline_id uuid not null,
  reason text not null,
  requested_by_id uuid not null,
  requested_at timestamptz(3) not null,
  -- pending, approved or refused; `pending` is true while it waits and null once decided (nulls do not collide).
  state text not null default 'pending',
  pending boolean default true,
  decided_by_id uuid,
  decided_at timestamptz(3),
  decision_reason text,
  version integer not null default 1,
  constraint cancel_request_pkey primary key (id),
  constraint cancel_request_state check (state in ('pending', 'approved', 'refused')),
  constraint cancel_request_decided check ((state = 'pending') = (decided_by_id is null) and (state = 'pending') = (decided_at is null)
    and (pending is null or (pending and state = 'pending'))),
  -- The second person, held by the database too.
  constraint cancel_request_two_people check (decided_by_id is null or decided_by_id <> requested_by_id)
);
create unique index cancel_request_association_id_deadline_id_pending_key on cancel_request (association_id, deadline_id, pending);
create index cancel_request_association_id_state_idx on cancel_request (association_id, state);
alter table cancel_request add constraint cancel_request_association_id_deadline_id_fkey
  foreign key (association_id, deadline_id) references deadline (association_id, id) on delete restrict on update cascade;
grant select, insert, update on cancel_request to permanence_app;
alter table cancel_request enable row level security;
alter table cancel_request force row level security;
create policy association on cancel_request as permissive for all to permanence_app
  using (association_id = (select app_association_id())) with check (association_id = (select app_association_id()));
-- Seen by those who see the limit: its own policies apply inside.
create policy need_to_know on cancel_request as restrictive for all to permanence_app
  using (exists (select from deadline d where d.association_id = cancel_request.association_id and d.id = cancel_request.deadline_id));
