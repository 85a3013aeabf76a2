import { addDays, addMonths, maxDate, minDate, type IsoDate } from '../calendar/iso-date.ts';
import { type Case, weaker } from './case.ts';
import { POSTMARK_RULE } from './columns.ts';
import type { Limit } from './rule.ts';
import { prudent, runSpan, type Span } from './span.ts';
import type { Confidence, Running } from './types.ts';

/** Legal aid: the new limit starts fifteen days after its decision is notified, or on the lawyer's appointment if later (CE 10 June 2020). */
const LEGAL_AID_DAYS = 15;

/** Where a limit stands once every act the row admits has been taken in. `lastDay` null: an interruption goes on. */
export interface Standing {
  span: Span;
  lastDay: IsoDate | null;
  prudentDay: IsoDate;
  running: Running;
  confidence: Confidence;
}

interface Act {
  kind: 'appeal' | 'aid';
  madeOn: IsoDate;
  /** Day the fresh limit starts from; null: not known yet. */
  end: IsoDate | null;
  /** The day of the legal-aid decision itself, for the prudent reading. */
  prudentEnd?: IsoDate;
  /** The rejection was silent and never acknowledged with its routes: only the reasonable year runs. */
  notEnforceable?: true;
}

interface Appeal {
  kind: 'gracieux' | 'hierarchique';
  posted: IsoDate | null;
  received: IsoDate | null;
}
const appealsOf = (c: Case): Appeal[] =>
  [
    { kind: 'gracieux' as const, posted: c.facts.recoursGracieuxPostedOn ?? null, received: c.facts.recoursGracieuxReceivedOn ?? null },
    {
      kind: 'hierarchique' as const,
      posted: c.facts.recoursHierarchiquePostedOn ?? null,
      received: c.facts.recoursHierarchiqueReceivedOn ?? null,
    },
  ].filter((a) => a.posted !== null || a.received !== null);

const receiptOf = ({ kind }: Pick<Appeal, 'kind'>) => (kind === 'gracieux' ? 'recoursGracieuxReceivedOn' : 'recoursHierarchiqueReceivedOn');

/** The postmark counts for appeals sent from 30 June 2025; before that, receipt. Null: nothing known shows it was made in time. */
const madeOn = (c: Case, { kind, posted }: Appeal): IsoDate | null => {
  if (posted !== null && posted >= POSTMARK_RULE) return posted;
  return c.ask(receiptOf({ kind }));
};

/** When the appeal was rejected: by an answer, or by two months of silence after receipt. */
const rejectedOn = (c: Case, { kind, received }: Appeal): { on: IsoDate; silent: boolean } | null => {
  const answered = c.facts.recoursAnsweredOn ?? null;
  if (received === null) {
    c.ask('recoursAnsweredOn');
    c.ask(receiptOf({ kind }));
    return answered === null ? null : { on: answered, silent: false };
  }
  const silent = addMonths(received, 2);
  if (answered === null) {
    c.ask('recoursAnsweredOn');
    return { on: silent, silent: true };
  }
  // An answer after the silent rejection opens a fresh limit only while that of the silent one still ran.
  return answered <= addDays(addMonths(silent, 2), 1) || c.facts.recoursAcknowledgedWithRoutes === false
    ? { on: answered, silent: false }
    : { on: silent, silent: true };
};

/** @param runsOn whether the limit still ran on a day, with what a legal-aid request made before it had changed. */
const appealAct = (c: Case, lastDay: IsoDate, runsOn: (day: IsoDate) => boolean): Act | null => {
  const inTime: { appeal: Appeal; on: IsoDate }[] = [];
  for (const appeal of appealsOf(c)) {
    const on = madeOn(c, appeal);
    if (on !== null && runsOn(on)) inTime.push({ appeal, on });
    else c.step('administrative-appeal-too-late', appeal.posted ?? appeal.received!, { kind: appeal.kind, lastDay });
  }
  if (inTime.length === 0) return null;
  const rejections = inTime.map(({ appeal }) => rejectedOn(c, appeal));
  const first = minDate(...inTime.map((a) => a.on));
  for (const { appeal, on } of inTime) c.step('administrative-appeal-in-time', on, { kind: appeal.kind });
  if (rejections.some((r) => r === null)) return { kind: 'appeal', madeOn: first, end: null };
  const ends = rejections.map((r) => r!.on);
  const end = maxDate(...ends);
  const silent = rejections.some((r) => r!.on === end && r!.silent);
  c.step(silent ? 'administrative-appeal-silently-rejected' : 'administrative-appeal-rejected', end);
  if (!silent) return { kind: 'appeal', madeOn: first, end };
  const acknowledged = c.ask('recoursAcknowledgedWithRoutes');
  return { kind: 'appeal', madeOn: first, end, ...(acknowledged === false && { notEnforceable: true }) };
};

const aidAct = (c: Case): Act | null => {
  const requested = c.facts.aideJuridictionnelleRequestedOn;
  if (!requested) return null;
  const notified = c.ask('aideJuridictionnelleNotifiedOn');
  if (notified === null) return { kind: 'aid', madeOn: requested, end: null };
  const fifteen = addDays(notified, LEGAL_AID_DAYS);
  const lawyer = c.facts.aideJuridictionnelleDecision === 'refused' ? (c.facts.lawyerAppointedOn ?? null) : c.ask('lawyerAppointedOn');
  return { kind: 'aid', madeOn: requested, end: lawyer === null ? fifteen : maxDate(fifteen, lawyer), prudentEnd: notified };
};

/** After an appeal made within the reasonable year, the rejection opens the ordinary two months. */
export const afterAppeal = (limit: Limit): Limit =>
  limit.adm === 'conserves'
    ? { ...limit, amount: 2, franc: 'F', carry: 'Y', distance: 'D', adm: '0', confidence: 'medium' }
    : { ...limit, adm: '0' };

const asked = (c: Case, limit: Limit) => {
  if (limit.adm === 'I' || limit.adm === 'conserves') {
    if (!c.facts.recoursGracieuxReceivedOn) c.ask('recoursGracieuxPostedOn');
    if (!c.facts.recoursHierarchiqueReceivedOn) c.ask('recoursHierarchiquePostedOn');
  }
  if (limit.aj === 'I' || limit.aj === 'I?' || limit.aj === 'S') {
    if (c.ask('aideJuridictionnelleRequestedOn') === null && c.facts.appealAlreadyFiled !== true) c.warn('legal-aid-still-possible');
  } else if (limit.aj === '0') c.warn('legal-aid-does-not-extend');
};

/** Acts the row gives no effect to are said, and change nothing. */
export const withoutEffect = (c: Case, limit: Limit) => {
  if (limit.adm === '0') for (const appeal of appealsOf(c)) c.step('administrative-appeal-no-effect', appeal.posted ?? appeal.received!);
  const requested = c.facts.aideJuridictionnelleRequestedOn;
  if (requested && (limit.aj === '0' || limit.aj === 'unknown')) c.step('legal-aid-no-effect', requested);
};

/** Reasonable year that takes the place of a limit whose routes were never given. */
export const YEAR: Limit = {
  amount: 12,
  unit: 'months',
  franc: 'NF',
  carry: 'unknown',
  distance: 'none',
  adm: 'conserves',
  aj: 'I?',
  court: 'TA-res',
  confidence: 'medium',
};

/** Legal aid at the asylum court: asked within fifteen days it stops the month, and the days that were left run after its decision. */
const suspended = (c: Case, span: Span, limit: Limit): Standing => {
  const standing: Standing = { span, lastDay: span.lastDay, prudentDay: span.prudentDay, running: 'normal', confidence: span.confidence };
  const requested = c.facts.aideJuridictionnelleRequestedOn;
  if (!requested) return standing;
  if (requested < span.start) {
    c.step('act-before-limit', requested);
    return standing;
  }
  if (requested > addDays(span.start, LEGAL_AID_DAYS)) {
    c.step('legal-aid-too-late', requested, { lastDay: addDays(span.start, LEGAL_AID_DAYS) });
    return standing;
  }
  c.step('legal-aid-suspends', requested);
  const notified = c.ask('aideJuridictionnelleNotifiedOn');
  if (notified === null) return { ...standing, lastDay: null, running: 'suspended' };
  // The remainder is counted in days to the clear last day, before any carry-over.
  const daysTo = (last: IsoDate): number => {
    let left = 0;
    while (addDays(requested, left) < last) left++;
    return left;
  };
  const remaining = daysTo(span.beforeCarry);
  const rest = runSpan(c, notified, { ...limit, amount: remaining, unit: 'days', franc: 'NF' });
  c.step('remaining-days', notified, { days: remaining });
  c.steps.push(...rest.steps);
  const byMonthEnd = span.monthEnd ? prudent(c, limit, addDays(notified, daysTo(span.monthEnd))) : rest.prudentDay;
  const confidence = span.monthEnd ? weaker(rest.confidence, 'medium') : rest.confidence;
  return { span: rest, lastDay: rest.lastDay, prudentDay: minDate(rest.prudentDay, byMonthEnd), running: 'suspended', confidence };
};

/**
 * Runs a limit from a day and takes in the optional administrative appeals and the legal-aid request, in the order they were made. An act
 * made after the last day changes nothing; one whose end is unknown leaves the limit stopped.
 */
export const standingOf = (c: Case, start: IsoDate, limit: Limit): Standing => {
  const first = runSpan(c, start, limit);
  c.steps.push(...first.steps);
  asked(c, limit);
  withoutEffect(c, limit);
  if (limit.aj === 'S') return suspended(c, first, limit);

  const aid = limit.aj === 'I' || limit.aj === 'I?' ? aidAct(c) : null;
  const aided = aid !== null && aid.madeOn >= start && aid.madeOn <= first.lastDay ? aid : null;
  const aidedUntil = aided?.end ? runSpan(c, maxDate(start, aided.end), limit).lastDay : null;
  const runsOn = (day: IsoDate) =>
    day <= first.lastDay || (aided !== null && aided.madeOn <= day && (aidedUntil === null || day <= aidedUntil));
  const appeal = limit.adm === 'I' || limit.adm === 'conserves' ? appealAct(c, first.lastDay, runsOn) : null;
  const acts = [appeal, aid].filter((act) => act !== null).sort((a, b) => (a.madeOn < b.madeOn ? -1 : 1));
  for (const act of acts) if (act.madeOn < start) c.step('act-before-limit', act.madeOn);

  const now: Standing = {
    span: first,
    lastDay: first.lastDay,
    prudentDay: first.prudentDay,
    running: 'normal',
    confidence: first.confidence,
  };
  let current = limit;
  let open = false;
  for (const act of acts.filter((a) => a.madeOn >= start)) {
    if (act.madeOn > now.span.lastDay) {
      c.step(act.kind === 'aid' ? 'legal-aid-too-late' : 'administrative-appeal-too-late', act.madeOn, { lastDay: now.span.lastDay });
      continue;
    }
    if (act.kind === 'aid') c.step('legal-aid-interrupts', act.madeOn);
    now.running = 'interrupted';
    if (act.end === null) {
      open = true;
      c.step('interruption-goes-on', act.madeOn);
      continue;
    }
    const before = now.prudentDay;
    if (act.kind === 'appeal') current = afterAppeal(current);
    const restart = maxDate(now.span.start, act.end);
    const fresh = runSpan(c, restart, current);
    c.step('fresh-limit', restart);
    c.steps.push(...fresh.steps);
    if (act.notEnforceable) {
      const year = runSpan(c, restart, YEAR);
      c.step('appeal-not-acknowledged', restart);
      c.steps.push(...year.steps);
      Object.assign(now, {
        span: year,
        lastDay: year.lastDay,
        prudentDay: fresh.prudentDay,
        running: 'not-enforceable',
        confidence: 'medium',
      });
      continue;
    }
    let prudentDay = fresh.prudentDay;
    if (act.prudentEnd) {
      const early = runSpan(c, maxDate(now.span.start, act.prudentEnd), current);
      c.step('prudent-from-legal-aid-decision', early.term);
      prudentDay = prudent(c, current, early.term, fresh.term);
    }
    if (act.kind === 'aid' && limit.aj === 'I?') prudentDay = minDate(before, prudentDay);
    // An appeal made within the reasonable year keeps it alive: it never shortens it, and only the prudent day is that of its rejection.
    if (act.kind === 'appeal' && limit.adm === 'conserves' && fresh.lastDay < now.span.lastDay) {
      c.step('reasonable-year-kept', now.span.lastDay);
      Object.assign(now, { prudentDay: minDate(before, prudentDay), confidence: 'medium' });
      continue;
    }
    Object.assign(now, { span: fresh, lastDay: fresh.lastDay, prudentDay, confidence: fresh.confidence });
  }
  if (open) now.lastDay = null;
  return now;
};
