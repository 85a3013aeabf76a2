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
    name: 'a refusal in Guyane',
    family: 'Delva',
    departement: '973',
    paper: REFUSAL,
    notifiedOn: soon,
    reason: 'Les règles de ce territoire ne sont pas encore couvertes.',
  },
  {
    name: 'an order to leave of before 15 July 2024',
    family: 'Kone',
    departement: '69',
    paper: ORDER,
    notifiedOn: '2024-07-12',
    reason: 'La décision est antérieure au 15 juillet 2024 : d’autres délais s’appliquaient.',
  },
  {
    name: 'a refusal after which legal aid was asked for',
    family: 'Ferreira',
    departement: '69',
    paper: REFUSAL,
    notifiedOn: soon,
    reason: 'L’aide juridictionnelle a été demandée : son effet sur le délai n’est pas encore couvert.',
    legalAid: true,
  },
];

describe('a case that the rules do not cover yet', () => {
  it.each(cases)(
    '$name: follow the letter, the reason, and no date at all',
    async ({ family, departement, paper, notifiedOn, reason, legalAid }) => {
      await page.goto(installation.url);
      await register(page, { family, given: 'Marie' });
      const dossier = await openDossier(page, { departement });
      await fillDecision(page, { paper, decisionOn: typed(notifiedOn), notifiedOn: typed(notifiedOn) });
      if (legalAid) {
        // Without it there is a day; it goes as soon as legal aid is known.
        await reads(page, said(clearMonths(notifiedOn, 2).lastDay));
        await page.getByText('Autres faits : recours, aide juridictionnelle').click();
        await page.getByLabel('Aide juridictionnelle demandée le').fill(typed(plusDays(today(), -1)));
      }
      const outcome = page.locator('[aria-live=polite]').filter({ hasText: 'Pas encore couvert : suivez la lettre' });
      await outcome.waitFor();
      const preview = await outcome.innerText();
      expect(preview).toContain(reason);
      expect(preview.replace(reason, '')).not.toMatch(DATE);
      expect(await axe(page)).toEqual([]);
      await press(page, 'Enregistrer la décision');
      await reads(page, 'La décision est enregistrée, sans date calculée : suivez la lettre et appelez un juriste.');
      await heading(page, 'Prochaine date');
      await reads(page, 'Aucune échéance en cours.');
      await reads(page, reason);
      const next = page.locator('section', { has: page.getByRole('heading', { name: 'Prochaine date' }) });
      expect(await next.innerText()).not.toMatch(DATE);
      for (const limit of [clearMonths(notifiedOn, 2), clearMonths(notifiedOn, 1)])
        for (const day of [limit.lastDay, limit.prudentDay])
          expect(await page.locator('main').innerText()).not.toContain(said(day).split(' ').slice(1).join(' '));
      expect(await axe(page)).toEqual([]);
      const id = dossier.split('/').at(-1);
      expect(await installation.db.asSuperuser('select 1 from deadline where dossier_id = $1', [id])).toHaveLength(0);
      expect(
        await installation.db.asSuperuser(`select 1 from reminder where dossier_id = $1 and source_kind = 'deadline'`, [id]),
      ).toHaveLength(0);
      // Somebody must follow the letter: a task says so to whoever holds the dossier.
      expect(await installation.db.asSuperuser('select 1 from task where dossier_id = $1 and done_at is null', [id])).toHaveLength(1);
    },
  );

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
