import { aPdf, aPng, anAssociation, appContext, type TestAssociation } from '@permanence/testing';
import type { Browser, Page } from 'playwright-core';
import { axe, openBrowser, openTab, type Tab } from '../support/browser.ts';
import { limitSoon, monthSaid, plusDays, plusMonths, said, today, typed } from '../support/days.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import {
  addEmail,
  answer,
  chooseFile,
  fillDecision,
  fillPerson,
  follow,
  heading,
  openDossier,
  press,
  reads,
  register,
  signIn,
} from '../support/steps.ts';
import { eventually } from '../support/words.ts';

let installation: Installation;
let browser: Browser;
let home: TestAssociation;
let tab: Tab;
let page: Page;

const refusal = limitSoon(2);
const order = limitSoon(1);
/** Written as the association's place says it: messages leave between 8 and 20 h there, and here it is always noon. */
const placeWhereItIsNoon = (): string => {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
};
const shown = (): Promise<string> => page.locator('main').innerText();

beforeAll(async () => {
  [installation, browser] = await Promise.all([startInstallation(), openBrowser()]);
  home = await anAssociation(appContext(installation.db.database, new Date().toISOString()), 'Accueil');
  await installation.db.asSuperuser('update association set time_zone = $1', [placeWhereItIsNoon()]);
  tab = await openTab(browser, installation.url);
  page = tab.page;
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

describe('from the drop-in to a reminder that arrives', () => {
  let samira: { sheet: string; dossier: string };
  let lina: { dossier: string };

  it('signs a volunteer in', async () => {
    await page.goto(installation.url);
    await heading(page, 'Se connecter');
    await page.getByLabel('Adresse électronique').fill(home.users.volunteer.email);
    await page.getByLabel('Phrase de passe').fill('une autre phrase de passe');
    await press(page, 'Se connecter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('button', { name: 'Se déconnecter' }).count()).toBe(0);
    await signIn(page, installation.url, home.users.volunteer.email);
    await heading(page, 'Bonjour');
  });

  it('registers a person, with a way to write to her that is safe', async () => {
    await fillPerson(page, { family: 'Haddad', given: 'Samira', born: '30/02/1991' });
    await press(page, 'Enregistrer et ouvrir la fiche');
    await page.getByRole('alert').getByText('Date de naissance').waitFor();
    expect(await installation.db.asSuperuser('select 1 from person')).toHaveLength(0);
    const sheet = await register(page, { family: 'Haddad', given: 'Samira', born: '04/03/1991', language: 'Arabe', country: 'Maroc' });
    await addEmail(page, 'samira@personne.invalid', 'Oui, sans danger');
    samira = { sheet, dossier: await openDossier(page, { basis: 'Liens personnels et familiaux', departement: '69' }) };
    expect(await axe(page)).toEqual([]);
  });

  it('shows the record that is there already before a second one is made', async () => {
    // Names the other way round: the same woman.
    await fillPerson(page, { family: 'SAMIRA', given: 'Haddad', born: '04/03/1991' });
    await press(page, 'Enregistrer et ouvrir la fiche');
    await heading(page, 'Cette personne existe peut-être déjà');
    await reads(page, 'HADDAD Samira');
    expect(await axe(page)).toEqual([]);
    await press(page, 'Revenir au formulaire');
    expect(await page.getByLabel('Nom de famille').inputValue()).toBe('SAMIRA');
    expect(await installation.db.asSuperuser('select 1 from person')).toHaveLength(1);
    // Her cousin: alike, and someone else.
    await page.getByLabel('Nom de famille').fill('Haddad');
    await page.getByLabel('Prénom').fill('Lina Samira');
    await page.getByLabel('Date de naissance').fill('04/09/1991');
    await press(page, 'Enregistrer et ouvrir la fiche');
    await heading(page, 'Cette personne existe peut-être déjà');
    await press(page, 'Ce n’est pas la même personne : enregistrer');
    await heading(page, 'Lina Samira Haddad');
    await addEmail(page, 'lina-partagee@personne.invalid', 'Non, dangereux');
    lina = { dossier: await openDossier(page, { departement: '69' }) };
  });

  it('keeps what she said, and what she does not know', async () => {
    await page.goto(installation.url + samira.sheet);
    await follow(page.getByRole('navigation', { name: 'Parties de la fiche' }), 'Questions');
    await follow(page, 'Présence en France et situation actuelle');
    await answer(page, /Vit-elle en France aujourd’hui/, 'Oui');
    await page.getByLabel(/Depuis quelle date vit-elle en France/).fill(typed(plusMonths(today(), -84)));
    await answer(page, /Sa dernière entrée en France était-elle régulière/, 'Ne sait pas');
    await press(page, 'Enregistrer et passer au sujet suivant');
    await reads(page, '3 réponses enregistrées.');
    await heading(page, 'Couple');
    await answer(page, /Est-elle en couple/, 'Concubinage');
    await answer(page, /Vivent-ils toujours ensemble/, 'Oui');
    await page.getByLabel(/Depuis quand vivent-ils ensemble/).fill(typed(plusMonths(today(), -70)));
    await answer(page, /état de polygamie/, 'Préfère ne pas répondre');
    await press(page, 'Enregistrer et passer au sujet suivant');
    await reads(page, '4 réponses enregistrées.');
    await follow(page, 'Tous les sujets');
    await page.getByText('Voir toutes les réponses données').click();
    await reads(page, /Sa dernière entrée en France était-elle régulière/);
    expect(await shown()).toMatch(/régulière \? Ne sait pas/);
    expect(await shown()).toMatch(/polygamie \? Préfère ne pas répondre/);
    expect(await axe(page)).toEqual([]);
  });

  it('takes a real PDF and a real image, each with the day it was drawn up, and shows the months they prove', async () => {
    await follow(page.getByRole('navigation', { name: 'Parties de la fiche' }), 'Pièces');
    const [strong, weak, empty] = [plusMonths(today(), -2), plusMonths(today(), -3), plusMonths(today(), -5)];
    await chooseFile(page, { name: 'bulletin.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>pas un PDF</html>') });
    await reads(page, /^Seuls les fichiers PDF/);
    await press(page, 'Retirer de la liste : bulletin.pdf');
    await chooseFile(page, { name: 'bulletin.pdf', mimeType: 'application/pdf', buffer: aPdf({ text: 'Bulletin de salaire' }) });
    await page.getByLabel('Quel document ?').selectOption({ label: 'Bulletin de salaire' });
    await page.getByLabel('Date d’établissement').fill(typed(strong));
    await answer(page, 'Quels noms y figurent ?', 'La personne');
    expect(await axe(page)).toEqual([]);
    await press(page, 'Enregistrer la pièce');
    await reads(page, 'La pièce est enregistrée.');
    await chooseFile(page, { name: 'lettre.png', mimeType: 'image/png', buffer: aPng({ width: 300, height: 400, shade: 230 }) });
    await page.getByLabel('Quel document ?').selectOption({ label: 'Attestation d’un proche' });
    await page.getByLabel('Date d’établissement').fill(typed(weak));
    await answer(page, 'Quels noms y figurent ?', 'La personne');
    await press(page, 'Enregistrer la pièce');
    const cell = (day: string) => page.getByRole('button', { name: new RegExp(`^${monthSaid(day)} :`) });
    await page.getByRole('button', { name: `${monthSaid(weak)} : Faible, 1 pièce` }).waitFor();
    expect(await cell(strong).innerText()).toBe('F');
    expect(await cell(weak).innerText()).toBe('L');
    expect(await cell(empty).innerText()).toBe('–');
    await cell(strong).click();
    const dialog = page.getByRole('dialog');
    await reads(dialog, 'Bulletin de salaire');
    await press(dialog, 'Fermer');
    await heading(page, 'Ce qui manque');
    const stored = await installation.db.asSuperuser('select 1 from document');
    expect(stored).toHaveLength(2);
    expect(await axe(page)).toEqual([]);
  });

  it('weighs: each ground with its conditions, why, and the article', async () => {
    await follow(page.getByRole('navigation', { name: 'Parties de la fiche' }), 'Pistes');
    await press(page, 'Peser la situation d’aujourd’hui');
    await heading(page, 'Pistes qui valent la peine');
    // Among the grounds that wait for more answers; it opens by its name.
    await page.getByText('Liens personnels et familiaux', { exact: false }).first().click();
    const ground = page
      .getByRole('article')
      .filter({ has: page.getByRole('heading', { name: 'Liens personnels et familiaux' }) })
      .first();
    await ground.getByText('Voir les conditions, une par une').click();
    await reads(ground, /L\. ?423-23/);
    expect(await ground.innerText()).toMatch(/À vérifier/);
    expect(await ground.innerText()).toMatch(/sur 100/);
    expect(await axe(page)).toEqual([]);
  });

  it('records the request and its refusal, and says by when, before whom, and how that was counted', async () => {
    await page.goto(installation.url + samira.dossier);
    await press(page, 'Noter une demande déposée');
    await answer(page, /Nature de la demande/, 'Première demande');
    await page.getByLabel('Titre demandé').selectOption({ index: 1 });
    await page.getByLabel('Déposée le').fill(typed(plusMonths(today(), -6)));
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await reads(page, 'Première demande');
    await fillDecision(page, {
      paper: 'Refus de titre de séjour',
      decisionOn: typed(plusDays(refusal.notifiedOn, -3)),
      notifiedOn: typed(refusal.notifiedOn),
    });
    await reads(page, said(refusal.prudentDay));
    expect(await axe(page)).toEqual([]);
    await press(page, 'Enregistrer la décision');
    await heading(page, 'Prochaine date');
    await page.getByText('Le calcul, ligne par ligne').click();
    await reads(page, /R\. ?421-1/);
    const text = await shown();
    expect(text).toContain(said(refusal.prudentDay));
    expect(text).toContain(`${said(refusal.lastDay)}, jusqu’à minuit`);
    expect(text).toMatch(/tribunal administratif.*Lyon/);
    expect(text).toContain(said(refusal.notifiedOn));
    expect(await axe(page)).toEqual([]);
  });

  it('does the same for an order to leave handed to someone to whom nothing may be written', async () => {
    await page.goto(installation.url + lina.dossier);
    await fillDecision(page, {
      paper: 'Obligation de quitter la France (OQTF)',
      decisionOn: typed(order.notifiedOn),
      notifiedOn: typed(order.notifiedOn),
      more: () => page.getByLabel('Jours accordés pour partir').fill('30'),
    });
    await reads(page, said(order.prudentDay));
    await press(page, 'Enregistrer la décision');
    await heading(page, 'Prochaine date');
    await reads(page, `${said(order.lastDay)}, jusqu’à minuit`);
  });

  it('writes to the person and to the volunteer, once each, and never where it is not safe', async () => {
    const { received } = installation.mail;
    const to = (address: string) => received.filter((mail) => mail.to.includes(address));
    const volunteer = home.users.volunteer.email;
    // A worker that starts looks at once at what is due; one that runs does so each minute.
    await installation.restartWorker();
    await eventually('the three messages', () => to(volunteer).length === 2 && to('samira@personne.invalid').length === 1, 90);
    const [letter] = to('samira@personne.invalid');
    expect(letter?.email.html).toMatch(/dir="rtl"/);
    for (const word of [/OQTF/i, /titre/i, /séjour/i, /refus/i, /Haddad/i, /Accueil/, /إقامة/])
      for (const part of [letter?.email.subject, letter?.email.text, letter?.email.html, letter?.email.from?.name])
        expect(part ?? '').not.toMatch(word);
    expect(letter?.email.text).toContain(said(refusal.prudentDay));
    expect(letter?.email.subject).not.toMatch(/[0-9]/);
    const reminder = to(volunteer).find(({ email }) => email.text?.includes(samira.dossier));
    expect(reminder?.email.text).toContain(said(refusal.prudentDay));
    expect(reminder?.email.subject).not.toMatch(/Haddad|refus|OQTF/i);
    const due = await installation.db.asSuperuser(`select 1 from reminder where state in ('planned', 'taken') and due_at <= now()`);
    expect(due).toHaveLength(0);
    expect(received.flatMap((mail) => mail.to)).not.toContain('lina-partagee@personne.invalid');
    expect(received).toHaveLength(3);
  });

  it('shows in the ledger what went, and what was held back', async () => {
    const tabs = page.getByRole('navigation', { name: 'Parties du dossier' });
    await page.goto(installation.url + samira.dossier);
    await follow(tabs, 'Rappels');
    await reads(page, 'Remis au serveur de courrier');
    expect(await page.getByText(/^.*Remis au serveur de courrier$/).count()).toBe(2);
    expect(await shown()).toMatch(/Prévu/);
    expect(await axe(page)).toEqual([]);
    await page.goto(installation.url + lina.dossier);
    await follow(tabs, 'Rappels');
    await reads(page, 'Retenu par sécurité');
    await reads(page, 'Aucun moyen n’est marqué sans danger');
    await follow(tabs, 'Tâches, rendez-vous, notes');
    await reads(page, /Appeler la personne \(pas de message écrit\)/);
  });

  it('puts before the coordinator what falls due, what nobody holds and what was held back', async () => {
    // The volunteer lets go of a dossier of her own opening.
    await follow(page, 'Ouvrir la fiche de la personne');
    await openDossier(page, {});
    await press(page, 'Ne plus le suivre');
    await press(page.getByRole('dialog'), 'Ne plus le suivre');
    await heading(page, 'Dossiers');
    const other = await openTab(browser, installation.url);
    await signIn(other.page, installation.url, home.users.coordinator.email);
    await heading(other.page, 'À faire dans les 14 jours');
    const due = other.page.getByRole('table', { name: 'À faire dans les 14 jours' });
    const rows = await due.getByRole('row').allInnerTexts();
    expect(rows.filter((row) => /Haddad/i.test(row))).toHaveLength(2);
    // By gravity: the order to leave before the refusal.
    expect(rows.findIndex((row) => row.includes('Lina'))).toBeLessThan(rows.findIndex((row) => /(?<!Lina )Samira/.test(row)));
    await reads(other.page, '1 dossier attend quelqu’un.');
    await reads(other.page, /1 rappel retenu par sécurité/);
    expect(await axe(other.page)).toEqual([]);
    expect([...other.strangers, ...other.errors]).toEqual([]);
    await other.close();
  });

  it('asked nothing of any other place, and left no name in the consoles', () => {
    expect(tab.strangers).toEqual([]);
    expect(tab.errors).toEqual([]);
    expect(installation.logs()).not.toMatch(/Haddad|personne\.invalid|samira/i);
  });
});
