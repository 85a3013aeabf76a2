import type { DecisionFactsForm, RecordDecisionRequest } from '@permanence/contracts';
import { zoneOfDepartement } from '../places.ts';
import { back, dayAt, forward, hoursLater, plus } from './calendar.ts';

/** What a second reader expects of a limit. `expires` in milliseconds, for limits in hours; the days are then null. */
export interface Want {
  ruleId: string;
  last: string | null;
  prudent: string | null;
  expires: number | null;
  opens: string | null;
}
type Given = Pick<RecordDecisionRequest, 'notifiedOn' | 'notifiedAt'> & { facts: DecisionFactsForm };

/** Columns of the law page, read once more. `seat`: whose holidays carry the last day over (the prefecture, the measure, the country). */
interface Row {
  n: number;
  unit: 'months' | 'days';
  clear: boolean;
  carry: boolean;
  distance: 'yes' | 'disputed' | 'no';
  seat: 'place' | 'measure' | 'country';
  /** Interrupted by an optional administrative appeal, by a request for legal aid. */
  appeal: boolean;
  aid: boolean;
  court: boolean;
}
const twoMonths: Row = {
  n: 2,
  unit: 'months',
  clear: true,
  carry: true,
  distance: 'yes',
  seat: 'place',
  appeal: true,
  aid: true,
  court: true,
};
const month: Row = { ...twoMonths, n: 1, distance: 'no', appeal: false };
const week: Row = { ...month, n: 7, unit: 'days', clear: false, seat: 'measure', aid: false };
const ROWS: Readonly<Record<string, Row>> = {
  'refus-sejour-sans-oqtf': twoMonths,
  'retrait-titre-sejour': twoMonths,
  'refus-sejour-implicite': twoMonths,
  'communication-des-motifs': { ...twoMonths, distance: 'disputed', appeal: false },
  'refus-regroupement-familial': twoMonths,
  'regroupement-familial-implicite': twoMonths,
  expulsion: twoMonths,
  'oqtf-outre-mer-derogatoire': twoMonths,
  'oqtf-un-mois': month,
  'oqtf-assignation-residence': week,
  'oqtf-puis-assignation': week,
  'oqtf-detention': { ...week, clear: true },
  'oqtf-puis-detention': { ...week, clear: true },
  'irtf-autonome': { ...week, seat: 'place' },
  'transfert-dublin': { ...week, seat: 'place' },
  'assignation-residence-l731-1': week,
  'naturalisation-rapo': { ...twoMonths, clear: false, distance: 'no', seat: 'country', appeal: false, aid: false, court: false },
  'naturalisation-tribunal': { ...twoMonths, seat: 'country' },
  'refus-visa-rapo': { ...week, n: 30, seat: 'country', court: false },
  'refus-visa-tribunal': { ...twoMonths, distance: 'no', seat: 'country', appeal: false },
  'ofpra-rejet-cnda': { ...month, seat: 'country', aid: false },
  'appel-jugement-oqtf': { ...month, distance: 'yes', seat: 'country' },
  'appel-jugement-sejour': { ...twoMonths, seat: 'country', appeal: false },
};
const HOURS = ['oqtf-retention', 'oqtf-puis-retention', 'irtf-retention', 'transfert-dublin-retention'];
const PACIFIC = ['986', '987', '988', '989'];
const DEROGATORY = ['971', '973', '976', '977', '978'];
const OVERSEAS = ['971', '972', '973', '974', '975', '976', '977', '978'];

/** Courts of the interior judge the appeals; the watchers speak of legal aid only for these rows. */
export const isBeforeCourt = (ruleId: string): boolean => ROWS[ruleId]?.court ?? false;

interface Span {
  term: string;
  last: string;
  prudent: string;
}
const distance = (row: Row, { departement, residence }: DecisionFactsForm): number => {
  if (row.distance === 'no' || !residence) return 0;
  if (residence === 'abroad') return 2;
  const seatOverseas = row.seat !== 'country' && OVERSEAS.includes(departement ?? '');
  return (residence === 'overseas') === seatOverseas ? 0 : 1;
};
const span = (row: Row, start: string, facts: DecisionFactsForm): Span => {
  const here = facts.departement ?? null;
  const seat = row.seat === 'place' ? here : row.seat === 'measure' ? (facts.measureDepartement ?? here) : null;
  const term = plus(start, row.n + (row.unit === 'months' ? distance(row, facts) : 0), row.unit);
  const legal = row.clear ? plus(term, 1, 'days') : term;
  const short = row.distance === 'disputed' ? plus(start, row.n, row.unit) : term;
  return { term, last: row.carry ? forward(legal, seat) : legal, prudent: back(short, here, seat) };
};

const earliest = (...days: (string | null | undefined)[]): string | null =>
  days.reduce<string | null>((first, day) => (day && (first === null || day < first) ? day : first), null);
/** The day a letter or a message counts as received, an hour being read on the prefecture's clock; null: nobody knows. */
export function received({ notifiedOn, notifiedAt, facts }: Given): string | null {
  const given = notifiedOn ?? (notifiedAt ? dayAt(notifiedAt, zoneOfDepartement(facts.departement ?? '75')) : null);
  const { notificationMeans: by, firstPresentedOn: shown, collectedOn: taken, postedOnPortalOn: posted, firstOpenedOn: opened } = facts;
  if (by === 'anef') return earliest(given, posted, opened);
  if (given) return given;
  if (by === 'registered-letter') return taken && shown && taken > plus(shown, 15, 'days') ? shown : (taken ?? shown ?? null);
  if (!posted) return opened ?? null;
  const two = by === 'telerecours';
  const lastOpening = two ? workingDaysLater(posted, 2, facts.departement ?? null) : plus(posted, 15, 'days');
  if (opened && opened <= lastOpening) return opened;
  if (opened || facts.neverOpened) return by === 'crpa-electronic' ? posted : lastOpening;
  return posted;
}
const workingDaysLater = (day: string, n: number, departement: string | null): string =>
  n === 0 ? day : workingDaysLater(forward(plus(day, 1, 'days'), departement), n - 1, departement);

/** The day silence became a refusal, by the permit asked for; four months while it is an ordinary one. */
export const silenceEnds = (completeOn: string, permit: DecisionFactsForm['permitRequested']): string => {
  if (permit === 'student') return plus(completeOn, 90, 'days');
  if (permit === 'talent-researcher') return plus(completeOn, 60, 'days');
  if (permit === 'eu-blue-card') return plus(completeOn, 90, 'days');
  return plus(completeOn, 4, 'months');
};

/** Which row a paper belongs to. */
function rowOf(given: Given): string {
  const { facts } = given;
  const place = facts.departement ?? '';
  const held = facts.measure ?? null;
  switch (facts.paper) {
    case 'permit-refusal':
      return 'refus-sejour-sans-oqtf';
    case 'permit-withdrawal':
      return 'retrait-titre-sejour';
    case 'expulsion':
      return 'expulsion';
    case 'silence':
      return facts.reasonsRequestedOn ? 'communication-des-motifs' : 'refus-sejour-implicite';
    case 'family-reunification-refusal':
      return given.notifiedOn ? 'refus-regroupement-familial' : 'regroupement-familial-implicite';
    case 'oqtf': {
      if (DEROGATORY.includes(place)) return 'oqtf-outre-mer-derogatoire';
      if (facts.measureNotifiedOn ?? facts.measureNotifiedAt)
        return held === 'detention' ? 'oqtf-puis-retention' : held === 'prison' ? 'oqtf-puis-detention' : 'oqtf-puis-assignation';
      if (held === 'none') return 'oqtf-un-mois';
      return held === 'house-arrest' ? 'oqtf-assignation-residence' : held === 'prison' ? 'oqtf-detention' : 'oqtf-retention';
    }
    case 'entry-ban':
      return held === 'detention' ? 'irtf-retention' : 'irtf-autonome';
    case 'transfer':
      return held === 'detention' ? 'transfert-dublin-retention' : 'transfert-dublin';
    case 'naturalisation-refusal':
      return facts.recoursHierarchiqueReceivedOn ? 'naturalisation-tribunal' : 'naturalisation-rapo';
    case 'visa-refusal':
      return facts.recoursHierarchiqueReceivedOn ? 'refus-visa-tribunal' : 'refus-visa-rapo';
    case 'ofpra-rejection':
      return 'ofpra-rejet-cnda';
    case 'judgment':
      return facts.initialDecision === 'oqtf-un-mois' ? 'appel-jugement-oqtf' : 'appel-jugement-sejour';
    default:
      throw new Error(`the second reader does not know ${facts.paper}`);
  }
}

/** The day a row starts on; null: not known. */
function startOf(ruleId: string, given: Given): string | null {
  const { facts } = given;
  if (ruleId === 'refus-sejour-implicite' || ruleId === 'communication-des-motifs')
    return facts.completeFileReceivedOn ? silenceEnds(facts.completeFileReceivedOn, facts.permitRequested) : null;
  if (ruleId === 'regroupement-familial-implicite')
    return facts.completeFileReceivedOn ? plus(facts.completeFileReceivedOn, 6, 'months') : null;
  if (ruleId.endsWith('-tribunal')) {
    const silent = plus(
      facts.recoursHierarchiqueReceivedOn!,
      ruleId.startsWith('visa') || ruleId.startsWith('refus-visa') ? 2 : 4,
      'months',
    );
    return facts.recoursAnsweredOn && facts.recoursAnsweredOn <= silent ? facts.recoursAnsweredOn : silent;
  }
  return received(given);
}

/** An administrative appeal and a request for legal aid stop the limit, and a fresh one runs from their end. */
function withActs(row: Row, start: string, facts: DecisionFactsForm): { last: string | null; prudent: string } {
  let now: { start: string; last: string | null; prudent: string } = { start, ...span(row, start, facts) };
  const posted = facts.recoursGracieuxPostedOn;
  if (row.appeal && posted) {
    const silent = facts.recoursGracieuxReceivedOn ? plus(facts.recoursGracieuxReceivedOn, 2, 'months') : null;
    const end = facts.recoursAnsweredOn ?? silent;
    now = end === null ? { ...now, last: null } : { start: end, ...span(row, end, facts) };
  }
  const asked = facts.aideJuridictionnelleRequestedOn;
  if (row.aid && asked && now.last !== null) {
    const told = facts.aideJuridictionnelleNotifiedOn;
    if (!told) return { last: null, prudent: now.prudent };
    const fifteen = plus(told, 15, 'days');
    const from = facts.lawyerAppointedOn && facts.lawyerAppointedOn > fifteen ? facts.lawyerAppointedOn : fifteen;
    const here = facts.departement ?? null;
    const seat = row.seat === 'country' ? null : row.seat === 'measure' ? (facts.measureDepartement ?? here) : here;
    return { last: span(row, from, facts).last, prudent: back(span(row, told, facts).term, here, seat) };
  }
  return { last: now.last, prudent: now.prudent };
}

/** What must be kept of a decision, by a reader who never looked at the rules; why not, where no day may be given. */
export function expectedLimit(given: Given): Want | 'not-covered' | 'missing' {
  const { facts } = given;
  if (PACIFIC.includes(facts.departement ?? '') || PACIFIC.includes(facts.measureDepartement ?? '')) return 'not-covered';
  const named = rowOf(given);
  const ruleId = named === 'irtf-retention' ? 'irtf-autonome' : named;
  const inDays = (last: string | null, prudent: string): Want => ({ ruleId, last, prudent, expires: null, opens: null });
  if (HOURS.includes(named)) {
    const from = named === 'oqtf-puis-retention' ? facts.measureNotifiedAt : given.notifiedAt;
    if (!from) return 'missing';
    const zone = zoneOfDepartement(facts.measureDepartement ?? facts.departement ?? '75');
    return { ruleId, last: null, prudent: null, expires: hoursLater(from, 48, zone), opens: null };
  }
  const row = named === 'assignation-residence-l731-1' && DEROGATORY.includes(facts.departement ?? '') ? twoMonths : ROWS[ruleId]!;
  if (ruleId.startsWith('oqtf-puis')) {
    const day = facts.measureNotifiedOn!;
    const { last, prudent } = span(row, day, facts);
    return inDays(last, prudent);
  }
  const start = startOf(ruleId, given);
  if (start === null) return 'missing';
  if (ruleId === 'communication-des-motifs') {
    const cap = plus(facts.reasonsRequestedOn!, 12, 'months');
    const capPrudent = back(cap, facts.departement ?? null);
    if (!facts.reasonsReceivedOn) return inDays(cap, capPrudent);
    const fresh = span(row, facts.reasonsReceivedOn, facts);
    return fresh.last <= cap ? inDays(fresh.last, fresh.prudent) : inDays(cap, earliest(fresh.prudent, capPrudent)!);
  }
  // Of an implied refusal it is the acknowledgement that tells the routes.
  if (facts.routesNotified === false && !ruleId.includes('implicite')) {
    const year = plus(start, 12, 'months');
    const seat = row.seat === 'country' ? null : (facts.departement ?? null);
    return inDays(year, earliest(span(row, start, facts).prudent, back(year, facts.departement ?? null, seat))!);
  }
  const { last, prudent } = withActs(row, start, facts);
  return inDays(last, prudent);
}
