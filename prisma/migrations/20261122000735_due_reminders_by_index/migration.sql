-- What the sweep asks, as two questions that each follow the index on state and due date and stop at the batch: asked as one, every
-- row due was read and sorted first, which after an outage or a great import is most of the ledger.
do $$
declare joined constant boolean := not pg_has_role(current_user, 'permanence_relay', 'usage');
begin
  if joined then execute format('grant permanence_relay to %I', current_user); end if;
  create or replace function due_reminders(as_of timestamptz, batch integer) returns table (id uuid, association_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $body$
    select d.id, d.association_id from (
      (select r.id, r.association_id, r.due_at from public.reminder r
        where r.state = 'planned' and r.due_at <= as_of order by r.due_at limit batch)
      union all
      (select r.id, r.association_id, r.due_at from public.reminder r
        where r.state = 'taken' and r.lease_until < as_of order by r.due_at limit batch)
    ) d order by d.due_at limit batch
  $body$;
  if joined then execute format('revoke permanence_relay from %I', current_user); end if;
end $$;
