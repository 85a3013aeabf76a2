import { sayClock, type IsoDate } from '@permanence/rules';
import { asHtml, asText, fillText, type Line, type Message } from './message.ts';
import { figures, LANGUAGES_WRITTEN, type When } from './person-message.ts';
import { volunteerEn } from './sentences/en.ts';
import { volunteerFr } from './sentences/fr.ts';

export interface VolunteerNotice {
  kind: 'deadline' | 'window' | 'appointment' | 'task';
  language: string;
  dossierReference: string | null;
  /** Page of the dossier, or the first page. */
  link: string;
  ruleId: string | null;
  prudentOn: IsoDate | null;
  lastDayOn: IsoDate | null;
  opensOn: IsoDate | null;
  /** A limit in hours, or an appointment. */
  at: Required<When> | null;
  place: string | null;
}

/** What a colleague receives: the reference of the dossier and the dates, the prudent day first. No name: a mailbox is not the dossier. */
export function volunteerMessage(notice: VolunteerNotice): Message {
  const english = notice.language === 'en';
  const language = LANGUAGES_WRITTEN[english ? 'en' : 'fr'];
  const s = english ? volunteerEn : volunteerFr;
  const day = (d: IsoDate) => ({ value: `${language.words(d)} (${figures(d)})` });
  const { at, prudentOn, lastDayOn, opensOn, dossierReference } = notice;
  const rule = { rule: { value: notice.ruleId ? sayClock(`title:${notice.ruleId}`, {}, english ? 'en' : 'fr') : '—' } };
  const lines: Line[] = [{ sentence: s.hello }];
  if (notice.kind === 'appointment') {
    if (!at) throw new Error('an appointment has an hour');
    const parts = { date: day(at.on), hour: { value: language.hour(at.minutes) }, place: { value: notice.place ?? '—' } };
    lines.push({ sentence: s.appointment, parts, strong: true });
  } else if (notice.kind === 'task') {
    if (!prudentOn) throw new Error('a task reminded of has a day');
    lines.push({ sentence: s.task, parts: { date: day(prudentOn) }, strong: true });
  } else {
    lines.push({ sentence: notice.kind === 'window' ? s.window : s.deadline, parts: rule });
    if (prudentOn) lines.push({ sentence: s.prudent, parts: { date: day(prudentOn) }, strong: true });
    if (at) lines.push({ sentence: s.expires, parts: { date: day(at.on), hour: { value: language.hour(at.minutes) } }, strong: true });
    if (lastDayOn && lastDayOn !== prudentOn) lines.push({ sentence: s.lastDay, parts: { date: day(lastDayOn) } });
    if (opensOn) lines.push({ sentence: s.opens, parts: { date: day(opensOn) } });
  }
  lines.push({ sentence: s.link, parts: { link: { value: notice.link, href: notice.link } } }, { sentence: s.automatic });
  const sections = [{ language, lines }];
  return {
    language: language.code,
    direction: language.direction,
    reviewed: language.reviewed,
    subject: dossierReference
      ? fillText({ sentence: s.subject, parts: { dossier: { value: dossierReference } } }, 'ltr')
      : s.subjectWithoutDossier,
    text: asText(sections),
    html: asHtml(sections),
  };
}
