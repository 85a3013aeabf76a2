import { addMonths, minDate, type IsoDate } from '../calendar/iso-date.ts';
import { isPacific } from '../calendar/territory.ts';
import { courtOf } from '../tribunals/court.ts';
import { afterAppeal, standingOf, withoutEffect, YEAR, type Standing } from './acts.ts';
import { Case, momentOf, type Moment } from './case.ts';
import { chooseRow } from './choose.ts';
import { ASYLUM_PACT } from './columns.ts';
import type { DecisionId } from './ids.ts';
import { letterLimit, limitOf, printsTheSame, versionFor } from './limits.ts';
import { notificationDay, notificationMoment } from './notification.ts';
import { clockRule, versionOn } from './registry.ts';
import type { ClockRule, ClockVersion, Limit } from './rule.ts';
import { prudent, runHours, runSpan, type HourSpan } from './span.ts';
import { impliedYearStart, initialRule, reasonableYearStart, reasonsStanding, rejectionDay, startingDay } from './starts.ts';
import { birthUnder } from './silence-birth.ts';
import type { Coverage, DeadlineAnswer, DeadlineInput, Measure, NotCoveredReason } from './types.ts';

/** What a row came to, before the letter is looked at. */
interface Result {
  standing: Standing | null;
  hours?: HourSpan | undefined;
  limit: Limit;
  /** In hours, with a longer limit printed on the letter: the day the law alone would give. */
  prudentDay?: IsoDate;
  /** Articles of the limit that replaced the row's own. */
  alsoBasis?: readonly string[];
}

const days = (standing: Standing, limit: Limit): Result => ({ standing, limit });

/** Whether the routes were given: the notification for an express decision, the acknowledgement for an implied one. */
const enforceable = (c: Case, rule: ClockRule, implied: boolean): boolean => {
  if (implied) return c.ask('acknowledgementWithRoutes') !== false;
  if (rule.byHandOnly && c.facts.notificationMeans === 'registered-letter') {
    c.step('registered-letter-does-not-start-hours');
    return false;
  }
  return c.ask('routesNotified') !== false;
};

/** The routes were never given: the reasonable year is the last day, the row's own day stays the prudent one. */
const reasonableYear = (c: Case, start: IsoDate, ownPrudent: IsoDate, implied: boolean, limit: Limit): Result => {
  const from = implied ? impliedYearStart(c, start)! : start;
  c.step('routes-missing-reasonable-year', from);
  const year = standingOf(c, from, { ...YEAR, court: limit.court, adm: limit.adm === 'I' ? 'conserves' : limit.adm });
  if (c.facts.specialCircumstances === true) c.warn('special-circumstances-may-lengthen');
  return days({ ...year, running: 'not-enforceable', confidence: 'medium', prudentDay: minDate(ownPrudent, year.prudentDay) }, limit);
};

/** A limit in days or months from a known day. */
const dayRow = (c: Case, rule: ClockRule, start: IsoDate, implied: boolean, limit: Limit): Result => {
  if (enforceable(c, rule, implied)) return days(standingOf(c, start, limit), limit);
  const mark = c.steps.length;
  const own = standingOf(c, start, limit);
  c.steps.length = mark;
  return reasonableYear(c, start, own.prudentDay, implied, limit);
};

/** A limit in hours from a known moment. */
const hourRow = (c: Case, rule: ClockRule, moment: Moment, limit: Limit): Result => {
  const run = runHours(moment, limit);
  if (limit.aj === '0') c.warn('legal-aid-does-not-extend');
  if (enforceable(c, rule, false)) {
    c.steps.push(...run.steps);
    withoutEffect(c, limit);
    return { standing: null, hours: run, limit };
  }
  const year = reasonableYear(c, moment.on, run.on, false, limit);
  return { ...year, hours: run, standing: { ...year.standing!, prudentDay: run.on } };
};

const PUIS = { 'house-arrest': 'oqtf-puis-assignation', detention: 'oqtf-puis-retention', prison: 'oqtf-puis-detention' } as const;
type Later = keyof typeof PUIS;
const MEASURE_OF: Partial<Record<DecisionId, Later>> = {
  'oqtf-puis-assignation': 'house-arrest',
  'oqtf-puis-retention': 'detention',
  'oqtf-puis-detention': 'prison',
};

/** The kind of the later measure; the shortest limit (detention) while nothing tells it. */
const laterKind = (c: Case, row: DecisionId): Later => {
  const named = MEASURE_OF[row];
  if (named) return named;
  const { measure, detentionCentre, houseArrestArticle } = c.facts;
  if (measure && measure !== 'none') return measure;
  if (detentionCentre) return 'detention';
  if (houseArrestArticle) return 'house-arrest';
  c.missing.add('measure');
  return 'detention';
};

const laterMoment = (c: Case): Moment | null => momentOf(c.facts.measureNotifiedAt, c.facts.measureNotifiedOn ?? null, c.measureTerritory);

/** A measure notified while the limit still ran replaces it by a fresh one, from the information given with it. */
const replaced = (c: Case, rule: ClockRule, result: Result): Result => {
  const able = rule.replaceableBy ?? (MEASURE_OF[rule.id] ? [MEASURE_OF[rule.id]!] : []);
  if (able.length === 0) return result;
  const moment = laterMoment(c);
  if (moment === null) {
    c.ask('measureNotifiedOn');
    return result;
  }
  const own = result.standing;
  const startedOn = own?.span.start ?? null;
  if (startedOn !== null && moment.on < startedOn) return result;
  const kind = laterKind(c, rule.id);
  if (!able.includes(kind)) return result;
  if (own !== null && own.lastDay !== null && moment.on > own.lastDay) {
    c.step('measure-too-late', moment.on, { measure: kind, lastDay: own.lastDay });
    c.warn('new-measure-has-its-own-appeal', { measure: kind });
    return result;
  }
  const row = PUIS[kind];
  const version = versionOn(clockRule(row), null)!;
  const limit = version.limits[0]!;
  const informed = c.ask('newLimitInformationGiven');
  const hours = limit.unit === 'hours' ? runHours(moment, limit) : null;
  if (hours && !moment.known) c.missing.add('measureNotifiedAt');
  const fresh = hours ? null : standingOf(c, moment.on, limit);
  if (informed === false && own !== null) {
    c.step('replacement-without-information', moment.on, { measure: kind });
    c.cap('medium');
    const fallback = hours ? prudent(c, limit, hours.on) : fresh!.prudentDay;
    return { ...result, standing: { ...own, prudentDay: minDate(own.prudentDay, fallback) } };
  }
  // The fresh limit is tied to the information given with the measure: while nobody knows of it, the shorter of the two is kept.
  const freshEnd = hours ? hours.on : fresh!.lastDay;
  if (informed === null && own?.lastDay && freshEnd !== null && freshEnd > own.lastDay) {
    c.step('replacement-not-sure', moment.on, { measure: kind });
    c.cap('medium');
    return { ...result, standing: own };
  }
  c.step('replaced-by-measure', moment.on, { measure: kind });
  if (hours) {
    c.steps.push(...hours.steps);
    withoutEffect(c, limit);
  }
  c.unwarn('legal-aid-still-possible');
  c.warn('legal-aid-does-not-extend');
  return { standing: fresh && { ...fresh, running: 'replaced' }, hours: hours ?? undefined, limit, alsoBasis: version.legalBasis };
};

/** What ran before the later measure: the month, or the seven days of a person who was already under another measure when notified. */
const beforeMeasure = (c: Case, rule: ClockRule): Limit => {
  const { measure } = c.facts;
  const held = measure === MEASURE_OF[rule.id] ? 'none' : measure;
  const row = held === 'house-arrest' ? 'oqtf-assignation-residence' : held === 'prison' ? 'oqtf-detention' : 'oqtf-un-mois';
  return versionOn(clockRule(row), null)!.limits[0]!;
};

/** The three rows that start from a later measure: the limit of the order itself runs first. */
const laterMeasureRow = (c: Case, rule: ClockRule): Result => {
  const month = beforeMeasure(c, rule);
  const own = versionOn(rule, null)!.limits[0]!;
  const notified = c.input.notifiedOn || c.input.notifiedAt || c.facts.notificationMeans ? notificationDay(c) : null;
  if (notified === null) c.missing.add('notifiedOn');
  const before: Result = notified === null ? { standing: null, limit: month } : dayRow(c, rule, notified, false, month);
  const after = replaced(c, rule, before);
  return after.standing === null && !after.hours ? { standing: null, limit: own } : after;
};

const INTERRUPTED: readonly Limit['adm'][] = ['I', 'conserves'];
/**
 * Only the rejection of the appeal is known. Rejected while the first limit ran, the appeal was made in time; rejected later, nobody knows,
 * and what nobody knows never lengthens a limit: the first one stays, and the day of sending is asked.
 */
const answeredOnly = (c: Case, first: Result, limit: Limit): Result => {
  const { recoursAnsweredOn: answered, recoursGracieuxPostedOn, recoursGracieuxReceivedOn, recoursHierarchiquePostedOn } = c.facts;
  const sent = recoursGracieuxPostedOn ?? recoursGracieuxReceivedOn ?? recoursHierarchiquePostedOn ?? c.facts.recoursHierarchiqueReceivedOn;
  if (!answered || sent || !INTERRUPTED.includes(limit.adm) || !first.standing?.lastDay) return first;
  if (answered > first.standing.lastDay) {
    c.step('administrative-appeal-sending-unknown', answered, { lastDay: first.standing.lastDay });
    return first;
  }
  if (answered < first.standing.span.start) return first;
  c.step('administrative-appeal-rejected', answered);
  const fresh = standingOf(c, answered, afterAppeal(limit));
  return { ...first, standing: { ...fresh, running: fresh.running === 'normal' ? 'interrupted' : fresh.running } };
};

const appealRow = (c: Case, limit: Limit): Result => {
  const initial = initialRule(c);
  const start = initial && initial.start !== 'notification' ? startingDay(c, initial, limit).on : notificationDay(c);
  const initialLimit = initial === null ? limit : limitOf(c, initial, versionFor(c, initial, start) ?? initial.versions.at(-1)!);
  if (start !== null && initialLimit.unit !== 'hours') {
    const first = dayRow(
      c,
      initial ?? clockRule('recours-gracieux-ou-hierarchique'),
      start,
      initial?.start === 'permit-silence',
      initialLimit,
    );
    return answeredOnly(c, first, initialLimit);
  }
  if (initial !== null && !INTERRUPTED.includes(initialLimit.adm)) {
    // An appeal that has no effect on the first decision opens nothing: its own limit is the only one.
    const moment = initialLimit.unit === 'hours' ? notificationMoment(c) : null;
    if (moment !== null) return hourRow(c, initial, moment, initialLimit);
    withoutEffect(c, initialLimit);
    c.missing.add(initialLimit.unit === 'hours' ? 'notifiedAt' : 'notifiedOn');
    return { standing: null, limit: initialLimit };
  }
  const rejected = rejectionDay(c);
  if (rejected === null) {
    c.ask('recoursAnsweredOn');
    c.ask('recoursGracieuxReceivedOn');
    return { standing: null, limit };
  }
  c.step('administrative-appeal-rejected', rejected);
  const standing = standingOf(c, rejected, afterAppeal(limit));
  return days({ ...standing, running: standing.running === 'normal' ? 'interrupted' : standing.running }, limit);
};

/** An implied refusal, with the request for its reasons when one was made in time. */
const impliedRow = (c: Case, rule: ClockRule, birth: IsoDate | null, limit: Limit): Result => {
  if (birth === null) return { standing: null, limit };
  const own = dayRow(c, rule, birth, true, limit);
  if (!c.facts.reasonsRequestedOn) return own;
  const withReasons = reasonsStanding(c, birth, { ...limit, distance: 'D?', adm: '0' });
  if (withReasons === null) return own;
  const prudentDay = c.facts.reasonsReceivedOn ? withReasons.prudentDay : minDate(own.standing!.prudentDay, withReasons.prudentDay);
  return days({ ...withReasons, prudentDay }, limit);
};

const reasonsRow = (c: Case, limit: Limit): Result => {
  const received = c.facts.reasonsReceivedOn ?? null;
  const known = c.facts.implicitRefusalOn ?? c.facts.completeFileReceivedOn ?? null;
  const start = known === null && received !== null ? null : startingDay(c, clockRule('refus-sejour-implicite'), limit).on;
  const standing = reasonsStanding(c, start, limit);
  if (standing !== null) return days(standing, limit);
  const implied = versionOn(clockRule('refus-sejour-implicite'), null)!.limits[0]!;
  return start === null ? { standing: null, limit } : dayRow(c, clockRule('refus-sejour-implicite'), start, true, implied);
};

/** Refusal of reception conditions before July 2024: the mandatory appeal first, then two months before the court. */
const rapoThenCourtRow = (c: Case, rule: ClockRule, limit: Limit): Result => {
  const received = c.facts.recoursGracieuxReceivedOn ?? c.facts.recoursHierarchiqueReceivedOn ?? null;
  const answered = c.facts.recoursAnsweredOn ?? null;
  const notified = notificationDay(c);
  if (received === null && answered === null) {
    c.ask('recoursGracieuxReceivedOn');
    return notified === null ? { standing: null, limit } : dayRow(c, rule, notified, false, limit);
  }
  const birth = received === null ? null : birthUnder('silence-recours-administratif-2-mois', received)!;
  const start = answered !== null && (birth === null || answered <= addMonths(birth, 2)) ? answered : birth!;
  c.step('mandatory-appeal-rejected', start);
  return days(standingOf(c, start, { ...limit, franc: 'F', carry: 'Y', adm: '0' }), limit);
};

const silenceRow = (c: Case, rule: ClockRule): Result => {
  const { completeFileReceivedOn, recoursGracieuxReceivedOn, recoursHierarchiqueReceivedOn } = c.facts;
  const limit = rule.versions[0]!.limits[0]!;
  const appeal = recoursGracieuxReceivedOn ?? recoursHierarchiqueReceivedOn ?? null;
  const onAppeal = rule.start === 'silence-appeal' || rule.start === 'silence-rapo';
  const start = onAppeal ? (appeal ?? completeFileReceivedOn ?? null) : (completeFileReceivedOn ?? null);
  if (start === null) {
    c.missing.add(onAppeal ? 'recoursGracieuxReceivedOn' : 'completeFileReceivedOn');
    return { standing: null, limit };
  }
  const span = runSpan(c, start, limit);
  c.steps.push(...span.steps);
  return days({ span, lastDay: span.lastDay, prudentDay: span.prudentDay, running: 'normal', confidence: span.confidence }, limit);
};

const compute = (c: Case, rule: ClockRule, version: ClockVersion): Result => {
  switch (rule.start) {
    case 'silence-permit':
    case 'silence-family':
    case 'silence-appeal':
    case 'silence-rapo':
      return silenceRow(c, rule);
    case 'later-measure':
      return laterMeasureRow(c, rule);
    case 'appeal':
      return appealRow(c, version.limits[0]!);
    case 'reasons':
      return reasonsRow(c, version.limits[0]!);
    case 'rapo-then-court':
      return rapoThenCourtRow(c, rule, version.limits[0]!);
    case 'permit-silence':
      return impliedRow(c, rule, startingDay(c, rule, version.limits[0]!).on, version.limits[0]!);
    case 'reasonable-year': {
      const { on } = reasonableYearStart(c);
      const limit = version.limits[0]!;
      if (c.facts.specialCircumstances === true) c.warn('special-circumstances-may-lengthen');
      return on === null ? { standing: null, limit } : days(standingOf(c, on, limit), limit);
    }
    default: {
      const limit = limitOf(c, rule, version);
      if (limit.unit === 'hours') {
        const moment = notificationMoment(c);
        return moment === null ? { standing: null, limit } : hourRow(c, rule, moment, limit);
      }
      const { on, implied } = startingDay(c, rule, limit);
      if (on === null) {
        const known = c.facts.knowledgeProvenOn;
        return known ? reasonableYear(c, known, runSpan(c, known, limit).prudentDay, false, limit) : { standing: null, limit };
      }
      return replaced(c, rule, dayRow(c, rule, on, implied, limit));
    }
  }
};

const underPact = (c: Case, rule: ClockRule): boolean => {
  const day = c.decisionOn ?? c.input.notifiedOn ?? null;
  return rule.asylumPact === true && (day === null || day >= ASYLUM_PACT);
};
/** Claims made before the regulations applied go on under the older procedure. */
const claimUnderPact = (c: Case): boolean => !c.facts.asylumClaimOn || c.facts.asylumClaimOn >= ASYLUM_PACT;
const LETTER_RULES: readonly DecisionId[] = ['ofpra-rejet-cnda', 'transfert-dublin', 'transfert-dublin-retention'];

/** A longer limit printed on the letter can be relied on; a shorter one is only prudent; two days are not forty-eight hours. */
const readLetter = (c: Case, rule: ClockRule, result: Result): Result => {
  const { standing, hours, limit } = result;
  const printed = c.facts.limitPrintedOnLetter;
  if (!printed || printsTheSame(c, limit)) return result;
  if (hours && standing === null && printed.unit === 'hours' && printed.amount > limit.amount) {
    const longer = runHours(hours.moment, { ...limit, amount: printed.amount });
    c.steps.push({ code: 'letter-longer', date: longer.on, at: longer.expiresAt, values: { amount: printed.amount, unit: printed.unit } });
    c.warn('letter-longer-than-law', { amount: printed.amount, unit: printed.unit });
    return { ...result, hours: longer, prudentDay: prudent(c, limit, hours.on) };
  }
  if (hours && printed.unit === 'days' && printed.amount === 2) {
    c.warn('two-days-printed-for-48-hours');
    return result;
  }
  const letter = letterLimit(c, limit);
  if (letter === null || (standing === null && !hours)) {
    c.warn('letter-prints-another-limit', { amount: printed.amount, unit: printed.unit });
    return result;
  }
  const start = standing?.span.start ?? (result.hours!.steps[0]!.values?.from?.toString().slice(0, 10) as IsoDate | undefined) ?? hours!.on;
  const span = runSpan(c, start, letter);
  const lawful = standing ? standing.lastDay : hours!.on;
  if (lawful !== null && span.lastDay > lawful) {
    c.step('letter-longer', span.lastDay, { amount: printed.amount, unit: printed.unit });
    c.warn('letter-longer-than-law', { amount: printed.amount, unit: printed.unit });
    const prudentDay = standing?.prudentDay ?? prudent(c, limit, hours!.on);
    const own: Standing = standing ?? { span, lastDay: span.lastDay, prudentDay, running: 'normal', confidence: 'medium' };
    return { ...result, standing: { ...own, span, lastDay: span.lastDay, prudentDay } };
  }
  c.step('letter-shorter', span.lastDay, { amount: printed.amount, unit: printed.unit });
  c.warn('letter-shorter-than-law', { amount: printed.amount, unit: printed.unit, lastDay: span.lastDay });
  if (standing === null) return result;
  const prudentDay = minDate(standing.prudentDay, span.prudentDay);
  // European procedures of 2026: no French text gives the length, and what the letter prints is followed.
  if (LETTER_RULES.includes(rule.id) && underPact(c, rule) && claimUnderPact(c) && standing.running === 'normal')
    return { ...result, standing: { ...standing, span, lastDay: span.lastDay, prudentDay } };
  return { ...result, standing: { ...standing, prudentDay } };
};

const ORDER = [
  'paper', 'notifiedOn', 'notifiedAt', 'decisionOn', 'departement', 'measure', 'measureNotifiedOn', 'notificationMeans', 'firstPresentedOn',
  'collectedOn', 'returnedUncollected', 'postedOnPortalOn', 'firstOpenedOn', 'neverOpened', 'completeFileReceivedOn', 'permitRequested',
  'implicitRefusalOn', 'acknowledgementWithRoutes', 'routesNotified', 'residence',
]; // prettier-ignore
const rank = (fact: string) => (ORDER.includes(fact) ? ORDER.indexOf(fact) : ORDER.length);

const answer = (c: Case, row: DecisionId | null, rest: Partial<DeadlineAnswer>): DeadlineAnswer => ({
  rule: row,
  version: null,
  running: 'normal',
  confidence: 'low',
  steps: c.steps,
  court: null,
  legalBasis: [],
  missingFacts: [...c.missing].sort((a, b) => rank(a) - rank(b)),
  warnings: c.warnings,
  ...rest,
});
const notCovered = (c: Case, row: DecisionId, reason: NotCoveredReason, rest: Partial<DeadlineAnswer> = {}): DeadlineAnswer => {
  c.warn('not-covered', { reason });
  return answer(c, row, { term: null, lastDay: null, prudentDay: null, ...rest });
};

/** Whether a day was computed, and if not why: the screens then say "not yet covered, follow the letter" with the reason. */
export const coverageOf = (a: DeadlineAnswer): Coverage => {
  const reason = a.warnings.find((w) => w.code === 'not-covered')?.values?.reason;
  return reason === undefined ? { covered: true } : { covered: false, reason: reason as NotCoveredReason };
};

const pactWarnings = (c: Case, rule: ClockRule) => {
  if (!underPact(c, rule)) return;
  c.cap('medium');
  if (claimUnderPact(c)) c.warn('asylum-pact-follow-letter');
};

/** Day used to pick the version when the decision has none of its own. */
const versionDay = (c: Case): IsoDate | null => {
  const noticed = c.input.notifiedOn ?? ((c.input.notifiedAt?.slice(0, 10) ?? null) as IsoDate | null);
  const { implicitRefusalOn, completeFileReceivedOn, knowledgeProvenOn, postedOnPortalOn, firstPresentedOn, collectedOn } = c.facts;
  return (
    noticed ??
    implicitRefusalOn ??
    completeFileReceivedOn ??
    collectedOn ??
    firstPresentedOn ??
    postedOnPortalOn ??
    knowledgeProvenOn ??
    null
  );
};

/** A request for reasons picks its version by its own day, silence by the day it became a refusal, everything else by the decision. */
const versionOfRow = (c: Case, rule: ClockRule): ClockVersion | null => {
  const day = versionDay(c);
  if (rule.start === 'reasons') return versionOn(rule, c.facts.reasonsRequestedOn ?? day);
  if (rule.start === 'silence-permit' && c.facts.completeFileReceivedOn)
    return versionOn(rule, birthUnder(rule.id, c.facts.completeFileReceivedOn) ?? c.facts.completeFileReceivedOn);
  return versionFor(c, rule, day);
};

/**
 * The last day to challenge a decision, with its working. Pure: the answer depends on the input alone.
 * An unknown fact never lengthens a limit; what could still change the day is in `missingFacts`.
 */
export const computeDeadline = (input: DeadlineInput): DeadlineAnswer => {
  const c = new Case(input);
  const row = chooseRow(c);
  if (row === null) return answer(c, null, { term: null, lastDay: null, prudentDay: null });
  const rule = clockRule(row);
  const version = versionOfRow(c, rule);
  for (const code of rule.warnings ?? []) c.warn(code);
  if (version === null) return notCovered(c, row, 'no-version-in-force', { legalBasis: [...rule.versions[0]!.legalBasis] });
  const courtFacts = { ...c.facts, departement: c.departement };
  const [firstLimit] = version.limits;
  if ([c.territory, c.measureTerritory].some((t) => t !== null && isPacific(t)))
    return notCovered(c, row, 'pacific-territory', { version: version.version, court: courtOf(firstLimit!.court, courtFacts) });

  const result = readLetter(c, rule, compute(c, rule, version));
  const { standing, hours, limit } = result;
  if (c.facts.appealAlreadyFiled === true) c.warn('appeal-already-filed');
  if (limit.unit !== 'hours' && c.departement === null && limit.carry !== 'N') c.warn('local-holidays-left-out');
  pactWarnings(c, rule);
  if (standing) c.cap(standing.confidence);
  c.cap(limit.confidence);

  const shared: Partial<DeadlineAnswer> = {
    version: version.version,
    running: standing?.running ?? (rule.start === 'later-measure' || result.alsoBasis ? 'replaced' : 'normal'),
    confidence: c.confidence,
    court: courtOf(limit.court, { ...courtFacts, measure: courtMeasure(c, rule.id, limit) }),
    legalBasis: [...new Set([...version.legalBasis, ...(limit.legalBasis ?? []), ...(result.alsoBasis ?? [])])],
  };
  if (standing === null && hours)
    return answer(c, row, { ...shared, expiresAt: hours.expiresAt, ...(result.prudentDay && { prudentDay: result.prudentDay }) });
  if (standing === null) return answer(c, row, { ...shared, running: 'normal', term: null, lastDay: null, prudentDay: null });
  return answer(c, row, {
    ...shared,
    term: standing.lastDay === null ? null : standing.span.term,
    lastDay: standing.lastDay,
    prudentDay: standing.prudentDay,
    ...(hours && { expiresAt: hours.expiresAt }),
  });
};

/** The measure a row stands for, where the facts do not say it: it tells a centre at Metz from house arrest at Metz. */
const courtMeasure = (c: Case, row: DecisionId, limit: Limit): Measure | null => {
  if (c.facts.measure) return c.facts.measure;
  if (row === 'oqtf-assignation-residence' || row === 'oqtf-puis-assignation' || row.startsWith('assignation')) return 'house-arrest';
  return limit.unit === 'hours' ? 'detention' : null;
};
