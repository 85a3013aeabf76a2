-- The paper that proves an act done in time: one of the same person.
alter table deadline add column done_document_id uuid;
alter table deadline
  add constraint deadline_association_id_done_document_id_fkey
  foreign key (association_id, done_document_id) references document (association_id, id) on delete no action on update no action;
