import { sayClock, type IsoDate } from '@permanence/rules';
import { colleagueEn, colleagueFr, type ColleagueSentences } from './colleague-sentences.ts';
import { asHtml, asText, type Line, type Message, type Part } from './message.ts';
import { figures, LANGUAGES_WRITTEN } from './person-message.ts';

/** One dated thing of a digest: the reference of the dossier and what it is in words, never a name. */
export interface DigestItem {
  kind: 'deadline' | 'appointment' | 'task';
  dossierReference: string | null;
  /** A deadline's rule. */
  ruleId: string | null;
  on: IsoDate;
  /** Since local midnight; an appointment, or a limit in hours. */
  minutes?: number | null;
  overdue: boolean;
  /** Page to open. */
  link: string;
}
export interface VolunteerDigestInput {
  language: string;
  /** First and last day looked at. */
  from: IsoDate;
  to: IsoDate;
  items: readonly DigestItem[];
  link: string;
}
export interface CoordinatorDigestInput extends VolunteerDigestInput {
  /** What else must be looked at; zeros are not told. */
  counts: Partial<Record<keyof ColleagueSentences['counts'], number>>;
}
export interface EscalationInput {
  language: string;
  kind: 'deadline' | 'appointment' | 'task';
  dossierReference: string | null;
  ruleId: string | null;
  prudentOn: IsoDate | null;
  lastDayOn: IsoDate | null;
  /** A limit in hours, or an appointment. */
  at: { on: IsoDate; minutes: number } | null;
  /** The day on which the team was first asked to act. */
  askedOn: IsoDate | null;
  holders: number;
  link: string;
}

/** A mail stays readable; what lies beyond is counted and read on the screen. */
export const DIGEST_ITEMS = 60;

const wordsOf = (code: string) => {
  const english = code === 'en';
  const language = LANGUAGES_WRITTEN[english ? 'en' : 'fr'];
  const s = english ? colleagueEn : colleagueFr;
  const day = (d: IsoDate): Part => ({ value: `${language.words(d)} (${figures(d)})` });
  const what = ({ kind, ruleId }: Pick<DigestItem, 'kind' | 'ruleId'>): Part => ({
    value: kind !== 'deadline' ? s[kind] : ruleId ? sayClock(`title:${ruleId}`, {}, english ? 'en' : 'fr') : '—',
  });
  const message = (subject: string, lines: Line[], link: string): Message => {
    const all = [
      { sentence: s.hello },
      ...lines,
      { sentence: s.open, parts: { link: { value: link, href: link } } },
      { sentence: s.automatic },
    ];
    const sections = [{ language, lines: all }];
    const { code, direction, reviewed } = language;
    return { language: code, direction, reviewed, subject, text: asText(sections), html: asHtml(sections) };
  };
  return { s, language, day, what, message };
};
type Words = ReturnType<typeof wordsOf>;

function entriesOf({ s, language, day, what }: Words, items: readonly DigestItem[]): Line[] {
  const sorted = [...items].sort((a, b) => (a.on === b.on ? (a.minutes ?? 0) - (b.minutes ?? 0) : a.on < b.on ? -1 : 1));
  const entry = (item: DigestItem): Line => {
    const dossier = { value: item.dossierReference ?? s.withoutDossier, apart: true, href: item.link };
    const hour = item.minutes === undefined || item.minutes === null ? null : { value: language.hour(item.minutes) };
    const parts = { date: day(item.on), what: what(item), dossier };
    return hour ? { sentence: s.entryAtHour, parts: { ...parts, hour }, entry: true } : { sentence: s.entry, parts, entry: true };
  };
  const shown = sorted.slice(0, DIGEST_ITEMS);
  const group = (title: string, of: readonly DigestItem[]): Line[] =>
    of.length ? [{ sentence: title, heading: true }, ...of.map(entry)] : [];
  const more = sorted.length - shown.length;
  return [
    ...group(
      s.overdue,
      shown.filter((item) => item.overdue),
    ),
    ...group(
      s.coming,
      shown.filter((item) => !item.overdue),
    ),
    ...(more ? [{ sentence: s.more, parts: { more: { value: String(more) } } }] : []),
  ];
}

/** A volunteer's week. */
export function volunteerDigest({ language, from, to, items, link }: VolunteerDigestInput): Message {
  const words = wordsOf(language);
  const { s, day, message } = words;
  const lines = items.length
    ? [{ sentence: s.week, parts: { from: day(from), to: day(to) } }, ...entriesOf(words, items)]
    : [{ sentence: s.weekEmpty }];
  return message(s.weekSubject, lines, link);
}

/** A coordinator's Monday: the dates of the whole team, then what went wrong or lies with nobody. */
export function coordinatorDigest({ language, from, to, items, counts, link }: CoordinatorDigestInput): Message {
  const words = wordsOf(language);
  const { s, day, message } = words;
  const look = (Object.keys(s.counts) as (keyof typeof s.counts)[]).filter((key) => counts[key]);
  return message(
    s.mondaySubject,
    [
      { sentence: s.monday, parts: { from: day(from), to: day(to) } },
      ...(items.length ? entriesOf(words, items) : [{ sentence: '—' }]),
      ...(look.length
        ? [
            { sentence: s.toLookAt, heading: true },
            ...look.map((key) => ({ sentence: s.counts[key], parts: { count: { value: String(counts[key]) } }, entry: true })),
          ]
        : [{ sentence: s.nothingToLookAt }]),
    ],
    link,
  );
}

/** Nobody acted on a date: to the coordinators. */
export function escalation(input: EscalationInput): Message {
  const words = wordsOf(input.language);
  const { s, language, day, what, message } = words;
  const { prudentOn, lastDayOn, at, askedOn, dossierReference, holders } = input;
  const lines: Line[] = [{ sentence: s.escalation, parts: { what: what(input) }, strong: true }];
  if (prudentOn) lines.push({ sentence: s.prudent, parts: { date: day(prudentOn) }, strong: true });
  if (at) lines.push({ sentence: s.expires, parts: { date: day(at.on), hour: { value: language.hour(at.minutes) } }, strong: true });
  if (lastDayOn && lastDayOn !== prudentOn) lines.push({ sentence: s.lastDay, parts: { date: day(lastDayOn) } });
  if (askedOn) lines.push({ sentence: s.askedOn, parts: { date: day(askedOn) } });
  lines.push(holders ? { sentence: s.held, parts: { count: { value: String(holders) } } } : { sentence: s.nobodyHolds });
  lines.push({ sentence: s.escalationAct });
  const subject = dossierReference ? s.escalationSubject.replace('{dossier}', dossierReference) : s.escalationSubjectWithoutDossier;
  return message(subject, lines, input.link);
}
