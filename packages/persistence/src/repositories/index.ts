import type { Actor } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { AssessmentsRepository } from './assessments.repository.ts';
import { AssociationKeysRepository } from './association-keys.repository.ts';
import { BulkPlanningRepository } from './bulk-planning.repository.ts';
import { DigestsRepository } from './digests.repository.ts';
import { DocumentsRepository } from './documents.repository.ts';
import { FactsRepository } from './facts.repository.ts';
import { FilesRepository } from './files.repository.ts';
import { IntegrationRepository } from './integration.repository.ts';
import { PermitsRepository } from './permits.repository.ts';
import { AnswersRepository } from './answers.repository.ts';
import { AppointmentsRepository } from './appointments.repository.ts';
import { BundlesRepository } from './bundles.repository.ts';
import { CalendarRepository } from './calendar.repository.ts';
import { CancelRequestsRepository } from './cancel-requests.repository.ts';
import { CoordinationRepository } from './coordination.repository.ts';
import { DeadlinesRepository } from './deadlines.repository.ts';
import { DecisionsRepository } from './decisions.repository.ts';
import { DossiersRepository } from './dossiers.repository.ts';
import { FilingsRepository } from './filings.repository.ts';
import { NotesRepository } from './notes.repository.ts';
import { TasksRepository } from './tasks.repository.ts';
import { AuditRepository } from './audit.repository.ts';
import { ContactStatesRepository } from './contact-states.repository.ts';
import { ContactsRepository } from './contacts.repository.ts';
import { MailboxRepository } from './mailbox.repository.ts';
import { OutboxRepository } from './outbox.repository.ts';
import { PermanencesRepository } from './permanences.repository.ts';
import { PersonsRepository } from './persons.repository.ts';
import { ReminderSendingRepository } from './reminder-sending.repository.ts';
import { ReadingsRepository } from './readings.repository.ts';
import { ReminderPoliciesRepository } from './reminder-policies.repository.ts';
import { RemindersRepository } from './reminders.repository.ts';
import { RisksRepository } from './risks.repository.ts';
import { UploadsRepository } from './uploads.repository.ts';
import { UsersRepository } from './users.repository.ts';
import { WatchersRepository } from './watchers.repository.ts';

/** One repository per feature, each bound to a transaction and an actor. */
export const makeRepositories = (tx: Tx, actor: Actor) => ({
  answers: new AnswersRepository(tx, actor),
  appointments: new AppointmentsRepository(tx, actor),
  bundles: new BundlesRepository(tx, actor),
  calendar: new CalendarRepository(tx, actor),
  cancelRequests: new CancelRequestsRepository(tx, actor),
  coordination: new CoordinationRepository(tx, actor),
  deadlines: new DeadlinesRepository(tx, actor),
  decisions: new DecisionsRepository(tx, actor),
  dossiers: new DossiersRepository(tx, actor),
  filings: new FilingsRepository(tx, actor),
  notes: new NotesRepository(tx, actor),
  tasks: new TasksRepository(tx, actor),
  audit: new AuditRepository(tx, actor),
  contactStates: new ContactStatesRepository(tx, actor),
  contacts: new ContactsRepository(tx, actor),
  mailbox: new MailboxRepository(tx, actor),
  outbox: new OutboxRepository(tx, actor),
  permanences: new PermanencesRepository(tx, actor),
  persons: new PersonsRepository(tx, actor),
  readings: new ReadingsRepository(tx, actor),
  policies: new ReminderPoliciesRepository(tx, actor),
  reminders: new RemindersRepository(tx, actor),
  assessments: new AssessmentsRepository(tx, actor),
  associationKeys: new AssociationKeysRepository(tx, actor),
  bulkPlanning: new BulkPlanningRepository(tx, actor),
  digests: new DigestsRepository(tx, actor),
  documents: new DocumentsRepository(tx, actor),
  facts: new FactsRepository(tx, actor),
  files: new FilesRepository(tx, actor),
  integration: new IntegrationRepository(tx, actor),
  permits: new PermitsRepository(tx, actor),
  risks: new RisksRepository(tx, actor),
  sending: new ReminderSendingRepository(tx, actor),
  uploads: new UploadsRepository(tx, actor),
  users: new UsersRepository(tx, actor),
  watchers: new WatchersRepository(tx, actor),
});
export type Repositories = ReturnType<typeof makeRepositories>;
