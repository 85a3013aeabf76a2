import { AppError, type DeadlineSheet, type SheetLanguage } from '@permanence/contracts';
import type { StoredDeadline } from '@permanence/persistence';
import { clockRule, isDecisionId, isoDate, parseInstant } from '@permanence/rules';
import { figures, LANGUAGES_WRITTEN } from '../mail/person-message.ts';
import { found, query } from '../support/use-case.ts';
import { ar } from './sentences/ar.ts';
import { en } from './sentences/en.ts';
import { fr } from './sentences/fr.ts';
import type { SheetKind, SheetPlace, SheetSentences } from './sentences/shape.ts';

const SENTENCES: Record<SheetLanguage, SheetSentences> = { fr, en, ar };
type About = Pick<StoredDeadline, 'id' | 'ruleId' | 'sourceKind' | 'prudentOn' | 'expiresAt' | 'facts'> & {
  working: Pick<StoredDeadline['working'], 'court'>;
};

const kindOf = ({ sourceKind, ruleId }: About): SheetKind => {
  if (sourceKind === 'permit') return 'window';
  const silent = isDecisionId(ruleId) && clockRule(ruleId).family === 'silence';
  return sourceKind === 'decision' && !silent ? 'appeal' : 'follow-up';
};
const placeOf = (kind: SheetKind, { facts, working: { court } }: About): SheetPlace => {
  if (kind === 'follow-up') return 'us';
  if (kind === 'window') {
    const { channel } = (facts['permit'] ?? {}) as { channel?: unknown };
    return channel === 'anef' ? 'online' : channel === 'prefecture' ? 'counter' : 'us';
  }
  if (court?.kind === 'CNDA') return 'asylum-court';
  // Every other authority, and every court without a table of its own, is named by the letter.
  return court?.kind.startsWith('TA') ? 'administrative-court' : 'letter';
};
const fill = (sentence: string, values: Record<string, string>): string =>
  sentence.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);

/** The sentences of one limit for the person's own paper. Pure. */
export function sheetOf(deadline: About, language: SheetLanguage, phone: string | null): DeadlineSheet {
  const s = SENTENCES[language];
  const written = LANGUAGES_WRITTEN[language];
  const local = deadline.prudentOn ? null : parseInstant(deadline.expiresAt)!.local;
  const on = local?.on ?? isoDate(deadline.prudentOn!);
  const day = { words: written.words(on), figures: figures(on), hour: local && written.hour(local.minutes) };
  const kind = kindOf(deadline);
  const place = placeOf(kind, deadline);
  const town = deadline.working.court?.name;
  const where = place === 'administrative-court' && town ? fill(s.administrativeCourtOf, { name: town }) : s.where[place];
  const line = (code: DeadlineSheet['lines'][number]['code'], text: string, items: readonly string[] = []) => ({
    code,
    label: s.label[code],
    text,
    items: [...items],
  });
  return {
    deadlineId: deadline.id,
    language,
    direction: written.direction,
    // These sentences are not those of the messages: in Arabic nobody has read them over yet.
    reviewed: language !== 'ar',
    title: s.title,
    day,
    lines: [
      line('what', s.what[kind]),
      line('when', fill(day.hour ? s.whenAtHour : s.when, { words: day.words, figures: day.figures, hour: day.hour ?? '' })),
      line('where', where),
      line('bring', s.bring, s.items[kind]),
      line('call', phone ? fill(s.call, { phone }) : s.callWithoutPhone),
      line('beware', s.beware[kind]),
    ],
  };
}

/**
 * A sheet to print for the person, in their language.
 * @throws AppError wrong-state for a limit that no longer runs: its day would mislead
 */
export const deadlineSheet = query<{ id: string; language: SheetLanguage }, DeadlineSheet>({
  name: 'deadline-sheet',
  permission: 'deadline.read',
  execute: async ({ input: { id, language }, repositories }) => {
    const deadline = found(await repositories.deadlines.find(id));
    if (deadline.state !== 'open') throw new AppError('wrong-state', { message: `deadline is ${deadline.state}` });
    return sheetOf(deadline, language, (await repositories.reminders.association()).contactPhone);
  },
});
