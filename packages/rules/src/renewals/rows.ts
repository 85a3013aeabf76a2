import { isoDate, type IsoDate } from '../calendar/iso-date.ts';

/** Where each row was read: see `renewalSourceUrls`. */
export type RenewalSource = `S${string}`;

/** A row of the renewal tables. `confidence` of a product choice is high: the day is ours to choose. */
export interface RenewalRow {
  id: string;
  confidence: 'high' | 'medium' | 'low';
  legalBasis: readonly string[];
  sources: readonly RenewalSource[];
  /** First day in force; null when the page gives none. */
  from: IsoDate | null;
  until: IsoDate | null;
  /** The association's own reminder: no text sets it. */
  product?: true;
  /** Nothing in the input of the command triggers it: it is a duty or a practice, shown as text. */
  notComputed?: string;
}

const RECODIFIED = '2021-05-01';
type Options = { from?: string | null; until?: string; product?: true; notComputed?: string };
const row = (
  id: string,
  confidence: RenewalRow['confidence'],
  legalBasis: readonly string[],
  sources: readonly RenewalSource[],
  { from = null, until, ...rest }: Options = {},
): RenewalRow => ({
  id,
  confidence,
  legalBasis,
  sources,
  from: from === null ? null : isoDate(from),
  until: until ? isoDate(until) : null,
  ...rest,
});
const law = (
  id: string,
  confidence: RenewalRow['confidence'],
  basis: readonly string[],
  sources: readonly RenewalSource[],
  options: Options = {},
) => row(id, confidence, basis, sources, { from: RECODIFIED, ...options });
const product = (id: string, sources: readonly RenewalSource[] = [], options: Options = {}) =>
  row(id, 'high', [], sources, { product: true, ...options });

export const RENEWAL_ROWS: readonly RenewalRow[] = [
  // First requests
  law('FIRST-ENTRY-2M', 'high', ['R.431-4'], ['S01']),
  law('VLSTS-VALIDATE-3M', 'medium', ['R.431-16'], ['S47']),
  law('VLS-NONTS-2M', 'medium', ['R.431-4'], ['S01', 'S47']),
  law('MINOR-19-EVE', 'high', ['R.431-5 2°'], ['S01']),
  law('MINOR-18-2M', 'high', ['R.431-5 3°'], ['S01']),
  product('MINOR-PREP'),
  law('LOST-FR-2M', 'high', ['R.431-5'], ['S01'], { notComputed: 'day the loss of nationality can be held against the person' }),
  row('ASYLUM-OTHER-2M', 'medium', ['L.431-2', 'D.431-7'], ['S43c'], {
    notComputed: 'day of the written information, a fact of the dossier',
  }),
  row('ASYLUM-HEALTH-3M', 'medium', ['D.431-7'], ['S43c', 'S63'], { notComputed: 'day of the written information, a fact of the dossier' }),
  row('OFII-MEDCERT', 'low', ['R.425-11'], ['S43'], { notComputed: 'sources disagree: one month or three' }),
  // Renewing
  product('REN-PREP'),
  law('REN-ANEF-OPEN', 'high', ['R.431-5 1°'], ['S01']),
  law('REN-ANEF-CLOSE', 'high', ['R.431-5 1°', 'R.431-15-1', 'L.436-5'], ['S01', 'S02', 'S52d']),
  law('REN-PREF-OPEN', 'high', ['R.431-5 1°'], ['S01']),
  law('REN-PREF-CLOSE', 'high', ['R.431-5 1°'], ['S01']),
  product('REN-PREF-RDV', ['S50']),
  law('REN-LATE-180', 'medium', ['L.436-5'], ['S06']),
  law('REN-LATE-6M', 'medium', ['R.431-8'], ['S06']),
  law('REN-ALG-10', 'low', ['accord 1968 art. 7 bis'], ['S44', 'S48c'], { from: '2024-07-04' }),
  row('REN-ALG-1', 'medium', ['accord 1968'], ['S44b']),
  law('RENEWAL-RLDUE', 'high', ['R.431-5'], ['S01']),
  law('RESIDENT-ABSENCE-3Y', 'medium', ['L.411-5'], ['S44'], { notComputed: 'day of departure from France' }),
  law('CSP-RESIDENCE-6M', 'medium', ['L.433-1', 'L.433-3-1'], ['S15'], { from: '2024-01-28' }),
  law('CST-MAX3', 'high', ['L.433-1-1'], ['S13', 'S14'], { from: '2024-01-28' }),
  // Waiting
  law('ANEF-DEPOT', 'high', ['R.431-15-1'], ['S02']),
  law('API-DUE', 'high', ['R.431-15-1'], ['S02', 'S03']),
  row('API-RENEW', 'high', ['R.431-15-1'], ['S02', 'S52'], { from: RECODIFIED, product: true }),
  law('API-FIRST-YOUNG', 'high', ['R.431-15-1'], ['S02']),
  law('ADF', 'high', ['R.431-15-1', 'R.431-15-2'], ['S02'], { notComputed: 'day of the favourable decision' }),
  law('RECEP-MIN-1M', 'high', ['R.431-12', 'R.431-13'], ['S04', 'S52b']),
  row('RECEP-FIRST', 'medium', [], ['S04b']),
  row('RECEP-RENEW', 'medium', [], ['S04b']),
  product('RECEP-CHECK'),
  row('RECEP-WORK', 'medium', ['R.431-14'], ['S04'], { from: '2023-12-02' }),
  law('RECEP-HEALTH', 'high', ['CE 5 Apr 2024 n° 488821'], ['S43a']),
  law('GRACE-433-3', 'high', ['L.433-3'], ['S05']),
  law('GRACE-433-3-DEPT', 'low', ['L.433-3'], ['S05', 'S05b']),
  law('IMPLICIT-4M', 'high', ['R.432-1', 'R.432-2'], ['S53']),
  row('MOTIVES-1M', 'medium', ['L.232-4 CRPA'], ['S53']),
  // What it costs, and the levels
  law('TAX', 'medium', ['L.436-1', 'L.436-4', 'L.436-5', 'L.436-7'], ['S06', 'S07', 'S08', 'S09', 'S12']),
  law('REQUIREMENTS', 'high', ['L.433-4', 'L.413-7', 'R.413-15'], ['S13', 'S18', 'S19', 'S20', 'S21', 'S23', 'S24']),
  // Integration contract
  law('CIR-M0', 'high', ['L.413-2'], ['S29']),
  product('CIR-M0-CHASE'),
  law('CIR-M1', 'high', ['L.413-3'], ['S29', 'S31', 'S35'], { notComputed: 'day of the OFII convocation, an appointment' }),
  law('CIR-M2', 'high', ['arrêté 22 July 2025'], ['S25', 'S31'], { notComputed: 'days of the OFII convocations, appointments' }),
  row('CIR-M2-4M', 'low', [], []),
  law('CIR-M3', 'medium', ['decree 2025-647'], ['S25', 'S26', 'S35'], {
    notComputed: 'training offered after the signature, without a day',
  }),
  law('CIR-M3-NOTE', 'low', ['R.413-3', 'R.413-10'], ['S25', 'S28'], {
    notComputed: 'sources disagree on whether the training is compulsory',
  }),
  law('CIR-M4', 'high', ['arrêté 22 Dec 2025'], ['S23'], { product: true }),
  law('CIR-M5', 'high', ['R.413-12-1', 'arrêté 10 Oct 2025'], ['S19', 'S20', 'S22'], { product: true }),
  law('CIR-END-1Y', 'high', ['R.413-4'], ['S27']),
  law('CIR-CLOSE-1M', 'medium', ['R.413-4'], ['S27'], { notComputed: 'end of the training that was prescribed' }),
  law('CIR-EXT-1Y', 'high', ['R.413-4'], ['S27']),
  row('CIR-END-INT-3M', 'medium', [], ['S29'], { notComputed: 'end of the training that was prescribed' }),
  law('CIR-1Y-REVIEW', 'high', ['R.413-4'], ['S27', 'S30']),
  law('CIR-OBS-1M', 'high', ['R.413-4'], ['S27']),
  // Cards to come
  law('NEXT-CSP', 'high', ['L.433-4', 'L.433-5', 'R.433-4', 'R.433-5'], ['S16', 'S17']),
  law('NEXT-CSP-DUR', 'medium', ['L.411-4'], ['S46']),
  law('NEXT-CST', 'high', ['L.433-1', 'L.433-1-1'], ['S13']),
  law('NEXT-CR-SPOUSE', 'high', ['L.423-6'], ['S45'], { notComputed: 'weighed as a basis: resident-spouse-french-l423-6' }),
  law('NEXT-CR-PEF', 'medium', ['L.423-10'], ['S45'], { notComputed: 'weighed as a basis: resident-parent-french-child-l423-10' }),
  law('NEXT-CR-RF', 'high', ['L.423-16'], ['S45b'], { notComputed: 'weighed as a basis: resident-family-reunification-l423-16' }),
  law('NEXT-RLDUE', 'medium', ['L.426-17', 'L.426-18'], ['S19', 'S45c'], { notComputed: 'weighed as a basis: resident-ldue-l426-17' }),
  row('NEXT-ALG-3Y', 'high', ['accord 1968 art. 7 bis'], ['S44']),
  row('NEXT-ALG-5Y', 'medium', ['accord 1968 art. 7 bis h'], ['S44']),
  row('NEXT-ALG-SPOUSE', 'high', ['accord 1968 art. 7 bis a'], ['S44'], { notComputed: 'weighed as a basis: dz-7bis-a' }),
  row('NEXT-ALG-PEF', 'high', ['accord 1968 art. 7 bis g'], ['S44']),
  row('SUNSET-4354', 'high', ['L.435-4'], ['S42'], { from: '2024-01-28', until: '2026-12-31' }),
  // Duties during the permit
  law('ADDR-3M', 'high', ['R.431-23'], ['S37']),
  law('ADDR-SCOPE', 'low', ['R.431-23'], ['S37']),
  row('ADDR-LT3M', 'medium', [], ['S37b']),
  product('ADDR-ALL'),
  row('CIVIL', 'medium', [], ['S38'], { notComputed: 'no general duty was found; a jurist reviews the change first' }),
  product('PASSPORT', [], { notComputed: 'expiry of the passport, a document of the vault' }),
  row('PHOTO', 'medium', [], ['S39b'], { notComputed: 'age of the photograph' }),
  row('DOM-6M', 'high', ['annexe 10 CESEDA'], ['S39'], { notComputed: 'date of the proof of address, a document of the vault' }),
  row('KEEP', 'medium', [], [], { notComputed: 'standing advice' }),
  // What the association keeps, and how long
  row('DATA-2Y', 'high', ['CNIL 2021-028', 'CNIL 2023-095'], ['S55', 'S55d', 'S55e']),
  row('DATA-LIT', 'medium', ['CNIL 2021-028'], ['S55d', 'S55f']),
  product('DATA-WARN'),
  product('DATA-REMIND'),
  product('DATA-SCAN', [], { notComputed: 'given back or erased when the dossier closes' }),
  product('DATA-TURN', [], { notComputed: 'people turned away: a count, no name' }),
  row('DATA-LOG', 'medium', [], [], { notComputed: 'access logs: six to twelve months' }),
  row('DATA-STAT', 'high', [], [], { notComputed: 'statistics: no limit once anonymous' }),
  row('DATA-ACC', 'medium', [], [], { notComputed: 'accounting papers: ten years, without case data' }),
];

const BY_ID = new Map(RENEWAL_ROWS.map((r) => [r.id, r]));
export const RENEWAL_IDS: readonly string[] = RENEWAL_ROWS.map((r) => r.id);
/** @throws RangeError for an id that no table holds: a mistake in this package, never in the input. */
export const renewalRow = (id: string): RenewalRow => {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`no renewal row ${id}`);
  return found;
};
