import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoDate } from '../calendar/iso-date.ts';
import { asInput } from '../clocks/cases/case.ts';
import { listDeadlineCases } from '../clocks/cases/index.ts';
import { computeDeadline } from '../clocks/deadline.ts';
import { DECISION_IDS } from '../clocks/ids.ts';
import { CLOCK_RULES } from '../clocks/registry.ts';
import { MEASURES } from '../clocks/types.ts';
import { RENEWAL_IDS } from '../renewals/rows.ts';
import { sayDay, sayMoment } from './dates.ts';
import { clockMessages, sayClock, sayCoded } from './say.ts';

const fr = clockMessages('fr');
const en = clockMessages('en');
const placeholders = (text: string) => new Set([...text.matchAll(/\{(?:n:)?(\w+)/g)].map((m) => m[1]));

/** Codes written in the sources: `c.step('…')`, `c.warn('…')`, `code: '…'`, and the pairs chosen with a question mark. */
const codesInSources = () => {
  const folder = join(import.meta.dirname, '../clocks');
  const text = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !/\.(spec|cases)\.ts$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const direct = [...text.matchAll(/(?:\.(?:step|warn|unwarn)\(|code: )\s*'([a-z0-9-]+)'/g)].map((m) => m[1]!);
  const chosen = [...text.matchAll(/(?:\.step\([^;]*?|code: [^,]*?)\? '([a-z0-9-]+)' : '([a-z0-9-]+)'/g)].flatMap((m) => [m[1]!, m[2]!]);
  const graded = [...text.matchAll(/grade\(\d, '([a-z-]+)'/g)].map((m) => m[1]!);
  return new Set([...direct, ...chosen, ...graded, ...CLOCK_RULES.flatMap((r) => r.warnings ?? [])]);
};

describe('the sentences of the clocks', () => {
  it('has every code of the sources in both languages', () => {
    const codes = codesInSources();
    expect(codes.size).toBeGreaterThan(70);
    expect([...codes].filter((code) => !(code in fr))).toEqual([]);
    expect([...codes].filter((code) => !(code in en))).toEqual([]);
  });
  it('has the same codes and the same values in French and in English', () => {
    expect(new Set(Object.keys(en))).toEqual(new Set(Object.keys(fr)));
    for (const [code, text] of Object.entries(fr)) expect([code, placeholders(en[code]!)]).toEqual([code, placeholders(text)]);
  });
  it('names every row, and says what to do for every renewal row', () => {
    for (const id of DECISION_IDS) expect(fr).toHaveProperty([`title:${id}`]);
    for (const id of RENEWAL_IDS) {
      expect(fr).toHaveProperty([`title:${id}`]);
      expect(fr).toHaveProperty([`todo:${id}`]);
    }
    for (const measure of MEASURES) expect(fr).toHaveProperty([`measure:${measure}`]);
  });
  it('names every fact that a limit may ask for', () => {
    const asked = new Set(listDeadlineCases().flatMap((one) => computeDeadline(asInput(one)).missingFacts));
    expect(asked.size).toBeGreaterThan(20);
    expect([...asked].filter((fact) => !(`fact:${fact}` in fr)).sort()).toEqual([]);
    expect(sayClock('fact:notifiedOn', {}, 'fr')).toBe('le jour où la décision a été remise ou reçue');
    expect(sayClock('fact:notifiedOn', {}, 'en')).toBe('the day the decision was handed over or received');
  });
  it('writes days and hours out, in the language and on the clock they were written in', () => {
    expect(sayDay(isoDate('2026-10-01'), 'fr')).toBe('jeudi 1er octobre 2026');
    expect(sayDay(isoDate('2026-10-02'), 'fr')).toBe('vendredi 2 octobre 2026');
    expect(sayDay(isoDate('2027-08-01'), 'en')).toBe('Sunday 1 August 2027');
    expect(sayMoment('2004-09-19T16:05:00+02:00', 'fr')).toBe('dimanche 19 septembre 2004 à 16 h 05');
    expect(sayMoment('2004-09-19T06:05:00-10:00', 'en')).toBe('Sunday 19 September 2004 at 06:05');
    expect(sayMoment('2026-10-02', 'fr')).toBe('vendredi 2 octobre 2026');
    expect(sayMoment('Paris', 'fr')).toBe('Paris');
  });
  it('fills in days, rows, reasons and plurals', () => {
    expect(sayCoded({ code: 'carried-over', date: isoDate('2018-05-11'), values: { from: '2018-05-10', reason: 'ascension' } }, 'fr')).toBe(
      'Le jeudi 10 mai 2018 est l’Ascension : on passe au vendredi 11 mai 2018.',
    );
    expect(sayClock('row-chosen', { row: 'oqtf-un-mois' }, 'en')).toBe(
      'From the paper received, the rule is: Order to leave France (OQTF), person at liberty.',
    );
    expect(sayClock('remaining-days', { days: 1, date: '2026-10-02' }, 'fr')).toBe(
      'Il restait 1 jour : ils repartent le vendredi 2 octobre 2026.',
    );
    expect(sayClock('remaining-days', { days: 0, date: '2026-10-02' }, 'en')).toBe(
      '0 days were left: counting starts again on Friday 2 October 2026.',
    );
    expect(sayClock('remaining-days', { days: 0, date: '2026-10-02' }, 'fr')).toContain('0 jour :');
    expect(sayClock('remaining-days', { days: 2, date: '2026-10-02' }, 'fr')).toContain('2 jours :');
    expect(sayClock('remaining-days', { days: 1, date: '2026-10-02' }, 'en')).toContain('1 day was left');
    expect(sayClock('todo:TAX', { totalEur: 250, onFilingEur: 0 }, 'fr')).toBe('Prévoir 250 €, dont 0 € au dépôt.');
    expect(sayClock('todo:TAX', { totalEur: 250, onFilingEur: null }, 'fr')).toBe('Prévoir 250 €, dont … € au dépôt.');
  });
  it('gives a code back when no sentence is known, rather than nothing', () => {
    expect(sayClock('no-such-code', {}, 'fr')).toBe('no-such-code');
  });
});
