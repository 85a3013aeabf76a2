import {
  anAssociation,
  aPlannedDeadline,
  appContext,
  aRemindedPerson,
  aSendingApp,
  type Reminded,
  type SendingApp,
  type TestAssociation,
} from '@permanence/testing';
import type { UpdateContactRequest } from '@permanence/contracts';
import { addContact, remindersOfDossier, sendReminder, updateContact, type SendContext } from '../src/index.ts';

const DATES = { prudentOn: '2026-12-18', lastDayOn: '2026-12-21' };

describe('how much a message tells', () => {
  let sending: SendingApp;
  let db: SendingApp['db'];
  let sink: SendingApp['sink'];
  let app: SendContext;
  let here: TestAssociation;
  const volunteer = () => here.users.volunteer.actor;
  beforeAll(async () => {
    sending = await aSendingApp('2026-11-21T09:30:00.000Z');
    ({ db, sink, app } = sending);
    here = await anAssociation(appContext(db.database), 'Rive Gauche');
    await db.asSuperuser("update association set contact_phone = '01 23 45 67 89', reply_to = 'reponses@rive.invalid' where id = $1", [
      here.id,
    ]);
  });
  afterAll(() => sending.close());
  const agreed = (one: Reminded, change: Partial<UpdateContactRequest>) =>
    updateContact(app, volunteer(), { id: one.contact!.id, version: 1, ...change });
  const received = async (one: Reminded) => {
    await aPlannedDeadline(app, db, volunteer(), one, DATES);
    const rows = await remindersOfDossier(app, volunteer(), { dossierId: one.dossierId });
    const row = rows.find((r) => r.audience === 'person' && r.step === 'appeal.day-0')!;
    expect(await sendReminder(app, { associationId: here.id, reminderId: row.id })).toBe('handed_over');
    return sink.received.at(-1)!.parsed;
  };

  it('is the least when nobody was asked: from nobody in particular, about nothing in particular', async () => {
    const one = await aRemindedPerson(app, volunteer());
    expect(one.contact).toMatchObject({ messageLevel: null, greetingWord: null });
    const mail = await received(one);
    expect(mail.from).toEqual({ name: 'Rappels', address: 'rappels@expediteur.invalid' });
    expect(mail.replyTo).toBeUndefined();
    expect(mail.text).not.toMatch(/Rive|décision|date limite/);
  });
  it('is what the person agreed to for that address, and begins with their word', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await agreed(one, { messageLevel: 'full', greetingWord: 'Hirondelle' });
    const mail = await received(one);
    expect(mail.from).toEqual({ name: 'Rive Gauche', address: 'rappels@expediteur.invalid' });
    expect(mail.replyTo).toEqual([{ name: '', address: 'reponses@rive.invalid' }]);
    expect(mail.text).toContain('Hirondelle');
    expect(mail.text).toContain('contester la décision');
    expect(mail.subject).toBe('Une date à retenir');
    const audit = await db.asSuperuser<{ fields: string[] }>(
      "select fields from audit_event where target_id = $1 and action = 'contact.updated'",
      [one.contact!.id],
    );
    expect(audit.map(({ fields }) => fields)).toEqual([['messageLevel', 'greetingWord']]);
  });
  it('names the permit to nobody who agreed to less', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await agreed(one, { messageLevel: 'ordinary' });
    const { text } = await received(one);
    expect(text).toContain('Votre date limite est le vendredi 18 décembre 2026');
    expect(text).toContain('Rive Gauche');
    expect(text).not.toMatch(/décision|titre/);
  });
  it('takes no name of the person as their word, accents and case apart, and leaves everything as it was', async () => {
    const one = await aRemindedPerson(app, volunteer(), { familyName: 'Bén-Ali' });
    for (const greetingWord of ['samira', 'Petite SAMIRA', 'ben', 'Ali']) {
      await expect(agreed(one, { greetingWord, safety: 'unsafe' })).rejects.toMatchObject({
        code: 'invalid-input',
        problems: [{ field: 'greetingWord', message: expect.stringContaining('nom de la personne') as string }],
      });
      const added = { personId: one.personId, channel: 'email', value: 'x@personne.invalid', safety: 'safe', greetingWord } as const;
      await expect(addContact(app, volunteer(), added)).rejects.toMatchObject({ code: 'invalid-input' });
    }
    expect(await agreed(one, { greetingWord: 'Alizé' })).toMatchObject({ greetingWord: 'Alizé', safety: 'safe' });
  });
  it('refuses another level in the database too', async () => {
    const one = await aRemindedPerson(app, volunteer());
    await expect(db.asSuperuser("update contact set message_level = 'loud' where id = $1", [one.contact!.id])).rejects.toThrow(
      /message_level/,
    );
  });
});
