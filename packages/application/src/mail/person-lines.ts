import type { IsoDate } from '@permanence/rules';
import type { Line, Part, Parts } from './message.ts';
import type { PersonNotice } from './person-message.ts';
import { figures } from './sentences/dates.ts';
import type { Language, PersonSentences } from './sentences/shape.ts';

type Family = 'window' | 'deadline' | 'appointment' | 'commitment' | 'papers' | 'check' | 'received' | 'follow-up';
interface Reading {
  family: Family;
  /** The appointment's sentence. */
  event: keyof PersonSentences['appointment'];
  stage: 'near' | 'last' | null;
  act: 'call' | 'callToday' | 'callIfUnable' | 'callAgain' | 'checkAct' | 'receivedAct';
}
const FAMILIES: Record<string, Family> = {
  'call-first': 'deadline',
  'papers-wanted': 'papers',
  'contact-check': 'check',
  'answer-received': 'received',
  'follow-up': 'follow-up',
};
const EVENTS: Record<string, Reading['event']> = { booked: 'booked', moved: 'moved', cancelled: 'cancelled', missed: 'missed' };

function read({ kind, missed }: PersonNotice): Reading {
  const [head = '', tail = ''] = kind.split('-');
  const family = FAMILIES[kind] ?? (head as Family);
  const event = missed ? 'missed' : (EVENTS[tail] ?? 'coming');
  const stage = family === 'appointment' ? null : tail === 'near' || tail === 'last' ? tail : null;
  const byFamily: Partial<Record<Family, Reading['act']>> = { check: 'checkAct', received: 'receivedAct' };
  const over = event === 'missed' || event === 'cancelled';
  const act =
    family === 'appointment'
      ? over
        ? 'callAgain'
        : 'callIfUnable'
      : kind === 'call-first' || kind === 'deadline-last'
        ? 'callToday'
        : (byFamily[family] ?? 'call');
  return { family, event, stage, act };
}
export const subjectOf = (notice: PersonNotice): keyof PersonSentences['subject'] => {
  const { family } = read(notice);
  return family === 'appointment' || family === 'check' || family === 'received' ? family : 'date';
};

/** The sentence that names the date, at the level the person chose. */
function mainSentence(s: PersonSentences, notice: PersonNotice): string {
  const { family, event } = read(notice);
  const { level = 'neutral', when, opensOn } = notice;
  if (family === 'check') return s.check;
  if (family === 'received') return s.received;
  if (!when) throw new Error(`${notice.kind}: a date is announced, and there is none`);
  const hour = when.minutes !== undefined;
  if (family === 'appointment') {
    if (!hour) throw new Error('an appointment has an hour');
    return s.appointment[event];
  }
  if (level === 'neutral') {
    if (family === 'window') return opensOn ? s.neutral.periodFrom : s.neutral.period;
    return hour ? s.neutral.dateAtHour : s.neutral.date;
  }
  if (family === 'commitment' || family === 'papers') return s[level][family];
  if (family === 'window') {
    if (level === 'full') return opensOn ? s.full.renewalFrom : s.full.renewal;
    return opensOn ? s.ordinary.periodFrom : s.ordinary.period;
  }
  if (level === 'full' && family === 'deadline') return hour ? s.full.appealAtHour : s.full.appeal;
  return hour ? s.ordinary.deadlineAtHour : s.ordinary.deadline;
}

/** `{date}` as `{dateWords} ({dateFigures})`: words for the one who reads, figures for the one who compares with a letter. */
const withFigures = (sentence: string): string => sentence.replace(/\{(date|from)\}/g, '{$1Words} ({$1Figures})');
const link = (href: string): Part => ({ value: href, apart: true, href });

function partsOf(language: Language, { when, opensOn, phone }: PersonNotice): Parts {
  const day = (name: string, d: IsoDate): Parts => ({
    [name]: { value: language.words(d) },
    [`${name}Words`]: { value: language.words(d) },
    [`${name}Figures`]: { value: figures(d), apart: true },
  });
  return {
    ...(when ? day('date', when.on) : {}),
    ...(opensOn ? day('from', opensOn) : {}),
    ...(when?.minutes === undefined ? {} : { hour: { value: language.hour(when.minutes), apart: true } }),
    permit: { value: 'titre de séjour', apart: true },
    whom: phone ? { value: phone, apart: true, href: `tel:${phone.replace(/[^+\d]/g, '')}` } : { value: language.person.usualContact },
  };
}

/** What is added for someone who agreed to be told: what to bring, what it costs to miss. */
function inFull(s: PersonSentences, family: Family, papers: readonly string[]): Line[] {
  const list: Line[] = papers.length ? [{ sentence: s.paperList, parts: { papers: { value: papers.join(', '), apart: true } } }] : [];
  switch (family) {
    case 'window':
      return [{ sentence: s.bring.renewal }, { sentence: s.cost.renewal }];
    case 'deadline':
      return [{ sentence: s.bring.appeal }, { sentence: s.cost.appeal }];
    case 'appointment':
      return [{ sentence: s.bring.appointment }, { sentence: s.cost.appointment }];
    case 'commitment':
      return [{ sentence: s.cost.commitment }];
    case 'papers':
      return [...list, { sentence: s.cost.papers }];
    default:
      return [];
  }
}

/** The lines of a notice in one language, and above French a word that it stands below. */
export function linesOf(language: Language, notice: PersonNotice, frenchBelow: boolean): Line[] {
  const s = language.person;
  const { family, event, stage, act } = read(notice);
  const { level = 'neutral', greetingWord, place, association, answerLinks, unsubscribeUrl } = notice;
  const told = level !== 'neutral';
  const over = event === 'missed' || event === 'cancelled';
  const parts = partsOf(language, notice);
  return [
    greetingWord ? { sentence: s.helloWord, parts: { word: { value: greetingWord, unknownScript: true } } } : { sentence: s.hello },
    { sentence: withFigures(mainSentence(s, notice)), parts, strong: true },
    ...(stage ? [{ sentence: s[stage], strong: true }] : []),
    ...(told && family === 'appointment' && place && !over ? [{ sentence: s.place, parts: { place: { value: place, apart: true } } }] : []),
    ...(level === 'full' && !over ? inFull(s, family, notice.papers ?? []) : []),
    { sentence: s[act], parts },
    ...(answerLinks ? [{ sentence: s.answer, parts: { link: link(answerLinks.page) } }] : []),
    ...(unsubscribeUrl ? [{ sentence: s.stop, parts: { link: link(unsubscribeUrl) } }] : []),
    ...(told && association ? [{ sentence: s.from, parts: { association: { value: association, apart: true } } }] : []),
    ...(told ? [{ sentence: s.beware }] : []),
    ...(frenchBelow ? [{ sentence: s.frenchBelow }] : []),
    { sentence: s.automatic },
  ];
}

/** The two lines a short message has room for: the date in words with its hour, and whom to call. */
export function shortLinesOf(language: Language, notice: PersonNotice): Line[] {
  const s = language.person;
  const parts = partsOf(language, notice);
  return [
    { sentence: mainSentence(s, notice), parts },
    { sentence: s[read(notice).act], parts },
  ];
}
