import { anAssociation, appContext, type TestAssociation } from '@permanence/testing';
import type { Browser, Page } from 'playwright-core';
import { axe, openBrowser, openTab, picture, type Tab } from '../support/browser.ts';
import { clearMonths, isWorkingDay, plusDays, plusMonths, said, today, typed } from '../support/days.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { answer, fillDecision, follow, heading, openDossier, press, reads, register, signIn } from '../support/steps.ts';

let installation: Installation;
let browser: Browser;
let home: TestAssociation;
let tab: Tab;
let page: Page;
let coordinator: Tab;

beforeAll(async () => {
  [installation, browser] = await Promise.all([startInstallation(), openBrowser()]);
  home = await anAssociation(appContext(installation.db.database, new Date().toISOString()), 'Accueil');
  [tab, coordinator] = await Promise.all([openTab(browser, installation.url), openTab(browser, installation.url)]);
  page = tab.page;
  await signIn(page, installation.url, home.users.volunteer.email);
  await signIn(coordinator.page, installation.url, home.users.coordinator.email);
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const shown = (on: Page = page): Promise<string> => on.locator('main').innerText();
/** `3 févr. 2026`, as tables say it. */
const short = (day: string): string =>
  new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
const lane = (on: Page, name: RegExp) => on.getByRole('link', { name });

describe('a refusal by registered letter that nobody collected', () => {
  const presented = plusDays(today(), -20);
  const { lastDay, prudentDay } = clearMonths(presented, 2);
  let dossier: string;

  it('counts from the day the letter was first presented, and says so', async () => {
    await register(page, { family: 'Diallo', given: 'Aminata' });
    dossier = await openDossier(page, { departement: '69' });
    await follow(page, 'Enregistrer une décision reçue');
    await page.getByLabel('Papier reçu').selectOption({ label: 'Refus de titre de séjour' });
    await page.getByLabel('Date de la décision').fill(typed(plusDays(presented, -4)));
    await answer(page, 'Comment la décision est arrivée', 'Lettre recommandée');
    await answer(page, 'Mesure prise avec la décision', 'Aucune');
    await answer(page, 'La lettre dit comment et quand contester', 'Oui');
    await page.getByLabel('Première présentation de la lettre').fill(typed(presented));
    await answer(page, 'Un avis de passage a été laissé', 'Oui');
    await answer(page, 'La lettre n’a jamais été retirée', 'Oui');
    await page.getByLabel('Délai écrit sur la lettre').fill('1');
    await page.getByLabel('Unité').selectOption({ label: 'mois' });
    await reads(page, /La lettre recommandée n’a jamais été retirée/);
    await press(page, 'Enregistrer la décision');
    await heading(page, 'Prochaine date');
    await reads(page, `${said(lastDay)}, jusqu’à minuit`);
    const main = await shown();
    // The letter announces less: to be prudent, that is the day to work with, and both are said.
    expect(main).toContain('ce n’est pas ce que donne la règle');
    expect(main).toContain('La lettre annonce');
    expect(main.toLowerCase()).not.toContain(said(prudentDay));
    expect(await axe(page)).toEqual([]);
  });

  it('is drawn with the same days as its table, and the keyboard goes from one to the other', async () => {
    await follow(page, 'Horloge');
    const line = lane(page, /^1\. Refus de titre de séjour/);
    await line.waitFor();
    await line.focus();
    await page.keyboard.press('Enter');
    const row = await page.evaluate(() => (document.activeElement as HTMLElement).innerText);
    for (const said of [short(lastDay), 'En cours']) expect(row).toContain(said);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'clock');
    await page.setViewportSize({ width: 360, height: 740 });
    await page.waitForFunction(() => document.querySelector('svg.clock')!.clientWidth <= 360);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'clock-phone');
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('is cancelled by two people only, with a reason, and the history says so', async () => {
    await page.goto(installation.url + dossier);
    await press(page, /^Demander l’annulation/);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Pourquoi l’annuler ?').fill('La préfecture a retiré sa décision.');
    await press(dialog, 'Demander l’annulation');
    await reads(page, 'C’est votre demande : une autre personne doit décider.');
    const other = coordinator.page;
    await other.goto(installation.url);
    await follow(other, /annulation à décider/);
    await press(other, /^Décider/);
    const decide = other.getByRole('dialog');
    await decide.getByLabel('Accepter et annuler l’échéance').check();
    await press(decide, 'Enregistrer');
    await reads(other, 'Aucune demande en attente.');
    expect(await axe(other)).toEqual([]);
    await page.goto(installation.url + dossier);
    await reads(page, 'Aucune échéance en cours.');
    await page.getByText(/^Échéances passées \(/).click();
    await reads(page, 'Annulée : deux personnes l’ont annulée.');
  });
});

describe('an order to leave, then house arrest', () => {
  /** Handed over on a day whose seventh after is a working day, so that nothing is carried over. */
  const measureOn = [1, 2, 3, 4, 5].map((back) => plusDays(today(), -back)).find((day) => isWorkingDay(plusDays(day, 7)))!;

  it('runs for a month, until the measure replaces it by seven days, and the colleague in charge is told', async () => {
    const received = plusDays(measureOn, -3);
    await register(page, { family: 'Rahimi', given: 'Yusuf' });
    const dossier = await openDossier(page, { departement: '69' });
    await installation.db.asSuperuser(
      `insert into dossier_member (id, association_id, dossier_id, user_id, kind)
       select gen_random_uuid(), d.association_id, d.id, $2, 'holder' from dossier d where d.id = $1`,
      [dossier.split('/').at(-1), home.users.coordinator.id],
    );
    await fillDecision(page, {
      paper: 'Obligation de quitter la France (OQTF)',
      decisionOn: typed(received),
      notifiedOn: typed(received),
      more: async () => undefined,
    });
    await press(page, 'Enregistrer la décision');
    await heading(page, 'Prochaine date');
    const month = clearMonths(received, 1);
    await reads(page, 'Obligation de quitter la France (OQTF), personne libre');
    await page.getByRole('link', { name: /^Modifier : Obligation/ }).click();
    await answer(page, 'Mesure prise avec la décision', 'Assignation à résidence');
    await page.getByText('Autres faits : recours, aide juridictionnelle').click();
    await page.getByLabel('Mesure remise le').fill(typed(measureOn));
    await answer(page, 'La personne a été informée du nouveau délai', 'Oui');
    await reads(page, `${said(plusDays(measureOn, 7))}, jusqu’à minuit`);
    await press(page, 'Enregistrer la décision');
    await heading(page, 'Prochaine date');
    await reads(page, `${said(plusDays(measureOn, 7))}, jusqu’à minuit`);
    await page.getByText(/^Échéances passées \(/).click();
    await reads(page, 'Remplacée : un fait du dossier a été corrigé.');
    await follow(page, 'Horloge');
    await lane(page, /Remplacée\. .*Dernier jour légal/).waitFor();
    const table = await page.getByRole('table').innerText();
    for (const day of [month.lastDay, plusDays(measureOn, 7)]) expect(table).toContain(short(day));
    expect(await axe(page)).toEqual([]);
    // Whoever changed it knows; the other one in charge reads both days.
    await coordinator.page.goto(`${installation.url}/tasks`);
    await reads(coordinator.page, /Délai recalculé : \d{2}\/\d{2}\/\d{4} au lieu du \d{2}\/\d{2}\/\d{4}/);
  });
});

describe('the renewal of a two-year card', () => {
  const end = plusMonths(today(), 3);

  it('has another window on the portal than at the prefecture, and the one left says why', async () => {
    const sheet = await register(page, { family: 'Traoré', given: 'Ousmane' });
    await press(page, 'Ajouter un titre');
    const form = page.locator('form.panel');
    await form.getByLabel('Titre').selectOption({ index: 3 });
    await form.getByLabel('Valable à partir du').fill(typed(plusMonths(end, -24)));
    await form.getByLabel('Valable jusqu’au').fill(typed(end));
    await answer(page, 'Prochaine demande : par', 'Le portail en ligne (ANEF)');
    await press(page, 'Enregistrer');
    await reads(page, 'Enregistré.');
    const dossier = await openDossier(page, { departement: '69' });
    await reads(page, 'Renouvellement en ligne : dernier jour à temps');
    expect(await shown()).toContain(`${said(plusDays(end, -60))}, jusqu’à minuit`);
    await page.goto(installation.url + sheet);
    await page
      .locator('section', { has: page.getByRole('heading', { name: 'Titres de séjour' }) })
      .getByRole('button', { name: 'Modifier' })
      .click();
    await answer(page, 'Prochaine demande : par', 'La préfecture');
    await press(page, 'Enregistrer');
    await reads(page, 'Enregistré.');
    await page.goto(installation.url + dossier);
    await reads(page, 'Renouvellement en préfecture : dernier jour');
    expect(await shown()).toContain(`${said(end)}, jusqu’à minuit`);
    await follow(page, 'Horloge');
    // A bar from its first day, two months before the card ends.
    await lane(page, /Possible à partir du/)
      .first()
      .waitFor();
    const table = await page.getByRole('table').innerText();
    expect(table).toContain(short(plusMonths(end, -2)));
    expect(table).toContain('un fait du dossier a été corrigé');
    expect(await axe(page)).toEqual([]);
    await picture(page, 'clock-renewal');
  });
});

describe('what the integration contract asks', () => {
  it('is seen to fall behind before its day, by the coordinator too, and no longer once it is kept', async () => {
    const signedOn = plusMonths(today(), -3);
    const sheet = await register(page, { family: 'Begum', given: 'Nasrin' });
    await openDossier(page, { departement: '69' });
    await page.goto(installation.url + sheet);
    await press(page, 'Noter où en est le contrat');
    await page.getByLabel('Contrat signé le').fill(typed(signedOn));
    await page.getByLabel('Jours de formation civique suivis').selectOption({ label: '1 sur 4' });
    await press(page, 'Enregistrer');
    await reads(page, 'Le contrat est à jour.');
    const panel = page.locator('section', { has: page.getByRole('heading', { name: 'Contrat d’intégration (CIR)' }) }).first();
    expect(await panel.innerText()).toMatch(/Formation civique finie[\s\S]*En retard/);
    expect(await axe(page)).toEqual([]);
    const other = coordinator.page;
    await other.goto(installation.url);
    await follow(other, /Contrat d’intégration en retard/);
    await other.getByRole('link', { name: 'Nasrin Begum' }).click();
    await reads(other, /Contrat d’intégration en retard : /);
    await panel.getByRole('button', { name: 'Modifier' }).click();
    await page.getByLabel('Jours de formation civique suivis').selectOption({ label: '4 sur 4' });
    await press(page, 'Enregistrer');
    await panel.getByRole('cell', { name: /Fait/ }).first().waitFor();
    await other.reload();
    await heading(other, 'Prochaine date');
    expect(await shown(other)).not.toContain('Contrat d’intégration en retard');
  });
});

describe('one’s own account', () => {
  it('shows the address of the calendar once, and takes another password', async () => {
    await page.goto(`${installation.url}/account`);
    await press(page, 'Créer l’adresse');
    const address = await page.getByLabel('Adresse du calendrier').inputValue();
    expect(address).toMatch(/\/api\/calendar\/[\w-]{43}\.ics$/);
    expect(await axe(page)).toEqual([]);
    await page.reload();
    await reads(page, /Une adresse est active depuis/);
    expect(await page.content()).not.toContain(address.split('/').at(-1)!);
    await page.getByLabel('Phrase de passe actuelle').fill('pas la bonne du tout');
    await page.getByLabel('Nouvelle phrase de passe').fill('quatre mots sans lien');
    await page.getByLabel('La même, encore une fois').fill('quatre mots sans lien');
    await press(page, 'Changer la phrase de passe');
    await page.getByRole('alert').getByText('Ce n’est pas votre phrase de passe actuelle.').waitFor();
    expect(await axe(page)).toEqual([]);
  });

  it('asked nothing of any other place', () => {
    expect([tab, coordinator].flatMap(({ strangers, errors }) => [...strangers, ...errors])).toEqual([]);
  });
});
