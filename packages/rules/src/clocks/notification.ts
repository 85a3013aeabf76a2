import { addWorkingDays } from '../calendar/holidays.ts';
import { addDays, minDate, type IsoDate } from '../calendar/iso-date.ts';
import { momentOf, type Case, type Moment } from './case.ts';

/** Days a registered letter waits at the post office, and an electronic letter on its portal. */
const HOLDING_DAYS = 15;

const known = (...days: (IsoDate | null | undefined)[]): IsoDate[] => days.filter((d): d is IsoDate => d !== null && d !== undefined);

/** Collected while it waited: that day. Never collected, or too late: the day it was presented. */
const registeredLetter = (c: Case): IsoDate | null => {
  const { firstPresentedOn, collectedOn, returnedUncollected, deliveryNoticeLeft } = c.facts;
  if (collectedOn) {
    const presented = c.ask('firstPresentedOn');
    if (presented === null || collectedOn <= addDays(presented, HOLDING_DAYS)) {
      c.step('letter-collected', collectedOn);
      if (presented !== null && presented < collectedOn) c.warn('presentation-counted-by-some', { presentedOn: presented });
      return collectedOn;
    }
    c.step('letter-collected-too-late', presented);
    return presented;
  }
  if (!firstPresentedOn) {
    c.ask('firstPresentedOn');
    c.ask('collectedOn');
    return null;
  }
  if (deliveryNoticeLeft === false) {
    c.cap('medium');
    c.warn('no-delivery-notice');
  }
  if (returnedUncollected === true) c.step('letter-never-collected', firstPresentedOn);
  else {
    c.ask('collectedOn');
    c.ask('returnedUncollected');
    c.step('letter-worst-case-presented', firstPresentedOn);
  }
  return firstPresentedOn;
};

/** Opened in time: that day. Deemed notified otherwise, on `deemed`. Not known: the posting, the earliest. */
const portal = (c: Case, deemed: (posted: IsoDate) => IsoDate, lastOpening: (posted: IsoDate) => IsoDate): IsoDate | null => {
  const { postedOnPortalOn: posted, firstOpenedOn: opened, neverOpened } = c.facts;
  if (!posted) {
    c.ask('postedOnPortalOn');
    if (!opened) c.ask('firstOpenedOn');
    else c.step('portal-opened', opened);
    return opened ?? null;
  }
  if (opened && opened <= lastOpening(posted)) {
    c.step('portal-opened', opened);
    return opened;
  }
  if (opened || neverOpened === true) {
    c.step('portal-deemed-notified', deemed(posted));
    return deemed(posted);
  }
  c.ask('firstOpenedOn');
  c.ask('neverOpened');
  c.step('portal-worst-case-posted', posted);
  return posted;
};

const byMeans = (c: Case): IsoDate | null => {
  const { facts } = c;
  switch (facts.notificationMeans) {
    case 'registered-letter':
      return registeredLetter(c);
    case 'ofpra-portal':
      return portal(
        c,
        (posted) => addDays(posted, HOLDING_DAYS),
        (posted) => addDays(posted, HOLDING_DAYS),
      );
    case 'crpa-electronic':
      return portal(
        c,
        (posted) => posted,
        (posted) => addDays(posted, HOLDING_DAYS),
      );
    case 'telerecours': {
      const end = (posted: IsoDate) => addWorkingDays(posted, 2, c.territory);
      return portal(c, end, end);
    }
    case 'by-hand':
      c.missing.add('notifiedOn');
      return null;
    case 'anef':
      return null;
    default: {
      c.missing.add('notifiedOn');
      c.ask('notificationMeans');
      const days = known(facts.firstPresentedOn, facts.collectedOn, facts.postedOnPortalOn, facts.firstOpenedOn);
      if (days.length === 0) return null;
      const earliest = minDate(...days);
      c.step('notification-earliest-known', earliest);
      return earliest;
    }
  }
};

/**
 * The day of notification. A day that was given is taken as given, save on ANEF, where no text says which day counts: the earliest of
 * posting, opening and the day given.
 */
export const notificationDay = (c: Case): IsoDate | null => {
  const given = c.input.notifiedOn ?? momentOf(c.input.notifiedAt, null, c.territory)?.on ?? null;
  if (c.facts.notificationMeans === 'anef') {
    const days = known(given, c.facts.postedOnPortalOn, c.facts.firstOpenedOn);
    c.cap('medium');
    c.warn('anef-notification-not-settled');
    c.ask('postedOnPortalOn');
    if (days.length === 0) return null;
    const earliest = minDate(...days);
    c.step('anef-earliest-kept', earliest);
    return earliest;
  }
  if (given) {
    c.step('notified', given);
    return given;
  }
  return byMeans(c);
};

/** The moment of notification, for hours: what was written on the document, else midnight of the day, and the hour is asked. */
export const notificationMoment = (c: Case): Moment | null => {
  const given = momentOf(c.input.notifiedAt, null, c.measureTerritory);
  if (given) {
    c.steps.push({ code: 'notified', date: given.on, at: c.input.notifiedAt! });
    return given;
  }
  c.missing.add('notifiedAt');
  const day = notificationDay(c);
  return momentOf(null, day, c.measureTerritory);
};
