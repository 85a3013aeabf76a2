import { loadDemo, type DemoSignIn } from '@permanence/testing';
import type { Browser, Page } from 'playwright-core';
import { axe, openBrowser, openTab, picture, type Tab } from '../support/browser.ts';
import { plusDays, today, typed } from '../support/days.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { answer, heading, reads, signIn } from '../support/steps.ts';

let installation: Installation;
let browser: Browser;
let signIns: DemoSignIn[];
const names: string[] = [];
const tabs: Tab[] = [];
const MAIL = '01939c5e-0000-7000-8000-000000000001';
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };

interface Seen {
  person: string;
  /** Someone with strong, weak and empty months. */
  mixed: string;
  dossier: string;
  paper: string;
  permanence: string;
  decision: string;
  deadline: string;
  user: string;
  association: string;
  weighed: string;
  weighing: string;
}
let ids: Seen;
const account = (role: string): DemoSignIn => {
  const found = signIns.find((one) => one.role === role && one.email.endsWith('@rive.invalid'));
  if (!found) throw new Error(`no ${role} in the demo`);
  return found;
};

beforeAll(async () => {
  [installation, browser] = await Promise.all([startInstallation(), openBrowser()]);
  const { filesDir, filesKey, db } = installation;
  ({ signIns } = await loadDemo({ appUrl: db.appUrl, filesDir, filesKey, today: today() }));
  const rows = await db.asSuperuser<Seen>(
    `select d.person_id as person, d.id as dossier, x.id as decision, l.id as deadline,
       (select p.id from document p where p.person_id = d.person_id and p.confidentiality = 'ordinary' and p.file_id is not null limit 1) as paper,
       (select m.id from permanence m where m.association_id = d.association_id limit 1) as permanence, d.association_id as association,
       (select p.person_id from document p where p.association_id = d.association_id and p.doc_type = 'relative-statement' limit 1) as mixed,
       (select w.person_id from assessment w where w.association_id = d.association_id order by w.id limit 1) as weighed,
       (select w.id from assessment w where w.association_id = d.association_id order by w.id limit 1) as weighing,
       u.id as "user"
     from dossier d join dossier_member h on h.dossier_id = d.id and h.kind = 'holder' join app_user u on u.id = h.user_id
       join decision x on x.dossier_id = d.id join deadline l on l.dossier_id = d.id and l.state = 'open' and l.last_day_on is not null
     where u.email = $1 order by (select count(*) from document p where p.person_id = d.person_id) desc limit 1`,
    [account('volunteer').email],
  );
  ids = rows[0]!;
  // Where no mail server is set, the worker keeps a message like this one for the administrator.
  await db.asSuperuser(
    `insert into mail_message (id, association_id, recipient, subject, message_id, raw) values ($1, $2, 'monique@rive.invalid', 'Rappel', 'm1', $3)`,
    [MAIL, ids.association, Buffer.from('From: a@b.invalid\r\nTo: monique@rive.invalid\r\nSubject: Rappel\r\n\r\nBonjour')],
  );
  const people = await db.asSuperuser<{ family_name: string }>('select family_name from person');
  names.push(...people.map(({ family_name }) => family_name));
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const ofEveryone = ['/', '/account'];
const ofWork = () => [
  '/persons',
  '/persons/create',
  `/persons/${ids.person}`,
  `/persons/${ids.person}/facts`,
  `/persons/${ids.person}/interview`,
  `/persons/${ids.person}/facts/presence`,
  `/persons/${ids.person}/facts/children`,
  `/persons/${ids.person}/papers`,
  `/persons/${ids.person}/weighing`,
  `/documents/${ids.paper}`,
  '/dossiers',
  '/dossiers/create',
  `/dossiers/${ids.dossier}`,
  `/dossiers/${ids.dossier}/clock`,
  `/dossiers/${ids.dossier}/work`,
  `/dossiers/${ids.dossier}/checklist`,
  `/dossiers/${ids.dossier}/risk`,
  `/dossiers/${ids.dossier}/reminders`,
  `/dossiers/${ids.dossier}/messages`,
  `/dossiers/${ids.dossier}/history`,
  `/dossiers/${ids.dossier}/decisions/new`,
  `/dossiers/${ids.dossier}/decisions/${ids.decision}`,
  '/deadlines',
  '/permanences',
  `/permanences/${ids.permanence}`,
  '/tasks',
  '/appointments',
];
const ofAdministration = () => ['/users', '/users/create', `/users/${ids.user}`, '/messages', '/mailbox', `/mailbox/${MAIL}`, '/queues'];

/** Waits until the screen has its heading and nothing on it still loads. */
async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  // Twice in a row: one reading may wait for another.
  for (let calm = 0; calm < 2; calm++) {
    await page.waitForTimeout(100);
    if (await page.locator('.loading').count()) calm = -1;
  }
}

/** What is wrong with one screen, in sentences; empty is good. */
async function faults(page: Page, path: string): Promise<string[]> {
  const found = (await axe(page)).map((fault) => `axe: ${fault}`);
  const headings = await page.locator('h1').count();
  if (headings !== 1) found.push(`${headings} first headings`);
  const title = await page.title();
  if (!/^.+ · Permanence$/.test(title)) found.push(`title: ${title}`);
  if (title.includes('introuvable') || (await page.getByRole('alert').count())) found.push('not there, or it could not be read');
  const named = names.find((name) => title.includes(name) || decodeURI(page.url()).includes(name));
  if (named) found.push(`a name in the title or the address: ${named}`);
  if (
    await page
      .locator('main')
      .getByText(/Un imprévu a interrompu|\[object Object\]|undefined|NaN/)
      .count()
  )
    found.push('broken words');
  return found.map((fault) => `${path}: ${fault}`);
}

/** What sticks out sideways, from a desk down to the smallest phone. */
async function tooWide(page: Page, path: string, widths: readonly number[]): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ ...PHONE, width });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) found.push(`${path}: ${over} too wide for ${width}`);
  }
  return found;
}

async function visit(role: string, paths: readonly string[]): Promise<string[]> {
  const tab = await openTab(browser, installation.url, DESK);
  tabs.push(tab);
  const { page } = tab;
  const { email, password } = account(role);
  await signIn(page, installation.url, email, password);
  const found: string[] = [];
  for (const path of paths) {
    await page.setViewportSize(DESK);
    await page.goto(installation.url + path);
    await settled(page);
    found.push(...(await faults(page, path)), ...(await tooWide(page, path, [1280, 320, 360])));
    found.push(...(await axe(page)).map((fault) => `${path} on a phone: ${fault}`));
    await page.getByRole('button', { name: 'English' }).click();
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    const heads = await page.locator('main h2, main button, main label').allInnerTexts();
    const french = heads.filter((text) => /\b(Enregistrer|Ajouter|Dossiers? sans|Retirer|Prochaine|Chercher|Étape|Aucune?)\b/.test(text));
    if (french.length) found.push(`${path}: French left in the English screen: ${french.join(' | ')}`);
  }
  await tab.close();
  return found;
}

describe('every screen, with data', () => {
  it.each([
    ['volunteer', () => [...ofEveryone, ...ofWork()]],
    [
      'coordinator',
      () => [
        ...ofEveryone,
        '/deadlines',
        '/calendar',
        '/watchers',
        '/cancel-requests',
        `/deadlines/${ids.deadline}/sheet`,
        `/dossiers/${ids.dossier}`,
        '/tasks',
        '/law-impact',
        `/persons/${ids.weighed}/weighing/${ids.weighing}`,
      ],
    ],
    ['administrator', () => [...ofEveryone, ...ofAdministration()]],
  ])('is without fault for a %s, on a desk and on a phone', async (role, paths) => {
    const all = paths();
    const half = Math.ceil(all.length / 2);
    const found = await Promise.all([visit(role, all.slice(0, half)), visit(role, all.slice(half))]);
    expect(found.flat()).toEqual([]);
  });

  it('has the door without fault too', async () => {
    const tab = await openTab(browser, installation.url, PHONE);
    await tab.page.goto(installation.url);
    await heading(tab.page, 'Se connecter');
    expect([...(await faults(tab.page, '/')), ...(await tooWide(tab.page, '/', [360, 320]))]).toEqual([]);
    await tab.close();
  });
});

describe('by keyboard alone', () => {
  it('signs in, opens a person and writes a note', async () => {
    const tab = await openTab(browser, installation.url, DESK);
    tabs.push(tab);
    const { page } = tab;
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement;
        const label =
          element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
            ? element.labels?.[0]?.innerText
            : null;
        return (label ?? (element as HTMLElement | null)?.innerText ?? '').trim();
      });
    /** Tab, as often as it takes to come to what is so called. */
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press('Tab');
        if (name.test(await focused())) return;
      }
      throw new Error(`Tab never comes to ${name}`);
    };
    await page.goto(installation.url);
    await heading(page, 'Se connecter');
    const { email, password } = account('volunteer');
    await tabTo(/^Adresse électronique/);
    await page.keyboard.type(email);
    await tabTo(/^Phrase de passe/);
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await heading(page, 'Bonjour');
    await tabTo(/^Personnes$/);
    await page.keyboard.press('Enter');
    await heading(page, 'Personnes');
    await page.getByRole('row').nth(1).waitFor();
    const first = await page.getByRole('row').nth(1).getByRole('link').innerText();
    await tabTo(new RegExp(`^${first}$`));
    await page.keyboard.press('Enter');
    await heading(page, 'Dossiers de cette personne');
    await page.locator('main a[href^="/dossiers/"]:not([href$=create])').first().waitFor();
    await tabTo(/\(D-\d{4}-\d+\)$/);
    await page.keyboard.press('Enter');
    await heading(page, 'Prochaine date');
    await tabTo(/^Tâches, rendez-vous, notes$/);
    await page.keyboard.press('Enter');
    await heading(page, 'Notes');
    await tabTo(/^Écrire une note$/);
    await page.keyboard.press('Enter');
    await tabTo(/^Note/);
    await page.keyboard.type('Écrit sans souris.');
    await tabTo(/^Enregistrer$/);
    await page.keyboard.press('Enter');
    await reads(page, 'La note est enregistrée.');
    await reads(page, 'Écrit sans souris.');
    await tab.close();
  });
});

describe('the six main screens', () => {
  const shot = async (role: string, path: string, name: string, before: (page: Page) => Promise<void> = async () => undefined) => {
    const tab = await openTab(browser, installation.url, DESK);
    tabs.push(tab);
    const { email, password } = account(role);
    await signIn(tab.page, installation.url, email, password);
    await tab.page.goto(installation.url + path);
    await settled(tab.page);
    await before(tab.page);
    await picture(tab.page, name);
    expect(await tab.page.locator('main').innerText()).not.toMatch(/Aucune personne|Aucun dossier|Rien pour le moment/);
    await tab.close();
  };
  it('are worth showing', async () => {
    await shot('coordinator', '/', 'coordination');
    await shot('volunteer', `/persons/${ids.person}`, 'person');
    await shot('coordinator', `/persons/${ids.mixed}/papers`, 'papers');
    await shot('volunteer', `/persons/${ids.person}/weighing`, 'weighing');
    await shot('volunteer', `/dossiers/${ids.dossier}`, 'dossier', (page) => page.getByText('Le calcul, ligne par ligne').first().click());
    await shot('volunteer', `/dossiers/${ids.dossier}/decisions/new`, 'decision', async (page) => {
      await page.getByLabel('Papier reçu').selectOption({ label: 'Obligation de quitter la France (OQTF)' });
      await page.getByLabel('Date de la décision').fill(typed(plusDays(today(), -6)));
      await page.getByLabel('Date de remise').fill(typed(plusDays(today(), -2)));
      await answer(page, 'Comment la décision est arrivée', 'Remise en main propre');
      await answer(page, 'Mesure prise avec la décision', 'Aucune');
      await answer(page, 'La lettre dit comment et quand contester', 'Oui');
      await reads(page, 'Date prudente');
    });
  });

  it('asked nothing of any other place', () => {
    expect(tabs.flatMap(({ strangers, errors }) => [...strangers, ...errors])).toEqual([]);
  });
});
