import { aPdf, aPng, anAssociation, appContext } from '@permanence/testing';
import { plainHeic } from '@permanence/testing/uploads';
import type { Browser, Page } from 'playwright-core';
import { axe, openBrowser, openTab } from '../support/browser.ts';
import { startInstallation, type Installation } from '../support/installation.ts';
import { heading, press, reads, register, signIn } from '../support/steps.ts';

let installation: Installation;
let browser: Browser;
let page: Page;
let sheet: string;
beforeAll(async () => {
  [installation, browser] = await Promise.all([startInstallation(), openBrowser()]);
  const home = await anAssociation(appContext(installation.db.database, new Date().toISOString()), 'Accueil');
  ({ page } = await openTab(browser, installation.url));
  await signIn(page, installation.url, home.users.volunteer.email);
  sheet = await register(page, { family: 'Traoré', given: 'Awa', born: '04/03/1991' });
});
afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const PDF = { name: 'bail.pdf', mimeType: 'application/pdf', buffer: aPdf({ text: 'Bail' }) };
const chosen = async (files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> => {
  const dialog = page.waitForEvent('filechooser');
  await press(page, 'Choisir des fichiers');
  await (await dialog).setFiles(files);
};

describe('many papers at once', () => {
  it('come in while the first is described; what is refused says why and what to do', async () => {
    await page.goto(`${installation.url}${sheet}/papers`);
    await heading(page, 'Ajouter des pièces');
    await chosen([
      PDF,
      { name: 'IMG_0042.HEIC', mimeType: 'image/heic', buffer: plainHeic },
      { name: 'faux.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>pas un PDF</html>') },
      { name: 'scan.png', mimeType: 'image/png', buffer: aPng({ width: 300, height: 400, shade: 200 }) },
      { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('note') },
    ]);
    await reads(page, /n’est ni un PDF, ni une photo/);
    await reads(page, /^Seuls les fichiers PDF/);
    await page.getByRole('status').filter({ hasText: '2 à revoir' }).waitFor();
    await page.getByText('Prêt : à décrire ensuite').nth(1).waitFor();
    expect(await axe(page)).toEqual([]);
    for (let paper = 0; paper < 3; paper += 1) {
      await page.getByLabel('Quel document ?').selectOption({ label: 'Bulletin de salaire' });
      await press(page, /^Enregistrer (la pièce|et passer)/);
      if (paper < 2) await heading(page, `Pièce ${paper + 2} sur 3`);
    }
    await heading(page, 'Ajouter des pièces');
    await press(page, 'Retirer de la liste : faux.pdf');
    await press(page, 'Retirer de la liste : note.txt');
    const kept = await installation.db.asSuperuser('select original_name, media_type from stored_file order by original_name');
    expect(kept).toEqual([
      { original_name: 'bail.pdf', media_type: 'application/pdf' },
      { original_name: 'IMG_0042.jpg', media_type: 'image/jpeg' },
      { original_name: 'scan.png', media_type: 'image/png' },
    ]);
  });

  it('go on where they stood when the line comes back, and nothing is remembered in the browser', async () => {
    let broken = 0;
    await page.route('**/api/uploads/*', async (route) => {
      if (route.request().method() === 'PATCH' && broken < 2) {
        broken += 1;
        return route.abort('connectionreset');
      }
      return route.continue();
    });
    await chosen([{ ...PDF, name: 'quittance.pdf', buffer: aPdf({ text: 'Quittance' }) }]);
    await page.getByLabel('Quel document ?').waitFor({ timeout: 90_000 });
    expect(broken).toBe(2);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    await press(page, /Ne pas garder ce fichier/);
    await heading(page, 'Ajouter des pièces');
  });

  it('recognise a paper that is kept already, and show it', async () => {
    await chosen([{ ...PDF, name: 'autre-nom.pdf' }]);
    await reads(page, /déjà parmi les pièces de cette personne/);
    expect(await page.getByRole('link', { name: 'Voir la pièce déjà enregistrée' }).getAttribute('href')).toMatch(/\/documents\//);
  });
});
