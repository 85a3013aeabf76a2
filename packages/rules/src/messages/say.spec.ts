import { isoDate } from '../calendar/iso-date.ts';
import { asInput } from '../clocks/cases/case.ts';
import { listDeadlineCases } from '../clocks/cases/index.ts';
import { computeDeadline } from '../clocks/deadline.ts';
import { DECISION_IDS } from '../clocks/ids.ts';
import { MEASURES } from '../clocks/types.ts';
import { RENEWAL_IDS } from '../renewals/rows.ts';
import { sayDay, sayMoment } from './dates.ts';
import { clockMessages, sayClock, sayCoded } from './say.ts';

const fr = clockMessages('fr');
const en = clockMessages('en');
const placeholders = (text: string) => new Set([...text.matchAll(/\{(?:n:)?(\w+)/g)].map((m) => m[1]));

describe('the sentences of the clocks', () => {
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
    const months = Array.from({ length: 12 }, (_, i) => isoDate(`2026-${String(i + 1).padStart(2, '0')}-15`));
    expect(months.map((day) => sayDay(day, 'fr'))).toEqual([
      'jeudi 15 janvier 2026', 'dimanche 15 février 2026', 'dimanche 15 mars 2026', 'mercredi 15 avril 2026', 'vendredi 15 mai 2026',
      'lundi 15 juin 2026', 'mercredi 15 juillet 2026', 'samedi 15 août 2026', 'mardi 15 septembre 2026', 'jeudi 15 octobre 2026',
      'dimanche 15 novembre 2026', 'mardi 15 décembre 2026',
    ]); // prettier-ignore
    expect(months.map((day) => sayDay(day, 'en'))).toEqual([
      'Thursday 15 January 2026', 'Sunday 15 February 2026', 'Sunday 15 March 2026', 'Wednesday 15 April 2026', 'Friday 15 May 2026',
      'Monday 15 June 2026', 'Wednesday 15 July 2026', 'Saturday 15 August 2026', 'Tuesday 15 September 2026', 'Thursday 15 October 2026',
      'Sunday 15 November 2026', 'Tuesday 15 December 2026',
    ]); // prettier-ignore
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
    expect(sayClock('row-chosen', {}, 'en')).toBe('From the paper received, the rule is: ….');
    expect(sayClock('row-chosen', { row: 'no-such-row' }, 'en')).toBe('From the paper received, the rule is: no-such-row.');
  });
});
