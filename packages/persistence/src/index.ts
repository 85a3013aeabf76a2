export { openDatabase, type Database, type Repositories } from './database.ts';
export type { AuditEntry, AuditLine } from './repositories/audit.repository.ts';
export type { LedgerRow, PlannedReminder } from './repositories/reminders.repository.ts';
export type { NewUser } from './repositories/users.repository.ts';
export { claimOutbox, closeOutbox, dueReminders, everyAssociation, type OutboxMessage } from './outbox-relay.ts';
export { installationIsEmpty, signInCandidates, type SignInCandidate } from './sign-in.ts';
export { searchText, searchWords } from './support/search-text.ts';
