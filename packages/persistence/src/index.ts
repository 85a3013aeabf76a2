export { openDatabase, type Database, type Repositories } from './database.ts';
export type { AuditEntry, AuditLine } from './repositories/audit.repository.ts';
export type { StoredMail } from './repositories/mailbox.repository.ts';
export {
  NO_SOURCE,
  type Addressee,
  type AddresseeContact,
  type LedgerRow,
  type SourceNow,
} from './repositories/reminder-sending.repository.ts';
export type { PlannedReminder } from './repositories/reminders.repository.ts';
export type { AssessmentRow } from './repositories/assessments.repository.ts';
export type { BundleFile, StoredBundle } from './repositories/bundles.repository.ts';
export type { DocumentData, StoredDocument } from './repositories/documents.repository.ts';
export type { NewAnswer, StoredAnswer } from './repositories/facts.repository.ts';
export type { FileRow } from './repositories/files.repository.ts';
export type { SealedAssociationKey } from './repositories/association-keys.repository.ts';
export type { UploadRow } from './repositories/uploads.repository.ts';
export type { NewDeadline, StoredDeadline } from './repositories/deadline-rows.ts';
export type { DecisionData, StoredDecision } from './repositories/decisions.repository.ts';
export type { IntegrationData } from './repositories/integration.repository.ts';
export type { FilingData } from './repositories/filings.repository.ts';
export type { WatchedDossier } from './repositories/watchers.repository.ts';
export type { DigestRow, FrozenRow } from './repositories/digests.repository.ts';
export type { OwnPolicy } from './repositories/reminder-policies.repository.ts';
export type { NewUser } from './repositories/users.repository.ts';
export type { ReadingRow, SuggestionRow } from './repositories/readings.repository.ts';
export { beat, claimOutbox, closeOutbox, dueReminders, everyAssociation, lastBeat, type OutboxMessage } from './outbox-relay.ts';
export { answerLinkOf, reminderAssociation, type AnswerLink } from './without-account.ts';
export { calendarFeedOwner } from './calendar-feed.ts';
export { installationIsEmpty, signInCandidates, type SignInCandidate } from './sign-in.ts';
export { searchText, searchWords } from './support/search-text.ts';
