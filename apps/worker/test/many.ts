import { newId, aRemindedPerson, type Reminded, type TestAssociation, type TestDatabase, type AppContext } from '@permanence/testing';

/** A person, a dossier and a safe address made by the use cases: the pattern of all the others. */
export const aPattern = (app: AppContext, here: TestAssociation): Promise<Reminded> => aRemindedPerson(app, here.users.volunteer.actor);

/**
 * Copies that person with the dossier, its holder and the address, and gives each copy the limit of an appeal. Written by SQL: the use
 * cases would take hours for a million of them.
 * @param dates `yyyy-mm-dd`, the same for all
 * @param each deadlines of one person, in one dossier
 * @returns the ids of the deadlines, whose reminders nobody has planned yet
 */
export async function manyDeadlines(
  db: TestDatabase,
  here: TestAssociation,
  { personId, dossierId, contact }: Reminded,
  dates: { prudentOn: string; lastDayOn: string },
  count: number,
  each = 1,
): Promise<string[]> {
  const copies = `c_${newId().replaceAll('-', '')}`;
  const copy = (table: string, from: string, changed: string): Promise<unknown> =>
    db.asSuperuser(
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(${changed}))).* from ${table} t, ${copies} c where ${from}`,
    );
  await db.asSuperuser(`create unlogged table ${copies} as
    select n, gen_random_uuid() as person, gen_random_uuid() as dossier from generate_series(1, ${Math.ceil(count / each)}) n`);
  await copy('person', `t.id = '${personId}'`, `'id', c.person, 'reference', 'P' || c.person`);
  await copy('dossier', `t.id = '${dossierId}'`, `'id', c.dossier, 'person_id', c.person, 'reference', 'D' || c.dossier`);
  await copy('dossier_member', `t.dossier_id = '${dossierId}'`, `'id', gen_random_uuid(), 'dossier_id', c.dossier`);
  await copy(
    'contact',
    `t.id = '${contact!.id}'`,
    `'id', gen_random_uuid(), 'person_id', c.person, 'value', 'p-' || c.person || '@personne.invalid'`,
  );
  const made = await db.asSuperuser<{ id: string }>(
    `insert into deadline (id, association_id, person_id, dossier_id, source_kind, source_id, rule_id, rule_version, prudent_on,
       last_day_on, gravity, confidence, running, outcome, facts)
     select gen_random_uuid(), $1, person, dossier, 'decision', gen_random_uuid(), 'oqtf-un-mois', '2024-07-15', $2, $3, 1, 'high', 'normal',
       '{}', '{}'
     from ${copies}, generate_series(1, ${each}) limit ${count} returning id`,
    [here.id, dates.prudentOn, dates.lastDayOn],
  );
  await db.asSuperuser(`drop table ${copies}`);
  return made.map(({ id }) => id);
}

/** What the use case that records a date leaves in its transaction: a message that asks for the planning. */
export const askToPlan = (db: TestDatabase, here: TestAssociation, deadlines: readonly string[]): Promise<unknown> =>
  db.asSuperuser(
    `insert into outbox (id, association_id, name, payload)
     select gen_random_uuid(), $1::uuid, 'reminders.plan', jsonb_build_object('associationId', $1::uuid, 'sourceKind', 'deadline', 'sourceId', id)
     from unnest($2::uuid[]) id`,
    [here.id, deadlines],
  );
