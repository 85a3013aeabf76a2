import { FORGOTTEN_AFTER_DAYS, NOTHING_RECEIVED_AFTER_DAYS, WATCH_AHEAD_DAYS, type WatcherCode } from '@permanence/contracts';
import type { WatchedDossier } from '@permanence/persistence';
import { INTEGRATION_FACTS, milestonesOf } from '../integration/index.ts';
import { addDays, addMonths, clockRule, isDecisionId, isIsoDate, isoDate, type IsoDate } from '@permanence/rules';

export interface Seen {
  code: WatcherCode;
  on: IsoDate | null;
}
/** Answers the watchers read. */
export const WATCHED_FACTS = [...INTEGRATION_FACTS, 'sameMentionRenewals'] as const;

const SHORTAGE_BASIS = 'aes-shortage-l435-4';
/** L.435-4 is in force up to this day. */
const SHORTAGE_ENDS = isoDate('2026-12-31');
/** Renewals of one mention after which one more is the last. */
const CAP_NEAR = 2;
/** A renewal may be filed six months before the card ends, at the earliest that any window opens. */
const FILED_FOR_THIS_CARD_MONTHS = -6;
const COURTS = ['TA-res', 'TA-pref', 'TA-lieu', 'TA', 'CAA', 'CE', 'CNDA'];

interface RuleFacts {
  facts?: { aideJuridictionnelleRequestedOn?: unknown; aideJuridictionnelleDecision?: unknown; lawyerAppointedOn?: unknown };
}
/** Of an appeal before a court, in days: where hours count, the lawyer on duty is asked at the hearing and not by a request. */
const legalAid = ({ openLimits }: WatchedDossier, today: IsoDate): Seen[] => {
  const open = openLimits.filter((limit) => {
    if (limit.sourceKind !== 'decision' || !limit.prudentOn || limit.prudentOn < today) return false;
    if (!isDecisionId(limit.ruleId) || clockRule(limit.ruleId).family === 'silence') return false;
    if (!COURTS.includes(limit.courtKind ?? '')) return false;
    const { facts = {} } = limit.facts as RuleFacts;
    return !facts.aideJuridictionnelleRequestedOn && !facts.aideJuridictionnelleDecision && !facts.lawyerAppointedOn;
  });
  const days = open.map((limit) => limit.prudentOn!).sort();
  return days.length ? [{ code: 'legal-aid-not-asked', on: days[0]! }] : [];
};

const silence = ({ openLimits }: WatchedDossier, today: IsoDate): Seen[] =>
  openLimits.flatMap(({ ruleId, lastDayOn }): Seen[] => {
    if (ruleId !== 'IMPLICIT-4M' || !lastDayOn || lastDayOn > addDays(today, WATCH_AHEAD_DAYS)) return [];
    return [{ code: lastDayOn < today ? 'silence-refusal' : 'silence-soon', on: lastDayOn }];
  });

/** From the limits still open: a receipt that was renewed, or a request that was answered, is no longer there. */
const receipts = ({ openLimits }: WatchedDossier, today: IsoDate): Seen[] => {
  const ends = openLimits
    .filter(({ ruleId }) => ruleId === 'API-RENEW' || ruleId === 'RECEP-CHECK')
    .map(({ facts }) => (facts as { certificateUntil?: unknown }).certificateUntil)
    .filter(isIsoDate)
    .filter((until) => until <= addDays(today, WATCH_AHEAD_DAYS));
  return ends.length ? [{ code: 'receipt-ending', on: [...ends].sort()[0]! }] : [];
};

const nothingReceived = ({ filings, decisions }: WatchedDossier, today: IsoDate): Seen[] => {
  const [latest] = filings;
  if (!latest || latest.completeOn || latest.receiptUntil || decisions.some((d) => d.filed || d.paper === 'permit-refusal')) return [];
  return latest.filedOn <= addDays(today, -NOTHING_RECEIVED_AFTER_DAYS) ? [{ code: 'nothing-received', on: latest.filedOn }] : [];
};

/** The card that ends last has ended, and no request was filed since it could be. One without a known end may still run. */
const cardExpired = ({ permits, filings }: WatchedDossier, today: IsoDate): Seen[] => {
  if (!permits.length || permits.some((permit) => permit.validUntil === null)) return [];
  const end = permits.map((permit) => permit.validUntil!).reduce((a, b) => (a > b ? a : b));
  if (end >= today || filings.some((filing) => filing.filedOn >= addMonths(end, FILED_FOR_THIS_CARD_MONTHS))) return [];
  return [{ code: 'card-expired', on: end }];
};

const forgotten = ({ openLimits, planned, lastAt }: WatchedDossier, today: IsoDate): Seen[] => {
  const last = isoDate(lastAt.slice(0, 10));
  return openLimits.length || planned || last > addDays(today, -FORGOTTEN_AFTER_DAYS) ? [] : [{ code: 'forgotten', on: last }];
};

/** The integration contract: the first milestone not kept up with, before its day; or what the interview says outright. */
const integration = ({ facts, permits, integration: contract, nationality }: WatchedDossier, today: IsoDate): Seen[] => {
  const [permit = null] = [...permits].sort((a, b) => ((a.validUntil ?? '') > (b.validUntil ?? '') ? -1 : 1));
  const behind = milestonesOf({ contract, facts, permit, nationality }, today).find(({ state }) => state === 'behind');
  if (behind) return [{ code: 'cir-behind', on: behind.on }];
  const said = facts.get('cirStatus');
  return said === 'not-respected' || (said === 'not-signed' && !contract?.signedOn) ? [{ code: 'cir-behind', on: null }] : [];
};

const fromFacts = ({ facts, basis }: WatchedDossier, today: IsoDate): Seen[] => [
  ...(Number(facts.get('sameMentionRenewals') ?? 0) >= CAP_NEAR ? [{ code: 'renewal-cap' as const, on: null }] : []),
  ...(basis === SHORTAGE_BASIS && today >= addMonths(SHORTAGE_ENDS, -6) ? [{ code: 'l4354-end' as const, on: SHORTAGE_ENDS }] : []),
];

/** All that is to be noticed about one open dossier today. Pure. An unknown fact raises nothing. */
export const watchDossier = (dossier: WatchedDossier, today: IsoDate): Seen[] =>
  [legalAid, silence, receipts, nothingReceived, cardExpired, forgotten, integration, fromFacts].flatMap((watch) => watch(dossier, today));
