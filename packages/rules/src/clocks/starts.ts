import { addDays, addMonths, isoDate, maxDate, minDate, type IsoDate } from '../calendar/iso-date.ts';
import { standingOf, YEAR, type Standing } from './acts.ts';
import type { Case } from './case.ts';
import { lawfulRow } from './choose.ts';
import type { DecisionId } from './ids.ts';
import { notificationDay } from './notification.ts';
import { clockRule } from './registry.ts';
import type { ClockRule, Limit } from './rule.ts';
import { permitRefusalBirth, refusalBirth } from './silence-birth.ts';
import { runSpan } from './span.ts';

/** The day a row starts on, and whether it starts on an implied refusal: the acknowledgement then stands for the routes. */
export interface Starting {
  on: IsoDate | null;
  implied: boolean;
}

const rapoReceived = (c: Case): IsoDate | null => {
  const { recoursHierarchiqueReceivedOn, recoursGracieuxReceivedOn, completeFileReceivedOn } = c.facts;
  return recoursHierarchiqueReceivedOn ?? recoursGracieuxReceivedOn ?? completeFileReceivedOn ?? null;
};

/** An answer counts when it came before silence became a refusal, or while the limit of that refusal still ran. */
const answerOrSilence = (c: Case, answered: IsoDate | null, birth: IsoDate | null, limit: Limit): Starting => {
  if (answered === null) return { on: birth, implied: true };
  if (birth === null || answered <= birth) return { on: answered, implied: false };
  const window = runSpan(c, birth, limit).lastDay;
  if (answered <= window) {
    c.step('express-inside-window', answered, { window });
    return { on: answered, implied: false };
  }
  if (c.ask('acknowledgementWithRoutes') === false) {
    c.cap('medium');
    c.step('express-after-unenforceable-silence', answered);
    return { on: answered, implied: false };
  }
  c.cap('medium');
  c.step('express-too-late', answered, { window });
  return { on: birth, implied: true };
};

const hasNotification = (c: Case) => Boolean(c.input.notifiedOn ?? c.input.notifiedAt ?? c.facts.notificationMeans);

/** The decision of a mandatory appeal: its notification, or silence on it. */
const rapo = (c: Case, row: DecisionId, limit: Limit): Starting => {
  const received = rapoReceived(c);
  const birth = refusalBirth(c, row, received);
  const notified = hasNotification(c) ? notificationDay(c) : null;
  // No rejection comes before the appeal it answers: an earlier day is that of the first refusal.
  const first = notified !== null && received !== null && notified < received;
  const given = first || notified === null ? (c.facts.recoursAnsweredOn ?? null) : notified;
  if (given === null && birth === null) {
    c.missing.add('notifiedOn');
    c.ask('recoursHierarchiqueReceivedOn');
    return { on: null, implied: false };
  }
  return answerOrSilence(c, given, birth, limit);
};

/** Where a row starts, except those that start from an act of the person (reasons, appeal) or from a later measure. */
export const startingDay = (c: Case, rule: ClockRule, limit: Limit): Starting => {
  switch (rule.start) {
    case 'permit-silence':
      return { on: permitRefusalBirth(c), implied: true };
    case 'notification-or-permit-silence': {
      const impliedOnly = !hasNotification(c) && Boolean(c.facts.implicitRefusalOn ?? c.facts.completeFileReceivedOn);
      return impliedOnly ? { on: permitRefusalBirth(c), implied: true } : { on: notificationDay(c), implied: false };
    }
    case 'family-silence': {
      const birth = refusalBirth(c, 'silence-regroupement-6-mois', c.facts.completeFileReceivedOn ?? null);
      if (birth === null) {
        c.ask('completeFileReceivedOn');
        c.ask('implicitRefusalOn');
      }
      return { on: birth, implied: true };
    }
    case 'express-after-silence': {
      const notified = notificationDay(c);
      return answerOrSilence(c, notified, permitRefusalBirth(c), limit);
    }
    case 'rapo-visa':
      return rapo(c, 'silence-rapo-visa-2-mois', limit);
    case 'rapo-naturalisation':
      return rapo(c, 'silence-rapo-naturalisation-4-mois', limit);
    default:
      return { on: notificationDay(c), implied: false };
  }
};

/** First day of the reasonable year of an implied refusal: proven knowledge when nobody was told how silence is read, else its birth. */
export const impliedYearStart = (c: Case, birth: IsoDate | null): IsoDate | null => {
  if (c.facts.acknowledgementWithRoutes !== false) return birth ?? c.facts.knowledgeProvenOn ?? null;
  return c.ask('knowledgeProvenOn') ?? birth;
};

/** The reasonable year as a row of its own: from the notification or proven knowledge, or from the implied refusal. */
export const reasonableYearStart = (c: Case): Starting => {
  const { knowledgeProvenOn, implicitRefusalOn, completeFileReceivedOn } = c.facts;
  if (!hasNotification(c) && (implicitRefusalOn ?? completeFileReceivedOn)) {
    c.ask('acknowledgementWithRoutes');
    return { on: impliedYearStart(c, permitRefusalBirth(c)), implied: true };
  }
  if (!hasNotification(c)) {
    if (!knowledgeProvenOn) {
      c.missing.add('notifiedOn');
      c.ask('knowledgeProvenOn');
    } else c.step('knowledge-proven', knowledgeProvenOn);
    return { on: knowledgeProvenOn ?? null, implied: c.facts.acknowledgementWithRoutes === false };
  }
  const notified = notificationDay(c);
  const days = [notified, knowledgeProvenOn].filter((d): d is IsoDate => Boolean(d));
  return { on: days.length > 0 ? minDate(...days) : null, implied: false };
};

/** Requests for reasons made before the opinion was published are capped from its publication (8 October 2025). */
const OPINION_PUBLISHED = isoDate('2025-10-08');

/**
 * Reasons of an implied refusal asked in time: two months from the day they are received, never later than one year from the request.
 * While none came, the end of that year is the last day.
 */
export const reasonsStanding = (c: Case, birth: IsoDate | null, limit: Limit): Standing | null => {
  const requested = c.ask('reasonsRequestedOn');
  const received = c.facts.reasonsReceivedOn ?? null;
  if (requested === null && received === null) return null;
  if (requested !== null && birth !== null) {
    const enforceable = c.facts.acknowledgementWithRoutes !== false;
    const yearStart = impliedYearStart(c, birth)!;
    const window = enforceable ? runSpan(c, birth, { ...limit, adm: 'I' }).lastDay : runSpan(c, yearStart, YEAR).lastDay;
    if (requested > window) {
      c.step('reasons-requested-too-late', requested, { window });
      return null;
    }
    if (requested < birth) {
      c.step('act-before-limit', requested);
      return null;
    }
  }
  const cap = requested === null ? null : addMonths(maxDate(requested, OPINION_PUBLISHED), 12);
  if (requested !== null) c.step('reasons-requested', requested);
  if (cap !== null && requested! < OPINION_PUBLISHED) c.step('reasons-cap-from-opinion', OPINION_PUBLISHED);
  const capSpan = cap === null ? null : runSpan(c, addMonths(cap, -12), YEAR);
  if (received === null) {
    c.ask('reasonsReceivedOn');
    c.step('reasons-never-received', cap!);
    return { span: capSpan!, lastDay: cap, prudentDay: capSpan!.prudentDay, running: 'interrupted', confidence: 'medium' };
  }
  c.step('reasons-received', received);
  const fresh = standingOf(c, received, limit);
  if (cap === null || fresh.lastDay === null || fresh.lastDay <= cap) return { ...fresh, running: 'interrupted' };
  c.step('reasons-cap', cap);
  const prudentDay = minDate(fresh.prudentDay, capSpan!.prudentDay);
  return { span: { ...capSpan!, term: cap }, lastDay: cap, prudentDay, running: 'interrupted', confidence: 'medium' };
};

/** Initial decision of an optional administrative appeal: its own first limit, used to tell whether the appeal came in time. */
export const initialRule = (c: Case): ClockRule | null => {
  const id = c.ask('initialDecision');
  return id === null || id === 'recours-gracieux-ou-hierarchique' ? null : clockRule(lawfulRow(c, id));
};

/** Fresh limit after an appeal when the first decision's own day is not known: from the rejection alone. */
export const rejectionDay = (c: Case): IsoDate | null => {
  const { recoursAnsweredOn, recoursGracieuxReceivedOn, recoursHierarchiqueReceivedOn } = c.facts;
  const received = [recoursGracieuxReceivedOn, recoursHierarchiqueReceivedOn].filter((d): d is IsoDate => Boolean(d));
  if (received.length === 0) return recoursAnsweredOn ?? null;
  const silent = addMonths(maxDate(...received), 2);
  return recoursAnsweredOn && recoursAnsweredOn <= addDays(addMonths(silent, 2), 1) ? recoursAnsweredOn : silent;
};
