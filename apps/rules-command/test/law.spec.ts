import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOCK_RULES, computeDeadline, getBasis, listBars, listBases, RENEWAL_ROWS, RULES_VERSION, sayTitle } from '@permanence/rules';
import { asInput, listCases, listDeadlineCases, RENEWAL_CASES, renewalSourceUrls } from '@permanence/rules/cases';
import { escape, html } from '../src/law/html.ts';
import { checkedRules, oldestFirst, oldestTable, type Checked } from '../src/law/oldest.ts';
import { lawPages } from '../src/law/pages.ts';
import { LAW_USAGE, runLaw } from '../src/law/run.ts';

const pages = new Map(lawPages('fr').map(({ name, text }) => [name, text]));
const pageOf = (id: string): string => pages.get(`${id}.html`)!;
const absent = (text: string, wanted: readonly string[]): string[] => wanted.filter((one) => !text.includes(escape(one)));

describe('the pages a jurist signs', () => {
  it('are one for each basis, bar and time limit, one for the renewals, and the list of them', () => {
    const ids = [...listBases(), ...listBars(), ...CLOCK_RULES].map(({ id }) => id);
    expect([...pages.keys()].sort()).toEqual(['index', 'renewals', ...ids].map((id) => `${id}.html`).sort());
    expect(absent(pages.get('index.html')!, [...ids, RULES_VERSION])).toEqual([]);
  });

  it.each([...listBases(), ...listBars()].map(({ id }) => [id]))(
    '%s: title, articles, conditions, sources, left out, every example',
    (id) => {
      const { article, versions } = getBasis(id);
      const cases = listCases().filter((one) => one.id === id || one.id.startsWith(`${id}.`));
      expect(cases.length).toBeGreaterThan(2);
      const wanted = [
        sayTitle(id, 'fr'),
        article,
        ...versions.flatMap(({ conditions, sources, leftOut }) => [
          ...conditions.map((condition) => condition.id),
          ...sources.flatMap(({ key, urls, textDated }) => [key, textDated, ...urls]),
          ...leftOut,
        ]),
        ...cases.flatMap(({ name, why }) => [name, why]),
        '21 novembre 2026',
      ];
      expect(absent(pageOf(id), wanted)).toEqual([]);
      expect(pageOf(id)).toContain('class="signature"');
    },
  );

  it.each(CLOCK_RULES.map((rule) => [rule.id, rule] as const))('%s: lengths, articles, sources, left out, every example', (id, rule) => {
    const cases = listDeadlineCases().filter((one) => computeDeadline(asInput(one)).rule === id);
    expect(cases.length).toBeGreaterThan(0);
    const wanted = [
      ...rule.versions.flatMap(({ legalBasis, sources, leftOut }) => [...legalBasis, ...sources, ...leftOut]),
      ...cases.flatMap(({ name, why }) => [name, why]),
      '21 novembre 2026',
    ];
    expect(absent(pageOf(id), wanted)).toEqual([]);
    expect(pageOf(id)).toContain('class="signature"');
  });

  it('print every row and example of the renewals, with the address of its sources', () => {
    const urls = RENEWAL_ROWS.flatMap(({ sources }) => sources.flatMap(renewalSourceUrls));
    const wanted = [...RENEWAL_ROWS.map(({ id }) => id), ...RENEWAL_CASES.flatMap(({ name, why }) => [name, why]), ...urls];
    expect(absent(pageOf('renewals'), wanted)).toEqual([]);
  });

  it('say the facts and answers of an example in words', () => {
    const page = pageOf('spouse-french-l423-2');
    expect(page).toContain('le début de la vie commune en France <code>cohabitationSince</code> : 21 mai 2026');
    expect(page).toContain('résultat : <strong>non rempli</strong>');
    expect(page).toContain('conditions manquées : spouse-french-l423-2.c4');
    expect(lawPages('en').find(({ name }) => name === 'spouse-french-l423-2.html')!.text).toContain('result : <strong>not met</strong>');
  });

  it('load nothing and let no text become markup', () => {
    for (const text of pages.values()) expect(text).not.toMatch(/<script|<link|<img|src=/);
    expect(html`<p>${'<b>'}${['&', html`<i>${'"'}</i>`]}${3}</p>`.html).toBe('<p>&lt;b&gt;&amp;<i>&quot;</i>3</p>');
  });
});

describe('the rules longest unchecked', () => {
  const rule = (id: string, readOn: string, confidence: Checked['confidence']): Checked => ({ id, title: id, readOn, confidence });
  it('come by the day their sources were read, then the least certain, then by id', () => {
    const mixed = [
      rule('d', '2026-11-21', 'high'),
      rule('c', '2026-11-21', 'low'),
      rule('b', '2026-11-21', 'medium'),
      rule('a', '2025-01-02', 'high'),
      rule('e', '2026-11-21', 'low'),
    ];
    expect(oldestFirst(mixed).map(({ id }) => id)).toEqual(['a', 'c', 'e', 'b', 'd']);
    expect(oldestTable([rule('a', '2025-01-02', 'high')])).toMatch(/^2025-01-02 {2}high +a +a\n$/);
  });
  it('are all the rules that rest on a text', () => {
    const rules = checkedRules('fr');
    const rows = RENEWAL_ROWS.filter(({ product }) => !product);
    expect(rules).toHaveLength(listBases().length + listBars().length + CLOCK_RULES.length + rows.length);
    expect(rules[0]!.confidence).toBe('low');
    expect(rules.at(-1)!.confidence).toBe('high');
    expect(rules.find(({ id }) => id === 'placement-retention-juge-judiciaire')!.confidence).toBe('low');
    expect(rules.map(({ id }) => id)).not.toContain('REN-PREP');
  });
});

describe('the two commands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'law-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const never = (): void => {
    throw new Error('nothing is to be written');
  };

  it('write the pages where they are told', () => {
    const place = join(folder, 'pages');
    const script = join(import.meta.dirname, '../../../packages/tooling/src/law.mjs');
    const { status, stdout } = spawnSync(process.execPath, [script, 'print', place, '--en'], { cwd: folder, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${pages.size} pages: ${place}/index.html\n` });
    expect(readdirSync(place).sort()).toEqual([...pages.keys()].sort());
    expect(readFileSync(join(place, 'index.html'), 'utf8')).toContain('<html lang="en">');
    expect(existsSync(join(folder, '.data'))).toBe(false);
  });
  it('choose .data/law when no folder is given', () => {
    const written = new Set<string>();
    expect(runLaw(['print'], (place) => written.add(place)).exitCode).toBe(0);
    expect([...written]).toEqual(['.data/law']);
  });
  it('show the first, or all', () => {
    const first = runLaw(['oldest'], never).output.trimEnd().split('\n');
    const all = runLaw(['oldest', '--all', '--en'], never).output.trimEnd().split('\n');
    expect(first).toHaveLength(26);
    expect(all).toHaveLength(checkedRules('en').length + 1);
    expect(first.at(-1)).toBe(`25 / ${checkedRules('fr').length}`);
    expect(first[0]).toMatch(/^2026-11-21 {2}low /);
  });
  it.each([[[]], [['sign']], [['print', 'a', 'b']], [['print', '--all']], [['oldest', 'a']]])('refuse %j', (args) => {
    expect(runLaw(args, never)).toEqual({ exitCode: 2, output: `${LAW_USAGE}\n` });
  });
});
