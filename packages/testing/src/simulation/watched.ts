import { WATCH_AHEAD_DAYS } from '@permanence/contracts';
import { plus } from './oracle/calendar.ts';
import { isBeforeCourt } from './oracle/limits.ts';
import type { World } from './simulation.ts';

const CODES = ['silence-soon', 'silence-refusal', 'receipt-ending', 'legal-aid-not-asked'] as const;

/** What the watchers must raise for the limits of the books: `dossier code day`, for the kinds that follow from limits. */
export function expectedWatchers({ lives }: World, today: string): { codes: readonly string[]; raised: Set<string> } {
  const raised = new Set<string>();
  const horizon = plus(today, WATCH_AHEAD_DAYS, 'days');
  for (const life of lives) {
    if (!life.dossierId || life.closed) continue;
    const open = (sourceId: string) => life.at.books.ofSource(sourceId).filter((line) => line.state === 'open');
    const ends: string[] = [];
    for (const filing of life.filings)
      for (const { want } of open(filing.id)) {
        if (want.ruleId !== 'IMPLICIT-4M') ends.push(filing.input.receiptUntil!);
        else if (want.last! <= horizon)
          raised.add(`${life.dossierId} ${want.last! < today ? 'silence-refusal' : 'silence-soon'} ${want.last}`);
      }
    const [first] = ends.filter((end) => end <= horizon).sort();
    if (first) raised.add(`${life.dossierId} receipt-ending ${first}`);
    const appeals = life.decisions
      .filter(({ input: { facts: f } }) => !f.aideJuridictionnelleRequestedOn && !f.aideJuridictionnelleDecision && !f.lawyerAppointedOn)
      .flatMap(({ id }) => open(id))
      .flatMap(({ want }) => (want.prudent && want.prudent >= today && isBeforeCourt(want.ruleId) ? [want.prudent] : []))
      .sort();
    if (appeals[0]) raised.add(`${life.dossierId} legal-aid-not-asked ${appeals[0]}`);
  }
  return { codes: CODES, raised };
}
