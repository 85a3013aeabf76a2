import { loadDemo, type DemoSignIn } from '@permanence/testing';
import type { Browser, Page } from 'playwright-core';
import { axe, openBrowser, openTab, type Tab } from '../support/browser.ts';
import { plusDays, today, typed } from '../support/days.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { heading, reads, signIn } from '../support/steps.ts';

let installation: Installation;
let browser: Browser;
let signIns: DemoSignIn[];
const tabs: Tab[] = [];
const DESK = { width: 1280, height: 800 };

beforeAll(async () => {
  [installation, browser] = await Promise.all([startInstallation(), openBrowser()]);
  const { filesDir, filesKey, db } = installation;
  ({ signIns } = await loadDemo({ appUrl: db.appUrl, filesDir, filesKey, today: today() }));
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

async function asCoordinator(): Promise<Page> {
  const account = signIns.find(({ role, email }) => role === 'coordinator' && email.endsWith('@rive.invalid'));
  if (!account) throw new Error('no coordinator in the demo');
  const tab = await openTab(browser, installation.url, DESK);
  tabs.push(tab);
  await signIn(tab.page, installation.url, account.email, account.password);
  return tab.page;
}

/** What the focus is on, as it would be announced. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const isControl = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
    const label = isControl ? (element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText) : element?.getAttribute('aria-label');
    return (label ?? element?.innerText ?? '').trim();
  });
/** Tab, as often as it takes to come to what is so called. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page))) return;
  }
  throw new Error(`Tab never comes to ${name}`);
}
const pressOn = async (page: Page, name: RegExp): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
};
const settled = async (page: Page): Promise<void> => {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.loading'));
};
const clean = async (page: Page, where: string): Promise<void> => {
  expect((await axe(page)).map((fault) => `${where}: ${fault}`)).toEqual([]);
};
const kept = (page: Page) => page.waitForResponse((r) => r.url().includes('/facts') && r.request().method() === 'PUT' && r.ok());

/** Answers the question on the screen, whatever it is, without a mouse. @returns what was asked */
async function answerQuestion(page: Page): Promise<string> {
  if (await page.getByRole('button', { name: 'Cette personne n’a pas d’enfant' }).count()) {
    const saved = kept(page);
    await pressOn(page, /^Cette personne n’a pas d’enfant$/);
    await saved;
    await pressOn(page, /^Continuer$/);
    return 'children';
  }
  const asked = await page.locator('.question legend').innerText();
  for (let presses = 0; ; presses++) {
    if (presses > 60) throw new Error(`Tab never comes to an answer of: ${asked}`);
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.matches('.question input, .question select'))) break;
  }
  const kind = await page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | HTMLSelectElement;
    return element instanceof HTMLSelectElement ? 'select' : element.type === 'radio' ? 'radio' : element.inputMode;
  });
  if (kind === 'select') await page.keyboard.press('ArrowDown');
  else if (kind === 'radio') await page.keyboard.press('Space');
  else await page.keyboard.type(kind === 'numeric' ? '01/03/2019' : '2');
  const saved = kept(page);
  await pressOn(page, /^Enregistrer et continuer$/);
  await saved;
  // The next one comes when the answers have been read anew.
  await page.waitForFunction((text) => document.querySelector<HTMLElement>('.question legend')?.innerText !== text, asked);
  await settled(page);
  return asked;
}

describe('the interview and the weighing, by keyboard alone', () => {
  it('can be answered, left for later, gone back in, taken back, stopped and taken up again', async () => {
    const page = await asCoordinator();
    const [person] = await installation.db.asSuperuser<{ id: string }>(
      `select p.id from person p join dossier d on d.person_id = p.id join app_user u on u.association_id = p.association_id
       where u.email = 'karim@rive.invalid' and not exists (select from fact_answer f where f.person_id = p.id) order by p.id limit 1`,
    );
    await page.goto(`${installation.url}/persons/${person!.id}/interview`);
    await reads(page, /Encore environ \d+ questions utiles/);
    await reads(page, 'Pourquoi cette question ?');
    await clean(page, 'interview');
    const first = await answerQuestion(page);
    const later = await page.locator('.question legend').innerText();
    const skipped = kept(page);
    await pressOn(page, /^Passer, y revenir plus tard$/);
    await skipped;
    await heading(page, 'Questions laissées pour plus tard');
    await page.locator('.question legend').filter({ hasNotText: later }).waitFor();
    await page.locator('main').getByRole('listitem').filter({ hasText: later }).first().waitFor();
    // Back twice: the one left for later, then the one answered; its answer is there, and can be taken back.
    await pressOn(page, /^Question précédente$/);
    await reads(page, 'Vous revoyez une réponse déjà donnée');
    expect(await page.locator('.question legend').innerText()).toBe(later);
    await pressOn(page, /^Question précédente$/);
    await page.locator('.question legend').filter({ hasText: first }).waitFor();
    expect(await page.locator('.question input:checked, .question select').count()).toBeGreaterThan(0);
    await clean(page, 'going back');
    await pressOn(page, /^Retirer la réponse : /);
    await page.getByRole('dialog').waitFor();
    const withdrawn = kept(page);
    await pressOn(page, /^Retirer la réponse$/);
    await withdrawn;
    await reads(page, 'La réponse est retirée.');
    // Stopped: nothing of it is kept in the browser. Taken up again, the question taken back is asked once more.
    await pressOn(page, /^S’arrêter ici$/);
    await heading(page, 'Sujets');
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    await pressOn(page, /^(Reprendre|Commencer) l’entretien$/);
    await heading(page, 'Questions laissées pour plus tard');
    await page.locator('.question legend').filter({ hasText: first }).waitFor();
    await page.close();
  });

  it('serve six people of the demo, without a fault', async () => {
    const page = await asCoordinator();
    const people = await installation.db.asSuperuser<{ person_id: string; basis: string }>(
      `select distinct on (d.basis) d.person_id, d.basis from dossier d join app_user u on u.association_id = d.association_id
       where u.email = 'karim@rive.invalid' and d.basis in
         ('vpf-l423-23', 'dz-6-5', 'illness-l425-9', 'protection-order-l425-6', 'aes-l435-1', 'csp-general-l433-4') order by d.basis, d.id`,
    );
    expect(people).toHaveLength(6);
    for (const { person_id: id, basis } of people) {
      await page.goto(`${installation.url}/persons/${id}/interview`);
      await settled(page);
      await reads(page, /Encore (environ \d+ questions utiles|1 question utile)/);
      await clean(page, `interview of ${basis}`);
      for (let questions = 0; questions < 2; questions++) await answerQuestion(page);
      await page.goto(`${installation.url}/persons/${id}/weighing`);
      await settled(page);
      const weighed = page.waitForResponse((r) => r.url().endsWith('/assessments') && r.request().method() === 'POST' && r.ok());
      await pressOn(page, /^Peser /);
      await weighed;
      await heading(page, 'Pistes qui valent la peine');
      await heading(page, 'Les mots du métier');
      await pressOn(page, /^OQTF \(/);
      await reads(page, 'Décision du préfet qui ordonne de partir.');
      await clean(page, `weighing of ${basis}`);
    }
    await page.close();
  });
});

describe('the risk of a request', () => {
  it('stands before the filing until the person’s answer is noted', async () => {
    const page = await asCoordinator();
    const [dossier] = await installation.db.asSuperuser<{ id: string }>(
      `select d.id from dossier d join app_user u on u.association_id = d.association_id
       where u.email = 'karim@rive.invalid' and d.basis = 'aes-l435-1' and d.closed_on is null
         and not exists (select from risk_acknowledgement r where r.dossier_id = d.id) limit 1`,
    );
    const file = async () => {
      await page.goto(`${installation.url}/dossiers/${dossier!.id}`);
      await settled(page);
      await pressOn(page, /^Noter une demande déposée$/);
      await tabTo(page, /^Première demande$/);
      await page.keyboard.press('Space');
      await tabTo(page, /^Titre demandé/);
      await page.keyboard.press('ArrowDown');
      await tabTo(page, /^Déposée le/);
      await page.keyboard.type(typed(plusDays(today(), -1)));
      await pressOn(page, /^Enregistrer$/);
    };
    await file();
    await reads(page, 'Cette demande peut finir par une obligation de quitter la France.');
    await clean(page, 'the refusal');
    await pressOn(page, /^Expliquer le risque$/);
    await heading(page, 'À lire à la personne, phrase par phrase');
    await clean(page, 'the risk');
    await tabTo(page, /^Dans quelle langue/);
    await page.keyboard.type('Esp');
    await tabTo(page, /^Pas besoin$|^Sur place$/);
    await page.keyboard.press('Space');
    await tabTo(page, /^La personne a redit/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Oui$/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Elle veut déposer/);
    await page.keyboard.press('Space');
    await pressOn(page, /^Enregistrer la réponse$/);
    await reads(page, 'La personne connaît le risque et veut continuer.');
    await file();
    await reads(page, 'Enregistré.');
    await page.close();
  });

  it('asked nothing of any other place', () => {
    expect(tabs.flatMap(({ strangers, errors }) => [...strangers, ...errors])).toEqual([]);
  });
});
