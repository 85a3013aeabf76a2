-- What was read on a paper's file, until a person has used it. Suggestions only: days, kinds and issuers from closed lists, and the
-- place on the page. The text itself is never kept. Gone with the file, whoever erases it.
create table paper_reading (
  id uuid not null,
  association_id uuid not null,
  document_id uuid not null,
  file_id uuid not null,
  -- waiting, running, done, cancelled or failed.
  state text not null default 'waiting',
  failure text,
  page integer not null default 0,
  pages integer not null default 0,
  percent integer not null default 0,
  partial boolean not null default false,
  -- How often a worker began it: a file that brings workers down is not tried for ever.
  attempts integer not null default 0,
  asked_by_id uuid,
  asked_at timestamptz(3) not null,
  finished_at timestamptz(3),
  constraint paper_reading_pkey primary key (id),
  constraint paper_reading_state check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  constraint paper_reading_failed check ((state = 'failed') = (failure is not null)),
  constraint paper_reading_percent check (percent between 0 and 100)
);
create unique index paper_reading_association_id_id_key on paper_reading (association_id, id);
create unique index paper_reading_association_id_document_id_key on paper_reading (association_id, document_id);
create index paper_reading_association_id_file_id_idx on paper_reading (association_id, file_id);
alter table paper_reading add constraint paper_reading_association_id_document_id_fkey
  foreign key (association_id, document_id) references document (association_id, id) on delete cascade on update cascade;
alter table paper_reading add constraint paper_reading_association_id_file_id_fkey
  foreign key (association_id, file_id) references stored_file (association_id, id) on delete cascade on update cascade;

create table paper_suggestion (
  id uuid not null,
  association_id uuid not null,
  reading_id uuid not null,
  -- date, type or issuer, and its value: a day, a kind of paper, a code of the list of issuers.
  kind text not null,
  value text not null,
  score integer not null,
  reason text,
  warnings text[] not null default '{}',
  page integer not null,
  -- Shares of the page's width and height: x, y, width, height.
  box double precision[] not null,
  constraint paper_suggestion_pkey primary key (id),
  constraint paper_suggestion_kind check (kind in ('date', 'type', 'issuer')),
  constraint paper_suggestion_short check (length(value) <= 40 and length(reason) <= 40),
  constraint paper_suggestion_box check (array_length(box, 1) = 4)
);
create index paper_suggestion_association_id_reading_id_idx on paper_suggestion (association_id, reading_id);
alter table paper_suggestion add constraint paper_suggestion_association_id_reading_id_fkey
  foreign key (association_id, reading_id) references paper_reading (association_id, id) on delete cascade on update cascade;

-- Whether papers that come in without a date are read by themselves.
alter table association add column reads_papers boolean not null default true;

grant select, insert, update, delete on paper_reading to permanence_app;
grant select, insert, delete on paper_suggestion to permanence_app;
do $$
declare t text; mine constant text := 'association_id = (select app_association_id())';
begin
  foreach t in array array['paper_reading', 'paper_suggestion'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy association on %I as permissive for all to permanence_app using (%s) with check (%s)', t, mine, mine);
  end loop;
end $$;
-- Seen by those who see the paper: its own policies (need to know, restricted kinds) apply inside.
create policy need_to_know on paper_reading as restrictive for all to permanence_app
  using (exists (select from document d where d.association_id = paper_reading.association_id and d.id = paper_reading.document_id));
create policy need_to_know on paper_suggestion as restrictive for all to permanence_app
  using (exists (select from paper_reading r where r.association_id = paper_suggestion.association_id and r.id = paper_suggestion.reading_id));
