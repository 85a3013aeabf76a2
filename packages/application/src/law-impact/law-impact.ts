import type { ImpactChange, LawImpactAnswer, LawImpactRequest, LawImpactRow } from '@permanence/contracts';
import { RULES_VERSION } from '@permanence/rules';
import { assembleFacts } from '../facts/to-facts.ts';
import { query } from '../support/use-case.ts';
import { betweenDates, sinceWeighing } from './compare.ts';

/** Dossiers of one part: well under a second on a small machine, so that the screen can tell how far it is. */
const PART = 100;

/** Which open dossiers get another answer on another day, or from the rules as they are now. One part at a time. */
export const lawImpact = query<LawImpactRequest, LawImpactAnswer>({
  name: 'law-impact',
  permission: 'coordination.read',
  execute: async ({ input: { mode, from, to, after }, repositories, app }) => {
    const { total, rows: dossiers } = await repositories.dossiers.openPart(after ?? null, PART);
    const today = app.clock.today();
    const personIds = [...new Set(dossiers.map(({ personId }) => personId))];
    const answer: LawImpactAnswer = {
      total,
      examined: dossiers.length,
      unweighed: 0,
      next: dossiers.length === PART ? dossiers.at(-1)!.id : null,
      rows: [],
    };
    const put = (dossier: (typeof dossiers)[number], before: LawImpactRow['before'], on: string, changes: ImpactChange[]): void => {
      if (!changes.length) return;
      const { id: dossierId, reference, personName, basis, holders } = dossier;
      const touchesPursued = changes.some((change) => change.basis === basis);
      const now = { onDate: on, rulesVersion: RULES_VERSION };
      answer.rows.push({ dossierId, reference, personName, basis, holders, touchesPursued, before, after: now, changes });
    };
    if (mode === 'stored') {
      const latest = await repositories.assessments.latestOf(personIds);
      for (const dossier of dossiers) {
        const row = latest.get(dossier.personId);
        if (!row) answer.unweighed += 1;
        else put(dossier, { onDate: row.onDate, rulesVersion: row.rulesVersion }, today, sinceWeighing(row, today, dossier.basis));
      }
      return answer;
    }
    if (!from || !to) throw new Error('the contract asks for both days');
    const known = await repositories.facts.ofMany(personIds);
    for (const dossier of dossiers) {
      const { answers, children } = known.get(dossier.personId) ?? { answers: [], children: [] };
      const facts = assembleFacts({ nationality: dossier.nationality, birthOn: dossier.birthOn }, children, answers);
      put(dossier, { onDate: from, rulesVersion: RULES_VERSION }, to, betweenDates(facts, from, to, dossier.basis));
    }
    return answer;
  },
});
