import type { MessageLevel, PersonMessageKind } from '@permanence/contracts';
import type { IsoDate } from '@permanence/rules';
import { asHtml, asText, type Message } from './message.ts';
import { linesOf, subjectOf } from './person-lines.ts';
import { figures } from './sentences/dates.ts';
import { LANGUAGES_WRITTEN, languageOf } from './sentences/languages.ts';

export { figures, LANGUAGES_WRITTEN };

/** Day and minute on the clock of the place. */
export interface When {
  on: IsoDate;
  minutes?: number;
}
export interface PersonNotice {
  kind: PersonMessageKind;
  /** What the person agreed may be told at this address. Absent: neutral. */
  level?: MessageLevel;
  /** The language the person chose; null, or one not written: French. */
  language: string | null;
  /** The date announced; `contact-check` and `answer-received` have none. */
  when: When | null;
  opensOn?: IsoDate | null;
  phone: string | null;
  /** The word by which the person knows that the message is meant for them; chosen by them, never a name. */
  greetingWord?: string | null;
  /** An appointment that was missed: `when` is over, and the sentence must say so. */
  missed?: boolean;
  /** Where the appointment is; said only at a level that allows it. */
  place?: string | null;
  /** Papers asked for, in French; said only in full. */
  papers?: readonly string[];
  /** Who writes; said only at a level that allows it. */
  association?: string | null;
  /** Page where the person answers without an account: done, cannot, need help, stop. Absent: no link in the message. */
  answerLinks?: { page: string } | null;
  /** One-click stop, the same address as in the headers. */
  unsubscribeUrl?: string | null;
}

/** What a person receives. French stands beside the person's language, so that someone they trust can help to read it. */
export function personMessage(notice: PersonNotice): Message {
  const language = languageOf(notice.language);
  const sections = [language, ...(language.code === 'fr' ? [] : [LANGUAGES_WRITTEN.fr])].map((l, at) => ({
    language: l,
    lines: linesOf(l, notice, at === 0 && language.code !== 'fr'),
  }));
  return {
    language: language.code,
    direction: language.direction,
    reviewed: language.reviewed,
    subject: language.person.subject[subjectOf(notice)],
    text: asText(sections),
    html: asHtml(sections),
  };
}
