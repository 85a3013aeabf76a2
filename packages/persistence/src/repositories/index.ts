import type { Actor } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { AssessmentsRepository } from './assessments.repository.ts';
import { AssociationKeysRepository } from './association-keys.repository.ts';
import { DocumentsRepository } from './documents.repository.ts';
import { FactsRepository } from './facts.repository.ts';
import { FilesRepository } from './files.repository.ts';
import { PermitsRepository } from './permits.repository.ts';
import { AuditRepository } from './audit.repository.ts';
import { ContactsRepository } from './contacts.repository.ts';
import { OutboxRepository } from './outbox.repository.ts';
import { PermanencesRepository } from './permanences.repository.ts';
import { PersonsRepository } from './persons.repository.ts';
import { RemindersRepository } from './reminders.repository.ts';
import { UsersRepository } from './users.repository.ts';

/** One repository per feature, each bound to a transaction and an actor. */
export const makeRepositories = (tx: Tx, actor: Actor) => ({
  audit: new AuditRepository(tx, actor),
  contacts: new ContactsRepository(tx, actor),
  outbox: new OutboxRepository(tx, actor),
  permanences: new PermanencesRepository(tx, actor),
  persons: new PersonsRepository(tx, actor),
  reminders: new RemindersRepository(tx, actor),
  assessments: new AssessmentsRepository(tx, actor),
  associationKeys: new AssociationKeysRepository(tx, actor),
  documents: new DocumentsRepository(tx, actor),
  facts: new FactsRepository(tx, actor),
  files: new FilesRepository(tx, actor),
  permits: new PermitsRepository(tx, actor),
  users: new UsersRepository(tx, actor),
});
export type Repositories = ReturnType<typeof makeRepositories>;
