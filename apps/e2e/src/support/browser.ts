import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = join(import.meta.dirname, '../../screenshots');

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set: run the journeys through npm test');
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
}

export interface Tab {
  page: Page;
  /** Requests to anywhere but the installation, and errors of the page: both must stay empty. */
  strangers: string[];
  errors: string[];
  close(): Promise<void>;
}

/** A tab of its own profile, in French, of the size of an old laptop or a phone. */
export async function openTab(
  browser: Browser,
  url: string,
  size: { width: number; height: number } = { width: 1280, height: 720 },
): Promise<Tab> {
  const context = await browser.newContext({ viewport: size, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const strangers: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob|about):/.test(request.url())) strangers.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text())) errors.push(message.text());
  });
  return { page, strangers, errors, close: () => context.close() };
}

/** Longest picture, in points: what one sees of a long page before tiring. */
const TALLEST = 1_900;

/** A picture of the screen, for whoever looks after the run. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: document.documentElement.scrollHeight }));
  await page.screenshot({
    path: join(pictures, `${name}.png`),
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST) },
  });
}

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary: string }[];
}
/** What axe finds wrong with the screen as it stands, by WCAG 2.2 AA and its best practices; empty is the only good answer. */
export async function axe(page: Page): Promise<string[]> {
  // Evaluated by the protocol, not by a script tag: the page's own policy allows no foreign script, and that stays so.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
    return (await tool.run({ resultTypes: ['violations'] })).violations;
  });
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} — ${n.failureSummary.split('\n').at(-1)?.trim()}`));
}
