import {
  addContact,
  createDossier,
  createPerson,
  newId,
  planReminders,
  type AppContext,
  type ReminderSource,
} from '@permanence/application';
import type { Actor, Contact } from '@permanence/contracts';
import type { TestDatabase } from '../database/test-database.ts';

export interface Reminded {
  personId: string;
  dossierId: string;
  reference: string;
  contact: Contact | null;
}
/** Someone with a dossier that `holder` holds, and an e-mail address of this safety (null: none). */
export async function aRemindedPerson(
  app: AppContext,
  holder: Actor,
  options: { safety?: Contact['safety'] | null; language?: 'fr' | 'en' | 'ar' | null; familyName?: string } = {},
): Promise<Reminded> {
  const { safety = 'safe', language = null, familyName = `Rappel ${newId().slice(-6)}` } = options;
  const person = await createPerson(app, holder, {
    givenName: 'Samira',
    familyName,
    languages: [],
    preferredLanguage: language,
    notADuplicate: true,
  });
  const dossier = await createDossier(app, holder, { personId: person.id, stage: 'intake' });
  const value = `p-${person.id.slice(-8)}@personne.invalid`;
  const contact = safety ? await addContact(app, holder, { personId: person.id, channel: 'email', value, safety }) : null;
  return { personId: person.id, dossierId: dossier.id, reference: dossier.reference, contact };
}

/** A limit of that dossier as the rules would keep it, with its reminders planned by whoever records it. */
export async function aPlannedDeadline(
  app: AppContext,
  db: Pick<TestDatabase, 'asSuperuser'>,
  holder: Actor,
  { personId, dossierId }: Reminded,
  dates: Pick<ReminderSource, 'prudentOn' | 'lastDayOn' | 'opensOn' | 'expiresAt'>,
  ruleId = 'oqtf-un-mois',
): Promise<ReminderSource> {
  const source: ReminderSource = { kind: 'deadline', id: newId(), personId, dossierId, ruleId, gravity: 1, ...dates };
  await db.asSuperuser(
    `insert into deadline (id, association_id, person_id, dossier_id, source_kind, source_id, rule_id, rule_version, prudent_on, last_day_on,
       opens_on, expires_at, gravity, confidence, running, outcome, facts)
     values ($1, $2, $3, $4, 'decision', $5, $6, '2024-07-15', $7, $8, $9, $10, 1, 'high', 'normal', '{}', '{}')`,
    [
      source.id,
      holder.associationId,
      personId,
      dossierId,
      newId(),
      ruleId,
      dates.prudentOn ?? null,
      dates.lastDayOn ?? null,
      dates.opensOn ?? null,
      dates.expiresAt ?? null,
    ],
  );
  await app.database.transaction(holder, (repositories) => planReminders({ repositories, app, actor: holder }, source));
  return source;
}
