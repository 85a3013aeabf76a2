import { aPdf, anAssociation, appContext, type Profile, type TestAssociation } from '@permanence/testing';
import type { Browser, Page } from 'playwright-core';
import { axe, openBrowser, openTab, type Tab } from '../support/browser.ts';
import { today, typed } from '../support/days.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { chooseFile, fillPerson, fillSignIn, follow, heading, openDossier, press, reads, register, signIn } from '../support/steps.ts';

let installation: Installation;
let browser: Browser;
let home: TestAssociation;
let away: TestAssociation;
const tabs: Tab[] = [];
const open = async (who: TestAssociation, profile: Profile): Promise<Page> => {
  const tab = await openTab(browser, installation.url);
  tabs.push(tab);
  await signIn(tab.page, installation.url, who.users[profile].email);
  return tab.page;
};

beforeAll(async () => {
  [installation, browser] = await Promise.all([startInstallation(), openBrowser()]);
  const app = appContext(installation.db.database, new Date().toISOString());
  home = await anAssociation(app, 'Accueil');
  away = await anAssociation(app, 'Autre Rive');
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const NAME = 'Zourabichvili';
const MEDICAL = 'Certificat d’un médecin de ville';

describe('nobody else comes in', () => {
  let volunteer: Page;
  let sheet: string;
  let dossier: string;

  beforeAll(async () => {
    volunteer = await open(home, 'volunteer');
    sheet = await register(volunteer, { family: NAME, given: 'Nino', born: '04/03/1991' });
    dossier = await openDossier(volunteer, { departement: '69' });
  });

  it.each([
    ['another volunteer', () => home, 'other-volunteer'],
    ['the administrator', () => home, 'administrator'],
    ['a coordinator of another association', () => away, 'coordinator'],
  ] as const)('shows %s, by the address alone, a page that is not there', async (_who, association, profile) => {
    const page = await open(association(), profile);
    for (const path of [
      sheet,
      `${sheet}/facts`,
      `${sheet}/papers`,
      `${sheet}/weighing`,
      dossier,
      `${dossier}/work`,
      `${dossier}/reminders`,
      `${dossier}/decisions/new`,
    ]) {
      await page.goto(installation.url + path);
      await page
        .getByText(/n’existe pas|introuvable/i)
        .first()
        .waitFor();
      expect(await page.locator('main').innerText()).not.toContain(NAME);
    }
    await page.goto(`${installation.url}/nowhere`);
    await heading(page, 'Page introuvable');
    expect(await axe(page)).toEqual([]);
    // No list, no search either.
    await page.goto(`${installation.url}/persons`);
    await page.getByLabel('Chercher une personne').fill(NAME);
    await reads(page, 'Aucune personne ne correspond.');
  });

  it('tells a colleague only to ask the coordinator, when the person is known to someone else', async () => {
    const page = await open(home, 'other-volunteer');
    await fillPerson(page, { family: NAME, given: 'Nino', born: '04/03/1991' });
    await press(page, 'Enregistrer et ouvrir la fiche');
    await reads(
      page,
      'Une fiche très proche existe dans un dossier que vous ne suivez pas. Demandez à votre coordination avant de continuer.',
    );
    expect(await page.locator('main').innerText()).not.toContain(NAME);
    expect(await page.getByRole('link', { name: 'Ouvrir cette fiche' }).count()).toBe(0);
  });

  it('keeps restricted papers from who has no right to them, and shows them to who has', async () => {
    const coordinator = await open(home, 'coordinator');
    await coordinator.goto(`${installation.url}${sheet}/papers`);
    await chooseFile(coordinator, { name: 'certificat.pdf', mimeType: 'application/pdf', buffer: aPdf({ text: 'Certificat' }) });
    await coordinator.getByLabel('Quel document ?').selectOption({ label: MEDICAL });
    await coordinator.getByLabel('Date d’établissement').fill(typed(today()));
    await coordinator.getByRole('group', { name: 'Pièce à accès restreint ?' }).getByLabel('Oui : violences').check();
    await press(coordinator, 'Enregistrer la pièce');
    await reads(coordinator, 'Accès restreint');
    await follow(coordinator, MEDICAL);
    await heading(coordinator, MEDICAL);
    const paper = new URL(coordinator.url()).pathname;
    await volunteer.goto(`${installation.url}${sheet}/papers`);
    await reads(volunteer, 'Aucune pièce pour le moment.');
    expect(await volunteer.locator('main').innerText()).not.toMatch(/Certificat|restreint/);
    await volunteer.goto(installation.url + paper);
    await volunteer
      .getByText(/n’existe pas|introuvable/i)
      .first()
      .waitFor();
  });

  it('asks to sign in again when a session has ended, and comes back to what was typed', async () => {
    await volunteer.goto(`${installation.url}${dossier}/work`);
    await press(volunteer, 'Écrire une note');
    await volunteer.getByLabel('Note', { exact: false }).last().fill('Apportera ses bulletins mardi.');
    await installation.db.asSuperuser('delete from session');
    await volunteer.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    const dialog = volunteer.getByRole('dialog', { name: 'Votre session est terminée' });
    await dialog.waitFor();
    expect(await axe(volunteer)).toEqual([]);
    await fillSignIn(dialog, home.users.volunteer.email);
    await reads(volunteer, 'La note est enregistrée.');
    await reads(volunteer, 'Apportera ses bulletins mardi.');
    expect(new URL(volunteer.url()).pathname).toBe(`${dossier}/work`);
    expect(await installation.db.asSuperuser('select 1 from note')).toHaveLength(1);
  });

  it('comes back, after signing in, to the address that was asked for', async () => {
    const tab = await openTab(browser, installation.url);
    tabs.push(tab);
    await tab.page.goto(installation.url + dossier);
    await heading(tab.page, 'Se connecter');
    await fillSignIn(tab.page, home.users.volunteer.email);
    await heading(tab.page, `Nino ${NAME}`);
    expect(new URL(tab.page.url()).pathname).toBe(dossier);
    await press(tab.page, 'Se déconnecter');
    await heading(tab.page, 'Se connecter');
    await tab.close();
  });

  it('leaves nothing personal in the browser after signing out', async () => {
    const visited: string[] = [];
    const titles: string[] = [];
    volunteer.on('framenavigated', (frame) => visited.push(frame.url()));
    for (const path of ['/persons', sheet, `${sheet}/papers`, dossier]) {
      await volunteer.goto(installation.url + path);
      await volunteer.getByText(new RegExp(NAME, 'i')).first().waitFor();
      titles.push(await volunteer.title());
    }
    await volunteer.goto(`${installation.url}/persons`);
    await volunteer.getByLabel('Chercher une personne').fill(NAME);
    await reads(volunteer, new RegExp(NAME, 'i'));
    await press(volunteer, 'Se déconnecter');
    await heading(volunteer, 'Se connecter');
    expect([...visited, ...titles, volunteer.url()].join(' ')).not.toMatch(new RegExp(`${NAME}|nino|volunteer@|%40`, 'i'));
    const left = await volunteer.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys().catch(() => []),
      workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    }));
    expect(left).toEqual({ local: [], session: [], databases: [], caches: [], workers: 0 });
    expect(
      await installation.db.asSuperuser(`select 1 from session where sess::text like '%' || $1 || '%'`, [home.users.volunteer.id]),
    ).toHaveLength(0);
    // Going back shows the door, not the dossier.
    await volunteer.goBack();
    await heading(volunteer, 'Se connecter');
    expect(await volunteer.locator('body').innerText()).not.toMatch(new RegExp(NAME, 'i'));
  });

  it('asked nothing of any other place, and broke no rule of its own', () => {
    expect(tabs.flatMap(({ strangers, errors }) => [...strangers, ...errors])).toEqual([]);
    expect(installation.logs()).not.toMatch(new RegExp(NAME, 'i'));
  });
});
