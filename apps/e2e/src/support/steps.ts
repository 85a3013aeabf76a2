import { PASSWORD } from '@permanence/testing';
import type { Locator, Page } from 'playwright-core';

/** What people do on the screens, by the words they read there. */
export async function signIn(page: Page, url: string, email: string, password = PASSWORD): Promise<void> {
  await page.goto(url);
  await fillSignIn(page, email, password);
  await page.getByRole('button', { name: 'Se déconnecter' }).waitFor();
}
export async function fillSignIn(page: Page | Locator, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Phrase de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

export const press = (page: Page | Locator, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
export const follow = (page: Page | Locator, name: string | RegExp): Promise<void> => page.getByRole('link', { name }).first().click();
export const heading = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { name }).first().waitFor();
export const reads = (page: Page | Locator, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();

/** One answer of a question that shows all its answers. */
export const answer = (page: Page | Locator, question: string | RegExp, choice: string): Promise<void> =>
  page.getByRole('group', { name: question }).getByLabel(choice, { exact: true }).check();

/** Chooses a file through the browser's own dialog. */
export async function chooseFile(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  await press(page, 'Choisir des fichiers');
  await (await dialog).setFiles(file);
}

/** Registers someone and stays on their sheet. @returns the address of the sheet, without the installation's */
export async function register(
  page: Page,
  who: { family: string; given: string; born?: string; language?: string; country?: string },
): Promise<string> {
  await fillPerson(page, who);
  await press(page, 'Enregistrer et ouvrir la fiche');
  await heading(page, `${who.given} ${who.family}`);
  return new URL(page.url()).pathname;
}
export async function fillPerson(
  page: Page,
  who: { family: string; given: string; born?: string; language?: string; country?: string },
): Promise<void> {
  await follow(page.getByRole('navigation', { name: 'Menu principal' }), 'Personnes');
  await follow(page, 'Enregistrer une personne');
  await page.getByLabel('Nom de famille').fill(who.family);
  await page.getByLabel('Prénom').fill(who.given);
  if (who.born) await page.getByLabel('Date de naissance').fill(who.born);
  if (who.country) await page.getByLabel('Nationalité').selectOption({ label: who.country });
  if (who.language) await answer(page, 'Langue des messages', who.language);
}

/** Opens a dossier from the sheet of a person. @returns the address of the dossier */
export async function openDossier(page: Page, { basis, departement }: { basis?: string; departement?: string }): Promise<string> {
  await follow(page, 'Ouvrir un dossier');
  await heading(page, 'Ouvrir un dossier');
  if (basis) await page.getByLabel('Motif').selectOption({ label: basis });
  if (departement) await page.getByLabel('Département de la préfecture').fill(departement);
  await press(page, 'Ouvrir un dossier');
  await heading(page, 'Prochaine date');
  return new URL(page.url()).pathname;
}

export async function addEmail(page: Page, value: string, safety: string): Promise<void> {
  await press(page, 'Ajouter un contact');
  await page.getByLabel('Moyen').selectOption({ label: 'Courriel' });
  await page.getByLabel('Coordonnées').fill(value);
  await answer(page, 'Peut-on s’en servir sans danger ?', safety);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await reads(page, 'Le contact est enregistré.');
}

export interface Letter {
  paper: string;
  decisionOn: string;
  notifiedOn: string;
  departement?: string;
  more?: () => Promise<void>;
}
/** Types a decision handed over in person; the outcome shows beside it while one types. */
export async function fillDecision(page: Page, letter: Letter): Promise<void> {
  await follow(page, 'Enregistrer une décision reçue');
  await page.getByLabel('Papier reçu').selectOption({ label: letter.paper });
  await page.getByLabel('Date de la décision').fill(letter.decisionOn);
  await page.getByLabel('Date de remise').fill(letter.notifiedOn);
  await answer(page, 'Comment la décision est arrivée', 'Remise en main propre');
  await answer(page, 'Mesure prise avec la décision', 'Aucune');
  await answer(page, 'La lettre dit comment et quand contester', 'Oui');
  if (letter.departement) await page.getByLabel('Département de la préfecture').fill(letter.departement);
}
