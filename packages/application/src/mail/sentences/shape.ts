import type { MessageLanguage } from '@permanence/contracts';
import type { IsoDate } from '@permanence/rules';

/** Where a sentence names a day it says `{date}` or `{from}`: words and figures together. `{whom}` is a phone number or `usualContact`. */
export interface PersonSentences {
  /** Nothing personal, at no level: a subject is read on a locked screen. */
  subject: { date: string; appointment: string; check: string; received: string };
  hello: string;
  /** {word}, the one the person chose to know us by */
  helloWord: string;
  /** Tells another reader nothing. */
  neutral: { date: string; dateAtHour: string; period: string; periodFrom: string };
  /** Your deadline, without saying of what. */
  ordinary: { deadline: string; deadlineAtHour: string; period: string; periodFrom: string; commitment: string; papers: string };
  /** What it is about. {permit} is the French term. */
  full: { appeal: string; appealAtHour: string; renewal: string; renewalFrom: string; commitment: string; papers: string };
  /** {papers} */
  paperList: string;
  near: string;
  last: string;
  appointment: { coming: string; booked: string; moved: string; cancelled: string; missed: string };
  /** {place} */
  place: string;
  bring: { appeal: string; renewal: string; appointment: string };
  /** What it costs to let the date pass, no worse than it is. */
  cost: { appeal: string; renewal: string; commitment: string; papers: string; appointment: string };
  /** {whom} in each */
  call: string;
  callToday: string;
  callIfUnable: string;
  callAgain: string;
  usualContact: string;
  check: string;
  checkAct: string;
  received: string;
  receivedAct: string;
  /** {link} */
  answer: string;
  /** {link} */
  stop: string;
  /** {association} */
  from: string;
  beware: string;
  frenchBelow: string;
  automatic: string;
}
export interface VolunteerSentences {
  /** {dossier} */
  subject: string;
  subjectWithoutDossier: string;
  hello: string;
  /** {rule} */
  deadline: string;
  /** {rule} */
  window: string;
  /** {date} {hour} {place} */
  appointment: string;
  /** {date} */
  task: string;
  /** {date} */
  prudent: string;
  /** {date} */
  lastDay: string;
  /** {date} */
  opens: string;
  /** {date} {hour} */
  expires: string;
  link: string;
  automatic: string;
}
export interface Language {
  code: MessageLanguage;
  direction: 'ltr' | 'rtl';
  /** True once a speaker who works with the people addressed has read every sentence. Data: see the page on languages. */
  reviewed: boolean;
  /** The day in words: weekday, day, month, year. */
  words(day: IsoDate): string;
  /** An hour, from minutes since midnight; never dropped, also when it is a full hour. */
  hour(minutes: number): string;
  person: PersonSentences;
}
export const two = (n: number): string => String(n).padStart(2, '0');
