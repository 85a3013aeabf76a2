import type { Court } from '../clocks/types.ts';
import { DEPARTEMENTS, isDepartement } from './table.ts';

/** The court column of a row, before the place is known. */
export type CourtCode =
  | 'TA-res'
  | 'TA-pref'
  | 'TA-lieu'
  | 'TA-zone'
  | 'TA-Nantes'
  | 'TJ'
  | 'CAA'
  | 'CE'
  | 'CNDA'
  | 'visa-appeal'
  | 'minister'
  | 'baj'
  | 'letter'
  | 'none';

export interface CourtFacts {
  departement?: string | null;
  measureDepartement?: string | null;
  detentionCentre?: string | null;
  measure?: string | null;
  visaType?: string | null;
}

/** Seat of the administrative court of a department, or null when the department is unknown. */
export const tribunalOf = (departement: string | null | undefined): string | null =>
  isDepartement(departement) ? DEPARTEMENTS[departement]!.tribunal : null;

const ILE_DE_FRANCE = ['75', '77', '78', '91', '92', '93', '94', '95'];
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ');

/** R.922-6 CESEDA: these places are judged by another court than that of their department. Airports lie in several departments. */
const EXCEPTIONS: readonly { place: RegExp; tribunal: string; unlessHouseArrest?: true }[] = [
  { place: /\bmesnil amelot (n |no |numero |cra )?3\b/, tribunal: 'Montreuil' },
  { place: /\bmetz\b/, tribunal: 'Nancy', unlessHouseArrest: true },
  { place: /\borly\b/, tribunal: 'Melun' },
  { place: /\b(roissy|charles de gaulle)\b/, tribunal: 'Montreuil' },
];

/** Court of the place where the measure is carried out; the prefecture's department stands in when the place is not known. */
const placeTribunal = (facts: CourtFacts): string | null => {
  const centre = facts.detentionCentre ? plain(facts.detentionCentre) : null;
  const exception = centre && EXCEPTIONS.find((e) => e.place.test(centre) && !(e.unlessHouseArrest && facts.measure === 'house-arrest'));
  return exception ? exception.tribunal : tribunalOf(facts.measureDepartement ?? facts.departement);
};

const administrative = (kind: Court['kind'], name: string | null): Court | null => (name === null ? null : { kind, name });

/** Which court, by the column of the row; null when the department that picks it is unknown, or when the row goes to none. */
export const courtOf = (code: CourtCode, facts: CourtFacts): Court | null => {
  switch (code) {
    case 'TA-res':
    case 'TA-pref':
      return administrative(code, tribunalOf(facts.departement));
    case 'TA-lieu':
      return administrative(code, placeTribunal(facts));
    case 'TA-zone': {
      const place = facts.measureDepartement ?? facts.departement;
      const inIleDeFrance = typeof place === 'string' && ILE_DE_FRANCE.includes(place);
      return administrative(inIleDeFrance ? 'TA-pref' : 'TA-lieu', placeTribunal(facts));
    }
    case 'TA-Nantes':
      return { kind: 'TA', name: 'Nantes' };
    case 'visa-appeal':
      return facts.visaType === 'short-stay'
        ? { kind: 'sous-directeur-visas', name: null }
        : facts.visaType === 'long-stay'
          ? { kind: 'CRRV', name: null }
          : null;
    case 'none':
      return null;
    default:
      return { kind: code, name: null };
  }
};
