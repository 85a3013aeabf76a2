import { CHILDREN_FACT, type Child, type Interview, type InterviewStep, type Person } from '@permanence/contracts';
import type { StoredAnswer } from '@permanence/persistence';
import { assess, factSpec, isChildFact, listBases, listFacts, type FactName, type Facts, type IsoDate } from '@permanence/rules';
import { found, query } from '../support/use-case.ts';
import { assembleFacts } from './to-facts.ts';

const ORDER = new Map<string, number>(listFacts().map(({ name }, i) => [name, i]));
/** What a ground for victims of violence in the couple is known by. */
const OF_VIOLENCE: ReadonlySet<string> = new Set([
  'domesticViolence',
  'violenceByCurrentPartner',
  'violenceAfterArrival',
  'protectionOrderEnd',
  'protectionOrderGround',
]);
/** Grounds that a victim of violence may still need answers about the couple for. */
const FOR_VICTIMS: ReadonlySet<string> = new Set(
  listBases()
    .filter(({ versions }) =>
      versions.some(({ conditions }) =>
        conditions.some(({ title, facts }) => title === 'break-up-through-violence' || facts.some((fact) => OF_VIOLENCE.has(fact))),
      ),
    )
    .map(({ id }) => id),
);
const isAboutPartner = (fact: FactName): boolean => factSpec(fact).group === 'couple';
/** Whether violence in the couple is recorded, by any of the facts that say so. */
export const violenceIsRecorded = (facts: Facts): boolean =>
  facts.domesticViolence === true || facts.violenceByCurrentPartner === true || facts.cohabitationEndReason === 'violence';

/**
 * The questions still worth asking, from what the rules miss, and from nothing else. Once violence is recorded, a question about the partner is
 * asked only for a ground made for victims. What was answered, withheld or left for later is not asked again.
 * @param onDate day of the interview
 */
export const interviewOf = (
  person: Pick<Person, 'nationality' | 'birthOn'>,
  children: readonly Child[],
  answers: readonly StoredAnswer[],
  onDate: IsoDate,
): Interview => {
  const facts = assembleFacts(person, children, answers);
  const guarded = violenceIsRecorded(facts);
  const given = answers.filter(({ state }) => state !== 'withdrawn');
  const stateOf = (fact: string, childId: string | null) => given.find((a) => a.fact === fact && a.childId === childId)?.state;
  const noChildList = facts.children === undefined;
  const steps: InterviewStep[] = [];
  const skipped: InterviewStep[] = [];
  const seen = new Set<string>();
  const put = (fact: string, child: Child | null, couldChange: readonly string[]): void => {
    const key = `${fact} ${child?.id ?? ''}`;
    if (seen.has(key)) return;
    seen.add(key);
    const state = stateOf(fact, child?.id ?? null);
    const step = { fact, childId: child?.id ?? null, childLabel: child?.label ?? null, couldChange: [...couldChange] };
    if (state === undefined) steps.push(step);
    else if (state === 'skipped') skipped.push(step);
  };
  for (const { fact, couldChange } of assess({ onDate, facts }).nextFacts) {
    const bases = guarded && isAboutPartner(fact) ? couldChange.filter((id) => FOR_VICTIMS.has(id)) : couldChange;
    if (!bases.length) continue;
    if (!isChildFact(fact)) put(fact, null, bases);
    // First of all, whether there are any.
    else if (noChildList) put(CHILDREN_FACT, null, bases);
    else for (const child of children) put(fact, child, bases);
  }
  return { steps, skipped, given: wayBack(given), guarded };
};

const wayBack = (given: readonly StoredAnswer[]): Interview['given'] =>
  [...given]
    .sort((a, b) =>
      a.recordedAt === b.recordedAt ? (ORDER.get(a.fact) ?? -1) - (ORDER.get(b.fact) ?? -1) : a.recordedAt < b.recordedAt ? -1 : 1,
    )
    .flatMap(({ fact, childId, state }) => (state === 'withdrawn' ? [] : [{ fact, childId, state }]));

export const getInterview = query<{ personId: string }, Interview>({
  name: 'get-interview',
  permission: 'rules.run',
  execute: async ({ input: { personId }, repositories, app }) => {
    const person = found(await repositories.persons.find(personId));
    const { facts } = repositories;
    return interviewOf(person, await facts.children(personId), await facts.current(personId), app.clock.today());
  },
});
