import type { Decision } from '@permanence/contracts';
import {
  LEGAL_AID_DECISIONS,
  MEASURES,
  NOTIFICATION_MEANS,
  PERMITS_REQUESTED,
  RESIDENCES,
  VISA_TYPES,
  formatInstant,
  instantOf,
  parseInstant,
  territoryOf,
  zoneOf,
  type IsoDate,
  type Paper,
} from '@permanence/rules';
import { asYesNo, yesNo } from '../ui/fields.tsx';
import { typedDay } from '../ui/days.ts';
import { orNull, type Reading } from '../ui/reading.ts';

type Kind = 'day' | 'yes-no' | 'choice' | 'number' | 'text';
interface FactField {
  readonly kind: Kind;
  readonly values?: readonly string[];
  /** Message table of its values. */
  readonly words?: 'measures' | 'means' | 'permitsRequested' | 'aidDecisions' | 'residences' | 'visaTypes';
}
/** The facts of a decision that the form asks for, by their names in the rules. */
export const FACT_FIELDS = {
  measure: { kind: 'choice', values: MEASURES, words: 'measures' },
  voluntaryDepartureDays: { kind: 'number' },
  notificationMeans: { kind: 'choice', values: NOTIFICATION_MEANS, words: 'means' },
  firstPresentedOn: { kind: 'day' },
  deliveryNoticeLeft: { kind: 'yes-no' },
  collectedOn: { kind: 'day' },
  returnedUncollected: { kind: 'yes-no' },
  postedOnPortalOn: { kind: 'day' },
  firstOpenedOn: { kind: 'day' },
  neverOpened: { kind: 'yes-no' },
  routesNotified: { kind: 'yes-no' },
  departement: { kind: 'text' },
  measureDepartement: { kind: 'text' },
  detentionCentre: { kind: 'text' },
  permitRequested: { kind: 'choice', values: PERMITS_REQUESTED, words: 'permitsRequested' },
  completeFileReceivedOn: { kind: 'day' },
  implicitRefusalOn: { kind: 'day' },
  acknowledgementWithRoutes: { kind: 'yes-no' },
  measureNotifiedOn: { kind: 'day' },
  newLimitInformationGiven: { kind: 'yes-no' },
  appealAlreadyFiled: { kind: 'yes-no' },
  recoursGracieuxPostedOn: { kind: 'day' },
  recoursGracieuxReceivedOn: { kind: 'day' },
  recoursHierarchiquePostedOn: { kind: 'day' },
  recoursHierarchiqueReceivedOn: { kind: 'day' },
  recoursAnsweredOn: { kind: 'day' },
  recoursAcknowledgedWithRoutes: { kind: 'yes-no' },
  reasonsRequestedOn: { kind: 'day' },
  reasonsReceivedOn: { kind: 'day' },
  aideJuridictionnelleRequestedOn: { kind: 'day' },
  aideJuridictionnelleDecision: { kind: 'choice', values: LEGAL_AID_DECISIONS, words: 'aidDecisions' },
  aideJuridictionnelleNotifiedOn: { kind: 'day' },
  lawyerAppointedOn: { kind: 'day' },
  knowledgeProvenOn: { kind: 'day' },
  residence: { kind: 'choice', values: RESIDENCES, words: 'residences' },
  visaType: { kind: 'choice', values: VISA_TYPES, words: 'visaTypes' },
  asylumClaimOn: { kind: 'day' },
} as const satisfies Record<string, FactField>;
export type FactFieldName = keyof typeof FACT_FIELDS;
const NAMES = Object.keys(FACT_FIELDS) as FactFieldName[];

const MAIN: FactFieldName[] = ['departement', 'routesNotified'];
const REMOVAL: readonly Paper[] = ['oqtf', 'house-arrest', 'transfer', 'entry-ban', 'end-of-departure-time', 'expulsion'];
/** What is asked first for this paper and this way of handing it over; the rest waits behind a disclosure. */
export function mainFields(paper: string, means: string, measure: string): FactFieldName[] {
  const shown = [...MAIN];
  if (paper === 'permit-refusal' || paper === 'silence') shown.push('permitRequested');
  if (paper === 'silence') shown.push('completeFileReceivedOn', 'implicitRefusalOn', 'acknowledgementWithRoutes');
  if (paper === 'visa-refusal') shown.push('visaType', 'residence');
  if (paper === 'oqtf') shown.push('voluntaryDepartureDays');
  if (REMOVAL.includes(paper as Paper) && measure && measure !== 'none') shown.push('measureDepartement');
  if (measure === 'detention') shown.push('detentionCentre');
  if (means === 'registered-letter') shown.push('firstPresentedOn', 'deliveryNoticeLeft', 'collectedOn', 'returnedUncollected');
  if (means === 'anef' || means === 'ofpra-portal' || means === 'crpa-electronic' || means === 'telerecours')
    shown.push('postedOnPortalOn', 'firstOpenedOn', 'neverOpened');
  return shown;
}
export const otherFields = (shown: readonly FactFieldName[]): FactFieldName[] =>
  NAMES.filter((name) => !shown.includes(name) && name !== 'measure' && name !== 'notificationMeans');

export type DecisionValues = Record<FactFieldName, string> &
  Record<'paper' | 'decisionOn' | 'notifiedOn' | 'notifiedTime' | 'printedAmount' | 'printedUnit' | 'filingId', string>;

const shownAs = (kind: Kind, value: unknown): string =>
  value === null || value === undefined
    ? ''
    : kind === 'yes-no'
      ? asYesNo(value as boolean)
      : kind === 'day'
        ? typedDay(value as string)
        : String(value as string | number);

const clockOf = (at: string | null | undefined): { on: string; time: string } | null => {
  const local = at ? parseInstant(at)?.local : undefined;
  return local
    ? { on: local.on, time: `${String(Math.floor(local.minutes / 60)).padStart(2, '0')}h${String(local.minutes % 60).padStart(2, '0')}` }
    : null;
};

export function decisionValues(decision: Decision | null, departement: string | null): DecisionValues {
  const facts = (decision?.facts ?? { departement }) as Record<string, unknown>;
  const at = clockOf(decision?.notifiedAt);
  const printed = decision?.facts.limitPrintedOnLetter;
  return {
    ...(Object.fromEntries(NAMES.map((name) => [name, shownAs(FACT_FIELDS[name].kind, facts[name])])) as Record<FactFieldName, string>),
    paper: decision?.paper ?? '',
    decisionOn: typedDay(decision?.decisionOn),
    notifiedOn: typedDay(at?.on ?? decision?.notifiedOn),
    notifiedTime: at?.time ?? '',
    printedAmount: printed ? String(printed.amount) : '',
    printedUnit: printed?.unit ?? '',
    filingId: decision?.filingId ?? '',
  };
}

/** A clock time where the decision was handed over: overseas, the offset is not that of Paris. */
export const handedOverAt = (on: IsoDate, time: string, departement: string): string => {
  const [hour = '0', minute = '0'] = time.split(':');
  const zone = zoneOf(territoryOf(departement));
  const at = instantOf({ on, minutes: Number(hour) * 60 + Number(minute) }, zone);
  return formatInstant(at, zone(at));
};

/** The request: what is empty is unknown, and never sent as an answer. */
export function decisionRequest(values: DecisionValues, reading: Reading) {
  const facts: Record<string, unknown> = { paper: values.paper || null };
  for (const name of NAMES) {
    const typed = values[name];
    const { kind } = FACT_FIELDS[name];
    const value =
      kind === 'day'
        ? reading.day(name, typed)
        : kind === 'yes-no'
          ? yesNo(typed)
          : kind === 'number'
            ? reading.number(name, typed)
            : orNull(kind === 'text' ? typed.toUpperCase() : typed);
    if (value !== null) facts[name] = kind === 'text' && name === 'detentionCentre' ? typed.trim() : value;
  }
  const amount = reading.number('printedAmount', values.printedAmount);
  if (amount !== null && values.printedUnit) facts['limitPrintedOnLetter'] = { amount, unit: values.printedUnit };
  const notifiedOn = reading.day('notifiedOn', values.notifiedOn);
  const time = values.notifiedTime.trim() ? reading.time('notifiedTime', values.notifiedTime) : null;
  return {
    decision: 'auto' as const,
    decisionOn: reading.day('decisionOn', values.decisionOn),
    notifiedOn,
    notifiedAt: notifiedOn && time ? handedOverAt(notifiedOn, time, values.departement || '75') : null,
    facts,
  };
}
