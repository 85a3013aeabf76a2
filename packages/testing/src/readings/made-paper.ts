import type { IssuerCode } from '@permanence/contracts';
import { addDays, addMonths, isoDate, monthOf, toIsoDate, yearOf, type DocumentType, type IsoDate } from '@permanence/rules';
import { inFigures, inWords, monthInWords, written, type Chance } from './chance.ts';
import type { Sheet } from './sheet.ts';

/** What a person would enter for a made paper. */
export interface Answer {
  /** Null: no day of drawing up stands on it, and none must be suggested as good. */
  drawnUpOn: IsoDate | null;
  docType: DocumentType;
  issuer: IssuerCode;
}
/** Invented people and days a layout writes with. */
export interface Ink extends Chance {
  drawn: IsoDate;
  /** The drawn-up day as this paper writes it. */
  on: string;
  figures(day: IsoDate): string;
  words(day: IsoDate): string;
  month(day: IsoDate): string;
  later(days: number): IsoDate;
  earlier(days: number): IsoDate;
  /** First and last day of the month before the day of drawing up. */
  monthBefore: { first: IsoDate; last: IsoDate };
  born: IsoDate;
  name: string;
  street: string;
  town: string;
  postcode: string;
  euros(from: number, to: number): string;
  number(digits: number): string;
}
export type Layout = (sheet: Sheet, ink: Ink) => Omit<Answer, 'drawnUpOn'> & { drawnUpOn?: null };

const GIVEN = ['Samira', 'Ousmane', 'Mei', 'Fatoumata', 'Yacine', 'Ingrid', 'Rosa', 'Kofi', 'Leïla', 'Dragan', 'Émilie', 'Thùy'];
const FAMILY = ['Essai', 'Modèle', 'Exemple', 'Fictive', 'Inventé', 'Spécimen', 'Démo', 'Témoin'];
const TOWNS = [
  ['Paris', '75019'],
  ['Lyon', '69007'],
  ['Marseille', '13003'],
  ['Saint-Denis', '93200'],
  ['Montreuil', '93100'],
  ['Vénissieux', '69200'],
  ['Aubervilliers', '93300'],
] as const;
const STREETS = [
  '12 rue des Lilas',
  '4 bis avenue Jean Jaurès',
  '38 boulevard de la Gare',
  '7 impasse du Moulin',
  '101 rue de la République',
];

export function inkOf(chance: Chance): Ink {
  const drawn = chance.day();
  const first = addMonths(toIsoDate(yearOf(drawn), monthOf(drawn), 1), -1);
  const [town, postcode] = chance.pick(TOWNS);
  return {
    ...chance,
    drawn,
    on: written(drawn, chance),
    figures: (day) => inFigures(day),
    words: inWords,
    month: monthInWords,
    later: (days) => addDays(drawn, days),
    earlier: (days) => addDays(drawn, -days),
    monthBefore: { first, last: addDays(addMonths(first, 1), -1) },
    born: addDays(isoDate('1962-01-01'), chance.whole(0, 14_000)),
    name: `${chance.pick(GIVEN)} ${chance.pick(FAMILY).toUpperCase()}`,
    street: chance.pick(STREETS),
    town,
    postcode,
    euros: (from, to) => `${chance.whole(from, to)},${String(chance.whole(0, 99)).padStart(2, '0')} €`,
    number: (digits) => Array.from({ length: digits }, () => chance.whole(0, 9)).join(''),
  };
}
