import { anAssociation, appContext, type TestAssociation } from '@permanence/testing';
import type { Browser, Page } from 'playwright-core';
import { axe, openBrowser, openTab, type Tab } from '../support/browser.ts';
import { clearMonths, plusDays, said, today, typed } from '../support/days.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { answer, fillDecision, heading, openDossier, press, reads, register, signIn } from '../support/steps.ts';

let installation: Installation;
let browser: Browser;
let home: TestAssociation;
let tab: Tab;
let page: Page;

beforeAll(async () => {
  [installation, browser] = await Promise.all([startInstallation(), openBrowser()]);
  home = await anAssociation(appContext(installation.db.database, new Date().toISOString()), 'Accueil');
  tab = await openTab(browser, installation.url);
  page = tab.page;
  await signIn(page, installation.url, home.users.volunteer.email);
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

/** A day in words or figures, or a count of days left: what a screen without a date may not hold. */
const DATE =
  /\b\d{1,2}(er)? (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b|\b\d{1,2}\/\d{1,2}\/\d{4}\b|\d+ jours?,/;
const soon = plusDays(today(), -5);
const REFUSAL = 'Refus de titre de séjour';
const ORDER = 'Obligation de quitter la France (OQTF)';

const cases = [
  {
    name: 'a refusal in New Caledonia',
    family: 'Delva',
    departement: '988',
    paper: REFUSAL,
    notifiedOn: soon,
    reason: 'Les règles de ce territoire ne sont pas encore couvertes.',
  },
  {
    name: 'an order to leave from French Polynesia',
    family: 'Kone',
    departement: '987',
    paper: ORDER,
    notifiedOn: soon,
    reason: 'Les règles de ce territoire ne sont pas encore couvertes.',
  },
];

const letter = (page: Page, paper: string, notifiedOn: string): Promise<void> =>
  fillDecision(page, { paper, decisionOn: typed(notifiedOn), notifiedOn: typed(notifiedOn) });
/** Two and one months from a day, in the words of the screen: what would be shown if the case were taken for an ordinary one. */
const ordinaryDays = (notifiedOn: string): string[] =>
  [2, 1].flatMap((months) => {
    const { lastDay, prudentDay } = clearMonths(notifiedOn, months);
    return [lastDay, prudentDay].map((day) => said(day).split(' ').slice(1).join(' '));
  });

describe('a case that the rules do not cover yet', () => {
  it.each(cases)('$name: follow the letter, the reason, and no date at all', async ({ family, departement, paper, notifiedOn, reason }) => {
    await page.goto(installation.url);
    await register(page, { family, given: 'Marie' });
    const dossier = await openDossier(page, { departement });
    await letter(page, paper, notifiedOn);
    const outcome = page.locator('[aria-live=polite]').filter({ hasText: 'Pas encore couvert : suivez la lettre' });
    await outcome.waitFor();
    const preview = await outcome.innerText();
    expect(preview).toContain(reason);
    expect(preview).not.toMatch(DATE);
    expect(await axe(page)).toEqual([]);
    await press(page, 'Enregistrer la décision');
    await reads(page, 'La décision est enregistrée, sans date calculée : suivez la lettre et appelez un juriste.');
    await heading(page, 'Prochaine date');
    await reads(page, reason);
    const next = page.locator('section', { has: page.getByRole('heading', { name: 'Prochaine date' }) });
    await reads(page, /Aucune date n’est donnée ici/);
    expect(await next.innerText()).not.toMatch(DATE);
    const screen = await page.locator('main').innerText();
    expect(ordinaryDays(notifiedOn).filter((day) => screen.includes(day))).toEqual([]);
    expect(await axe(page)).toEqual([]);
    const id = dossier.split('/').at(-1);
    const stored = (sql: string) => installation.db.asSuperuser(sql, [id]);
    expect(await stored('select 1 from deadline where dossier_id = $1')).toHaveLength(0);
    expect(await stored(`select 1 from reminder where dossier_id = $1 and source_kind = 'deadline'`)).toHaveLength(0);
    // Somebody must follow the letter: a task says so to whoever holds the dossier.
    expect(await stored('select 1 from task where dossier_id = $1 and done_at is null')).toHaveLength(1);
  });

  it('gives no last day while legal aid is asked for and not answered: only the day to work with', async () => {
    await page.goto(installation.url);
    await register(page, { family: 'Ndiaye', given: 'Fatou' });
    await openDossier(page, { departement: '69' });
    await letter(page, REFUSAL, soon);
    const { lastDay, prudentDay } = clearMonths(soon, 2);
    await reads(page, `${said(lastDay)}, jusqu’à minuit`);
    await page.getByText('Autres faits : recours, aide juridictionnelle').click();
    await page.getByLabel('Aide juridictionnelle demandée le').fill(typed(plusDays(today(), -1)));
    await page.getByText(`${said(lastDay)}, jusqu’à minuit`).waitFor({ state: 'detached' });
    expect(await page.locator('[aria-live=polite]').allInnerTexts()).toContainEqual(
      expect.stringMatching(new RegExp(said(prudentDay), 'i')),
    );
    expect(await page.getByText('Dernier jour légal').count()).toBe(0);
    expect(await axe(page)).toEqual([]);
  });

  it('asks for what is missing instead of supposing it', async () => {
    await page.goto(installation.url);
    await register(page, { family: 'Ouattara', given: 'Adama' });
    await openDossier(page, { departement: '69' });
    await page.getByRole('link', { name: 'Enregistrer une décision reçue' }).click();
    await page.getByLabel('Papier reçu').selectOption({ label: REFUSAL });
    await reads(page, 'Il manque une information pour calculer');
    const missing = await page.locator('[aria-live=polite]').filter({ hasText: 'Il manque' }).innerText();
    expect(missing).toContain('Date de remise');
    expect(missing).not.toMatch(DATE);
    // A day that does not exist is refused beside its field, and nothing is kept.
    await page.getByLabel('Date de remise').fill('30/02/2026');
    await answer(page, 'Mesure prise avec la décision', 'Aucune');
    await press(page, 'Enregistrer la décision');
    await page.getByRole('alert').getByText('Date de remise').waitFor();
    expect(
      await installation.db.asSuperuser(
        `select 1 from decision where paper = 'permit-refusal' and created_at > now() - interval '5 seconds'`,
      ),
    ).toHaveLength(0);
  });

  it('asked nothing of any other place', () => {
    expect([...tab.strangers, ...tab.errors]).toEqual([]);
  });
});
