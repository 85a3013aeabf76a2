import { CHILDREN_FACT, NO_CHILDREN, type Child } from '@permanence/contracts';
import type { StoredAnswer } from '@permanence/persistence';
import { assess, factSpec, factsRead, isFactName, isoDate, listBases, type FactName } from '@permanence/rules';
import { interviewOf } from './interview.ts';
import { assembleFacts } from './to-facts.ts';

const today = isoDate('2026-11-21');
const answer = (fact: string, value: StoredAnswer['value'], more: Partial<StoredAnswer> = {}): StoredAnswer => ({
  fact,
  childId: null,
  state: 'value',
  value,
  saidBy: 'person',
  saidOn: today,
  recordedByName: null,
  recordedAt: '2026-11-21T09:00:00.000Z',
  ...more,
});
type Record = { nationality: string | null; birthOn: string | null };

/** The same numbers for the same seed. */
const numbers = (seed: number) => {
  let state = seed * 2_654_435_761;
  return (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state % below;
  };
};
const DAYS = ['1985-03-02', '2003-09-14', '2012-01-31', '2019-06-15', '2023-02-28', '2026-03-01', '2026-10-05'];
const NATIONALITIES = ['DZA', 'MLI', 'TUN', 'FRA', 'DEU', 'AFG'];

/** Answers one question as chance has it; one in six is withheld or left for later. */
function reply(fact: string, childId: string | null, next: (below: number) => number, at: number): StoredAnswer {
  const recordedAt = new Date(Date.UTC(2026, 10, 21, 9, 0, at)).toISOString();
  const more = { childId, recordedAt };
  if (next(6) === 0) return answer(fact, null, { ...more, state: (['dont-know', 'prefers-not', 'skipped'] as const)[next(3)]! });
  if (fact === CHILDREN_FACT) return answer(fact, NO_CHILDREN, more);
  const spec = factSpec(fact);
  const value =
    spec.type === 'bool'
      ? next(2) === 0
      : spec.type === 'date'
        ? DAYS[next(DAYS.length)]!
        : spec.type === 'enum'
          ? spec.values![next(spec.values!.length)]!
          : spec.type === 'string'
            ? 'other'
            : next(40);
  return answer(fact, value, more);
}

interface Asked {
  fact: string;
  childId: string | null;
  couldChange: string[];
  answers: StoredAnswer[];
}
/** Follows the interview to its end, always answering its first question. */
function walk(seed: number, given: StoredAnswer[] = [], children: Child[] = []): Asked[] {
  const next = numbers(seed);
  const person: Record = { nationality: null, birthOn: null };
  const answers = [...given];
  const asked: Asked[] = [];
  for (;;) {
    const [step] = interviewOf(person, children, answers, today).steps;
    if (!step) return asked;
    if (asked.length > 400) throw new Error('the interview does not end');
    asked.push({ ...step, answers: [...answers] });
    if (step.fact === 'nationality') person.nationality = NATIONALITIES[next(NATIONALITIES.length)]!;
    else if (step.fact === 'birthDate') person.birthOn = DAYS[next(4)]!;
    else answers.push(reply(step.fact, step.childId, next, asked.length));
  }
}
const seeds = Array.from({ length: 40 }, (_, i) => i + 1);
const BY_VIOLENCE = ['domesticViolence', 'violenceByCurrentPartner', 'violenceAfterArrival', 'protectionOrderEnd', 'protectionOrderGround'];
/** Held apart from the subject: the grounds whose own rule reads violence or a break-up through it. */
const forVictims = listBases()
  .filter((basis) =>
    basis.versions.some(({ conditions }) =>
      conditions.some(({ facts, title }) => title.includes('violence') || facts.some((fact) => BY_VIOLENCE.includes(fact))),
    ),
  )
  .map(({ id }) => id);
const isAboutPartner = (fact: string): boolean => isFactName(fact) && factSpec(fact).group === 'couple';

describe('an interview', () => {
  it.each(seeds)('asks only what a rule reads, nothing twice, and ends (%i)', (seed) => {
    const asked = walk(seed, [], [{ id: 'a', label: 'Aîné', position: 1 }]);
    const read = new Set<string>([...factsRead(), 'nationality', 'birthDate', CHILDREN_FACT]);
    expect(asked.map(({ fact }) => fact).filter((fact) => !read.has(fact))).toEqual([]);
    const keys = asked.map(({ fact, childId }) => `${fact} ${childId ?? ''}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(asked.every(({ couldChange }) => couldChange.length > 0)).toBe(true);
  });

  it.each(seeds)('once violence is recorded, asks of the partner only what a ground for victims still reads (%i)', (seed) => {
    const violence = [
      answer('domesticViolence', true),
      answer('violenceByCurrentPartner', true),
      answer('cohabitationEndReason', 'violence'),
    ][seed % 3]!;
    const children = [{ id: 'a', label: 'Aîné', position: 1 }];
    for (const { fact, couldChange, answers } of walk(seed, [violence], children)) {
      if (!isAboutPartner(fact)) continue;
      expect(couldChange.filter((id) => !forVictims.includes(id))).toEqual([]);
      const { results } = assess({ onDate: today, facts: assembleFacts({ nationality: null, birthOn: null }, children, answers) });
      const stillReads = couldChange.some(
        (id) => results[id]?.status === 'unknown' || results[id]?.missingFacts.includes(fact as FactName),
      );
      expect(stillReads).toBe(true);
    }
  });
  it('would ask more of the partner without it: the guard is what holds these questions back', () => {
    const about = (given: StoredAnswer[]) => {
      const { steps } = interviewOf({ nationality: 'MLI', birthOn: null }, [], given, today);
      return steps.filter(({ fact }) => isAboutPartner(fact)).map(({ fact }) => fact);
    };
    const guarded = about([answer('domesticViolence', true)]);
    const open = about([answer('domesticViolence', false)]);
    expect(guarded.length).toBeLessThan(open.length);
    expect(guarded).not.toContain('partnerPermit');
    expect(open.filter((fact) => !guarded.includes(fact)).length).toBeGreaterThan(2);
  });

  it('keeps “for later” apart from “does not know”: only the first comes back', () => {
    const person = { nationality: 'MLI', birthOn: null };
    const fact = interviewOf(person, [], [], today).steps[0]!.fact;
    const later = interviewOf(person, [], [answer(fact, null, { state: 'skipped' })], today);
    const unknown = interviewOf(person, [], [answer(fact, null, { state: 'dont-know' })], today);
    for (const { steps } of [later, unknown]) expect(steps.map((step) => step.fact)).not.toContain(fact);
    expect(later.skipped.map((step) => step.fact)).toEqual([fact]);
    expect(unknown.skipped).toEqual([]);
  });
  it('asks again what was withdrawn', () => {
    const person = { nationality: 'MLI', birthOn: null };
    const fact = interviewOf(person, [], [], today).steps[0]!.fact;
    const { steps, given } = interviewOf(person, [], [answer(fact, null, { state: 'withdrawn' })], today);
    expect(steps[0]!.fact).toBe(fact);
    expect(given).toEqual([]);
  });
  it('asks whether there are children before asking about them, then about each', () => {
    const person = { nationality: 'MLI', birthOn: null };
    const facts = (children: Child[], given: StoredAnswer[] = []) =>
      interviewOf(person, children, given, today).steps.map(({ fact, childId }) => [fact, childId]);
    expect(facts([])).toContainEqual([CHILDREN_FACT, null]);
    expect(facts([]).some(([fact]) => String(fact).startsWith('children['))).toBe(false);
    const none = facts([], [answer(CHILDREN_FACT, NO_CHILDREN)]);
    expect(none.some(([fact]) => String(fact).startsWith('children'))).toBe(false);
    const two = facts([
      { id: 'a', label: 'Aîné', position: 1 },
      { id: 'b', label: 'Cadet', position: 2 },
    ]);
    expect(two).toContainEqual(['children[].filiationEstablished', 'a']);
    expect(two).toContainEqual(['children[].filiationEstablished', 'b']);
  });
});
