-- Counted when a file is taken in; null for those kept before, and for kinds without fixed pages.
alter table stored_file add column pages integer check (pages > 0);
