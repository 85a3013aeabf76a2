import type { IsoDate } from '@permanence/rules';

/** Sentences of one language, with `{names}` to fill in. */
export interface PersonSentences {
  subjectDate: string;
  subjectAppointment: string;
  hello: string;
  /** {date} */
  deadline: string;
  /** {date} {hour} */
  deadlineAtHour: string;
  /** {date} */
  window: string;
  /** {from} {date} */
  windowFrom: string;
  /** {date} {hour} */
  appointment: string;
  /** {phone} */
  call: string;
  callWithoutPhone: string;
  /** {phone} */
  callIfUnable: string;
  callIfUnableWithoutPhone: string;
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
  code: 'fr' | 'en' | 'ar';
  direction: 'ltr' | 'rtl';
  /** True once a speaker who works with the people addressed has read every sentence. */
  reviewed: boolean;
  /** The day in words: weekday, day, month, year. */
  words(day: IsoDate): string;
  /** The same without the weekday, for a subject. */
  short(day: IsoDate): string;
  /** An hour, from minutes since midnight; never dropped, also when it is a full hour. */
  hour(minutes: number): string;
  person: PersonSentences;
}
export const two = (n: number): string => String(n).padStart(2, '0');
