import { StoredWeighing, type ImpactChange } from '@permanence/contracts';
import type { AssessmentRow } from '@permanence/persistence';
import { assess, basisVersionOn, isoDate, RULES_VERSION, statuses, type Facts, type IsoDate, type Status } from '@permanence/rules';
import { isSituation } from '../weighing/stored-weighing.ts';
import { changedConditions } from '../weighing/what-changed.ts';

type Statuses = Readonly<Record<string, Status>>;
/**
 * Answers whose change is worth a look: that of the basis pursued whatever it does; any other when it begins or ceases to hold. A ground of
 * which nothing was known and which falls away concerns nobody.
 */
const worthALook = (before: Statuses, after: Statuses, pursued: string | null): string[] =>
  Object.keys(after).filter((id) => {
    const was = before[id];
    if (was === undefined || was === after[id]) return false;
    return id === pursued || was === 'met' || after[id] === 'met';
  });
/** First day of the version of a rule that is applied on a day. */
const versionOf = (basis: string, onDate: IsoDate): string => basisVersionOn(basis, onDate).from;

/** What the same facts are answered on two days, by the rules as they are now. */
export function betweenDates(facts: Facts, from: IsoDate, to: IsoDate, pursued: string | null): ImpactChange[] {
  const moved = worthALook(statuses({ onDate: from, facts }), statuses({ onDate: to, facts }), pursued);
  if (!moved.length) return [];
  const [before, after] = [assess({ onDate: from, facts }).results, assess({ onDate: to, facts }).results];
  return moved.map((basis) => {
    const [was, is] = [before[basis]!, after[basis]!];
    const [versionBefore, versionAfter] = [versionOf(basis, from), versionOf(basis, to)];
    const conditions = changedConditions(was.conditions, is.conditions);
    // A ground that begins or ends is the law's doing too: its validity is then a condition of its own.
    const byLaw = versionBefore !== versionAfter || conditions.some(({ id }) => id === `${basis}.validity`);
    return { basis, before: was.status, after: is.status, conditions, versionBefore, versionAfter, cause: byLaw ? 'law' : 'time' };
  });
}

/** What a stored weighing, with the facts it was given, is answered today. Its papers play no part: they never decide a status. */
export function sinceWeighing(row: AssessmentRow, today: IsoDate, pursued: string | null): ImpactChange[] {
  const { results } = StoredWeighing.parse(row.result);
  const facts = row.facts as Facts;
  const then = isoDate(row.onDate);
  const stored = Object.fromEntries(Object.entries(results).flatMap(([id, { status }]) => (isSituation(id) ? [] : [[id, status]])));
  const moved = worthALook(stored, statuses({ onDate: today, facts }), pursued);
  if (!moved.length) return [];
  const now = assess({ onDate: today, facts }).results;
  const corrected = statuses({ onDate: then, facts });
  return moved.map((basis) => {
    const [was, is] = [results[basis]!, now[basis]!];
    const sameRules = row.rulesVersion === RULES_VERSION;
    const [versionBefore, versionAfter] = [versionOf(basis, then), versionOf(basis, today)];
    const conditions = changedConditions(was.conditions, is.conditions);
    const byLaw = versionBefore !== versionAfter || conditions.some(({ id }) => id === `${basis}.validity`);
    // The same day and the same facts get another answer: the rules themselves were corrected.
    const byRules = !sameRules && corrected[basis] !== was.status;
    return {
      basis,
      before: was.status,
      after: is.status,
      conditions,
      versionBefore: sameRules ? versionBefore : null,
      versionAfter,
      cause: byRules ? 'rules' : byLaw ? 'law' : 'time',
    };
  });
}
