import {
  aPlannedDeadline,
  aRemindedPerson,
  anAssociation,
  appContext,
  type Reminded,
  type TestAssociation,
  updateContact,
} from '@permanence/testing';
import type { Browser, Page } from 'playwright-core';
import { axe, openBrowser, openTab, picture, type Tab } from '../support/browser.ts';
import { plusDays, today } from '../support/days.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { heading, press, reads, signIn } from '../support/steps.ts';
import { eventually } from '../support/words.ts';

let installation: Installation;
let browser: Browser;
let home: TestAssociation;
let tab: Tab;
let page: Page;
let cannot: Reminded;
let stops: Reminded;
let unsafe: Reminded;
let partner: Reminded;

/** Messages leave between 8 and 20 h of the place, and here it is always noon. */
const placeWhereItIsNoon = (): string => {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
};
const mailsTo = (address: string) => installation.mail.received.filter((mail) => mail.to.includes(address));
/** The address in the message that a person opens. */
const linkOf = (one: Reminded, mail = mailsTo(one.contact!.value)[0]!): string =>
  /https?:\/\/\S+\/api\/answer\/[\w-]{43}(?!\/)/.exec(mail.email.text ?? '')![0];

beforeAll(async () => {
  [installation, browser] = await Promise.all([startInstallation(), openBrowser()]);
  const app = appContext(installation.db.database, new Date().toISOString());
  home = await anAssociation(app, 'Accueil');
  await installation.db.asSuperuser('update association set time_zone = $1', [placeWhereItIsNoon()]);
  const holder = home.users.volunteer.actor;
  const dates = { prudentOn: plusDays(today(), 25), lastDayOn: plusDays(today(), 27) };
  cannot = await aRemindedPerson(app, holder, { familyName: 'Haddad', language: 'ar' });
  stops = await aRemindedPerson(app, holder, { familyName: 'Diallo' });
  partner = await aRemindedPerson(app, holder, { familyName: 'Diallo' });
  unsafe = await aRemindedPerson(app, holder, { familyName: 'Benali', safety: 'unsafe' });
  // A couple with one mailbox.
  await updateContact(app, holder, { id: partner.contact!.id, version: 1, value: stops.contact!.value });
  for (const one of [cannot, stops, partner, unsafe]) await aPlannedDeadline(app, installation.db, holder, one, dates);
  await installation.restartWorker();
  await eventually('the first messages', () => mailsTo(cannot.contact!.value).length === 1 && mailsTo(stops.contact!.value).length === 2);
  tab = await openTab(browser, installation.url);
  page = tab.page;
  await signIn(page, installation.url, home.users.volunteer.email);
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

describe('answers without an account, and addresses that break', () => {
  it('writes nothing to a person marked unsafe, and asks the volunteer to call', async () => {
    await page.goto(`${installation.url}/dossiers/${unsafe.dossierId}/work`);
    await reads(page, /Appeler la personne \(pas de message écrit\)/);
    expect(mailsTo(unsafe.contact!.value)).toEqual([]);
    await page.goto(`${installation.url}/dossiers/${unsafe.dossierId}/reminders`);
    await reads(page, 'Retenu par sécurité');
  });

  it('gives each of a couple with one mailbox a message of their own, neither of which tells of the other', async () => {
    const [first, second] = mailsTo(stops.contact!.value);
    expect(first!.email.messageId).not.toBe(second!.email.messageId);
    for (const { raw } of [first!, second!]) expect(raw).not.toMatch(/Diallo|Samira|OQTF|titre de s/i);
  });

  it('does nothing when a scanner opens every link, and opens a task when the person answers that they cannot', async () => {
    const link = linkOf(cannot);
    for (const address of [link, `${link}/stop`, `${link}/cannot`]) expect((await fetch(address)).status).toBe(200);
    expect(await installation.db.asSuperuser('select 1 from person_answer')).toEqual([]);
    const phone = await openTab(browser, installation.url, { width: 360, height: 640 });
    await phone.page.goto(link);
    await heading(phone.page, 'الرد على الرسالة');
    expect(await phone.page.title()).toBe('الرد على الرسالة');
    expect(await axe(phone.page)).toEqual([]);
    await picture(phone.page, 'answer-ar');
    await press(phone.page, /Je ne peux pas/);
    await reads(phone.page, /Votre réponse est enregistrée/);
    // Pressed again, or loaded anew: the same, and no second task.
    await phone.page.goto(link);
    await press(phone.page, /Je ne peux pas/);
    await reads(phone.page, /Votre réponse est enregistrée/);
    expect(phone.strangers).toEqual([]);
    expect(phone.errors).toEqual([]);
    await phone.close();
    await page.goto(`${installation.url}/dossiers/${cannot.dossierId}/work`);
    await reads(page, /elle répond qu’elle ne peut pas/);
    expect(await page.getByText(/elle répond qu’elle ne peut pas/).count()).toBe(1);
  });

  it('stops one of the couple by one click of a mail program, and not the other', async () => {
    const [row] = await installation.db.asSuperuser<{ id: string }>(
      "select id from reminder where person_id = $1 and audience = 'person' and state <> 'planned'",
      [stops.personId],
    );
    const mail = mailsTo(stops.contact!.value).find(({ email }) => email.messageId?.includes(row!.id))!;
    const stop = /List-Unsubscribe:\s+<([^>]+)>/i.exec(mail.raw)![1]!;
    expect((await fetch(stop)).status).toBe(200);
    expect(await installation.db.asSuperuser('select 1 from contact where stopped_at is not null')).toEqual([]);
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await fetch(stop, { method: 'POST', body })).status).toBe(200);
    await page.goto(`${installation.url}/persons/${stops.personId}`);
    await reads(page, 'Ne veut plus de messages');
    expect(await axe(page)).toEqual([]);
    await page.goto(`${installation.url}/persons/${partner.personId}`);
    await reads(page, stops.contact!.value);
    expect(await page.getByText('Ne veut plus de messages').count()).toBe(0);
    // Taken back by the volunteer, with a reason.
    await page.goto(`${installation.url}/persons/${stops.personId}`);
    await press(page, /Écrire de nouveau/);
    await page.getByLabel('Pourquoi').fill('Vue ce matin : elle veut bien');
    await press(page, 'Écrire de nouveau à cette adresse');
    await reads(page, 'Les messages peuvent de nouveau partir.');
  });

  it('puts an address that bounced on the coordinator’s list, for both who use it', async () => {
    const [mail] = mailsTo(partner.contact!.value.replace(/.*/, stops.contact!.value));
    const report = { events: [{ kind: 'hard', messageId: mail!.email.messageId, detail: '550 5.1.1 unknown' }] };
    const answer = await fetch(`${installation.url}/api/mail-events/generic`, {
      method: 'POST',
      headers: { authorization: `Bearer ${installation.mailSecret}`, 'content-type': 'application/json' },
      body: JSON.stringify(report),
    });
    expect(await answer.json()).toEqual({ recorded: 1 });
    const coordinator = await openTab(browser, installation.url);
    await signIn(coordinator.page, installation.url, home.users.coordinator.email);
    await coordinator.page.goto(`${installation.url}/broken-contacts`);
    await heading(coordinator.page, 'Contacts à réparer');
    await reads(coordinator.page, /Le dernier message est revenu/);
    expect(await coordinator.page.getByRole('link', { name: /DIALLO/ }).count()).toBe(2);
    expect(await axe(coordinator.page)).toEqual([]);
    await coordinator.page.goto(`${installation.url}/reminder-policies`);
    await heading(coordinator.page, 'Rythme des rappels');
    expect(await axe(coordinator.page)).toEqual([]);
    await press(coordinator.page, 'Modifier : Tâche confiée');
    await coordinator.page.getByLabel('Combien').fill('2');
    expect(await axe(coordinator.page)).toEqual([]);
    await picture(coordinator.page, 'reminder-policies');
    await press(coordinator.page, 'Enregistrer ce rythme');
    await reads(coordinator.page, '2 jours avant : Bénévole, courriel');
    await coordinator.close();
  });
});
