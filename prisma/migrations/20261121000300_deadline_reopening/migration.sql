-- Why a limit that was marked done was opened again: kept beside it, never in the audit, which holds no values.
alter table deadline add column reopen_reason text;
