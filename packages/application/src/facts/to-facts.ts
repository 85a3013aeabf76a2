import { answerProblem, CHILDREN_FACT, type Person } from '@permanence/contracts';
import type { Repositories, StoredAnswer } from '@permanence/persistence';
import { childFactName, isChildFact, isFactName, type ChildFacts, type Facts } from '@permanence/rules';

type Known = Record<string, unknown>;
/** Only answers with a value that the dictionary still accepts: one left over from an older dictionary is unknown, never bent to fit. */
const knownAnswers = (answers: readonly StoredAnswer[]): StoredAnswer[] =>
  answers.filter(({ fact, state, value }) => state === 'value' && value !== null && answerProblem(fact, value) === null);

/**
 * What the rules are given. “I don't know”, “prefers not to say” and no answer at all are absent alike: unknown. `children` is a list
 * once a child is registered, `[]` when it is known that there is none, and absent otherwise. Nationality and birth date come from the
 * person's record: one truth.
 */
export const assembleFacts = (
  person: Pick<Person, 'nationality' | 'birthOn'>,
  children: readonly { id: string }[],
  answers: readonly StoredAnswer[],
): Facts => {
  const facts: Known = {};
  const ofChild = new Map<string, Known>(children.map(({ id }) => [id, {}]));
  let noChildren = false;
  for (const { fact, childId, value } of knownAnswers(answers)) {
    if (fact === CHILDREN_FACT) noChildren = true;
    else if (!isFactName(fact)) continue;
    else if (!isChildFact(fact)) facts[fact] = value;
    else if (childId) {
      const known = ofChild.get(childId);
      if (known) known[childFactName(fact)] = value;
    }
  }
  if (person.nationality) facts['nationality'] = person.nationality;
  if (person.birthOn) facts['birthDate'] = person.birthOn;
  if (children.length) facts['children'] = [...ofChild.values()] as ChildFacts[];
  else if (noChildren) facts['children'] = [];
  // Every value was checked against the dictionary that `Facts` is derived from.
  return facts as Facts;
};

export const toFacts = async (repositories: Repositories, person: Person): Promise<Facts> =>
  assembleFacts(person, await repositories.facts.children(person.id), await repositories.facts.current(person.id));
