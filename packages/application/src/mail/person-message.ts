import { dayOf, monthOf, yearOf, type IsoDate } from '@permanence/rules';
import { asHtml, asText, fillText, type Line, type Message, type Part, type Parts } from './message.ts';
import { ar } from './sentences/ar.ts';
import { en } from './sentences/en.ts';
import { fr } from './sentences/fr.ts';
import { two, type Language } from './sentences/shape.ts';

export const LANGUAGES_WRITTEN = { fr, en, ar } as const;
const languageOf = (code: string | null): Language => (code && code in LANGUAGES_WRITTEN ? LANGUAGES_WRITTEN[code as 'fr'] : fr);

/** Day and minute on the clock of the place. */
export interface When {
  on: IsoDate;
  minutes?: number;
}
export interface PersonNotice {
  kind: 'deadline' | 'window' | 'appointment';
  /** The language the person chose; null, or one not written yet: French. */
  language: string | null;
  when: When;
  opensOn?: IsoDate | null;
  phone: string | null;
  /** An appointment that was missed: `when` is over, and the sentence must say so. */
  missed?: boolean;
  /** Where the appointment is; said only at a level that allows it. */
  place?: string | null;
  /** Page where the person answers without an account: done, cannot, need help, stop. Absent: no link in the message. */
  answerLinks?: { page: string } | null;
  /** One-click stop, the same address as in the headers. */
  unsubscribeUrl?: string | null;
}

export const figures = (d: IsoDate): string => `${two(dayOf(d))}/${two(monthOf(d))}/${yearOf(d)}`;
/** `mardi 12 janvier 2027 (12/01/2027)`: words for the one who reads, figures for the one who compares with a letter. */
const dayParts = (language: Language, name: string, day: IsoDate): { sentence: string; parts: Parts } => ({
  sentence: `{${name}Words} ({${name}Figures})`,
  parts: { [`${name}Words`]: { value: language.words(day) }, [`${name}Figures`]: { value: figures(day), apart: true } },
});

function linesIn(language: Language, { kind, when, opensOn, phone }: PersonNotice): Line[] {
  const s = language.person;
  const date = dayParts(language, 'date', when.on);
  const from = opensOn ? dayParts(language, 'from', opensOn) : undefined;
  const hour: Part | undefined = when.minutes === undefined ? undefined : { value: language.hour(when.minutes), apart: true };
  if (kind === 'appointment' && !hour) throw new Error('an appointment has an hour');
  const what = { appointment: s.appointment, deadline: hour ? s.deadlineAtHour : s.deadline, window: from ? s.windowFrom : s.window }[kind];
  const call = kind === 'appointment' ? (phone ? s.callIfUnable : s.callIfUnableWithoutPhone) : phone ? s.call : s.callWithoutPhone;
  const sentence = what.replace('{date}', date.sentence).replace('{from}', from?.sentence ?? '');
  const phonePart: Parts = phone ? { phone: { value: phone, apart: true, href: `tel:${phone.replace(/[^+\d]/g, '')}` } } : {};
  return [
    { sentence: s.hello },
    { sentence, parts: { ...date.parts, ...from?.parts, ...(hour ? { hour } : {}) }, strong: true },
    { sentence: call, parts: phonePart },
    { sentence: s.automatic },
  ];
}

/**
 * What a person receives, at the neutral level: no name, no permit, no association, nothing that tells another reader what it is about.
 * It is the level of everyone in this release, since a message may be read by someone the person fears; French stands beside the
 * person's language, so that someone they trust can help to read it.
 */
export function personMessage(notice: PersonNotice): Message {
  const language = languageOf(notice.language);
  const sections = [language, ...(language.code === 'fr' ? [] : [fr])].map((l) => ({ language: l, lines: linesIn(l, notice) }));
  const subject = notice.kind === 'appointment' ? language.person.subjectAppointment : language.person.subjectDate;
  return {
    language: language.code,
    direction: language.direction,
    reviewed: language.reviewed,
    subject: fillText({ sentence: subject, parts: { date: { value: language.short(notice.when.on) } } }, 'ltr'),
    text: asText(sections),
    html: asHtml(sections),
  };
}
