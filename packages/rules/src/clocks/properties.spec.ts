import { isIsoDate, type IsoDate } from '../calendar/iso-date.ts';
import { isInstant } from '../calendar/instant.ts';
import { clockMessages, sayCoded } from '../messages/say.ts';
import { repeats } from '../test/repeats.ts';
import { coverageOf, computeDeadline } from './deadline.ts';
import { compareGravity, gravityOf } from './gravity.ts';
import { DECISION_IDS } from './ids.ts';
import {
  LEGAL_AID_DECISIONS,
  MEASURES,
  NOTIFICATION_MEANS,
  PAPERS,
  PERMITS_REQUESTED,
  RESIDENCES,
  type DeadlineAnswer,
  type DeadlineInput,
} from './types.ts';

const random = (seed: number) => () => {
  seed = (seed * 1664525 + 1013904223) % 4294967296;
  return seed / 4294967296;
};
const next = random(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
const maybe = <T>(make: () => T): T | null => (next() < 0.5 ? make() : null);
const DAYS = [
  '2022-06-01',
  '2024-07-10',
  '2024-07-20',
  '2024-12-31',
  '2025-06-30',
  '2026-02-28',
  '2026-05-01',
  '2026-06-15',
  '2026-09-01',
  '2026-11-21',
] as IsoDate[];
const day = () => pick(DAYS);
const bool = () => next() < 0.5;

const anyInput = (): DeadlineInput => ({
  decision: pick([...DECISION_IDS, 'auto'] as const),
  decisionOn: maybe(day),
  notifiedOn: maybe(day),
  notifiedAt: maybe(() => `${day()}T10:30:00+01:00`),
  facts: {
    paper: maybe(() => pick(PAPERS)),
    departement: maybe(() => pick(['75', '67', '973', '974', '988', '2A'])),
    measure: maybe(() => pick(MEASURES)),
    measureNotifiedOn: maybe(day),
    newLimitInformationGiven: maybe(bool),
    notificationMeans: maybe(() => pick(NOTIFICATION_MEANS)),
    firstPresentedOn: maybe(day),
    collectedOn: maybe(day),
    returnedUncollected: maybe(bool),
    postedOnPortalOn: maybe(day),
    firstOpenedOn: maybe(day),
    neverOpened: maybe(bool),
    routesNotified: maybe(bool),
    acknowledgementWithRoutes: maybe(bool),
    permitRequested: maybe(() => pick(PERMITS_REQUESTED)),
    completeFileReceivedOn: maybe(day),
    implicitRefusalOn: maybe(day),
    knowledgeProvenOn: maybe(day),
    reasonsRequestedOn: maybe(day),
    reasonsReceivedOn: maybe(day),
    recoursGracieuxPostedOn: maybe(day),
    recoursGracieuxReceivedOn: maybe(day),
    recoursHierarchiqueReceivedOn: maybe(day),
    recoursAnsweredOn: maybe(day),
    recoursAcknowledgedWithRoutes: maybe(bool),
    initialDecision: maybe(() => pick(DECISION_IDS)),
    aideJuridictionnelleRequestedOn: maybe(day),
    aideJuridictionnelleDecision: maybe(() => pick(LEGAL_AID_DECISIONS)),
    aideJuridictionnelleNotifiedOn: maybe(day),
    lawyerAppointedOn: maybe(day),
    residence: maybe(() => pick(RESIDENCES)),
    limitPrintedOnLetter: maybe(() => ({ amount: 1 + Math.floor(next() * 60), unit: pick(['hours', 'days', 'months'] as const) })),
  },
});

describe('whatever is asked', () => {
  let kept: readonly { readonly input: DeadlineInput; readonly answer: DeadlineAnswer }[] | undefined;
  const answered = () =>
    (kept ??= Array.from({ length: repeats(10_000) }, () => {
      const input = anyInput();
      return { input, answer: computeDeadline(input) };
    }));
  const failing = (bad: (a: ReturnType<typeof answered>[number]) => boolean) => JSON.stringify(answered().find(bad) ?? null);

  it('answers with days that exist, hours with their offset, or null', () => {
    const date = (d: unknown) => d === undefined || d === null || isIsoDate(d);
    expect(failing(({ answer: a }) => !date(a.term) || !date(a.lastDay) || !date(a.prudentDay))).toBe('null');
    expect(failing(({ answer: a }) => Boolean(a.expiresAt) && !isInstant(a.expiresAt))).toBe('null');
  });
  it('never gives a prudent day after the last day, nor a term after it', () => {
    expect(failing(({ answer: a }) => Boolean(a.lastDay && a.prudentDay && a.prudentDay > a.lastDay))).toBe('null');
    expect(failing(({ answer: a }) => Boolean(a.lastDay && a.term && a.term > a.lastDay))).toBe('null');
  });
  it('gives no day where it says it is not covered, and nothing but a day elsewhere', () => {
    expect(failing(({ answer: a }) => !coverageOf(a).covered && Boolean(a.lastDay ?? a.expiresAt ?? a.prudentDay))).toBe('null');
    expect(answered().some(({ answer }) => !coverageOf(answer).covered)).toBe(true);
  });
  it('asks for something whenever it gives no day', () => {
    expect(failing(({ answer: a }) => coverageOf(a).covered && !a.lastDay && !a.expiresAt && a.missingFacts.length === 0)).toBe('null');
  });
  it('has a sentence for every code it answers with, with every value filled in', () => {
    const messages = clockMessages('fr');
    const coded = answered().flatMap(({ answer: a }) => [...a.steps, ...a.warnings]);
    expect([...new Set(coded.map((c) => c.code))].filter((code) => !(code in messages))).toEqual([]);
    expect(
      coded
        .map((c) => sayCoded(c, 'fr'))
        .filter((text) => /[{}…]|undefined|NaN/.test(text))
        .slice(0, 3),
    ).toEqual([]);
  });
  it('repeats no warning and no missing fact', () => {
    const unique = (list: string[]) => new Set(list).size === list.length;
    expect(failing(({ answer: a }) => !unique(a.missingFacts) || !unique(a.warnings.map((w) => w.code)))).toBe('null');
  });
  it('does not change what it was given, and answers the same twice', () => {
    const input = anyInput();
    const before = JSON.stringify(input);
    expect(computeDeadline(input)).toEqual(computeDeadline(input));
    expect(JSON.stringify(input)).toBe(before);
  });
  it('sorts every limit in hours before every limit in days', () => {
    const keys = answered()
      .slice(0, 500)
      .map(({ answer: a, input }) => ({ gravity: gravityOf(a, input.facts ?? {}), by: a.expiresAt ?? a.prudentDay ?? null }));
    const sorted = [...keys].sort(compareGravity);
    expect(sorted.map((k) => k.gravity.hours).lastIndexOf(true)).toBe(keys.filter((k) => k.gravity.hours).length - 1);
  });
});
