import {
  CHILDREN_FACT,
  FACTS_OF_THE_RECORD,
  NO_CHILDREN,
  type Child,
  type CurrentAnswer,
  type FactHistoryLine,
  type FactQuestion,
  type Person,
  type PersonFacts,
} from '@permanence/contracts';
import type { StoredAnswer } from '@permanence/persistence';
import { isChildFact, listFacts, type FactEntry } from '@permanence/rules';
import { found, query } from '../support/use-case.ts';

const UNANSWERED: CurrentAnswer = { state: 'unanswered', value: null, saidBy: null, saidOn: null, recordedByName: null, recordedAt: null };
const HISTORY_LINES = 500;
const HELD_BY_RECORD: ReadonlySet<string> = new Set(FACTS_OF_THE_RECORD);

/** An answer that was withdrawn stands in the history only: the question is open again. */
const asAnswer = ({ state, value, saidBy, saidOn, recordedByName, recordedAt }: StoredAnswer): CurrentAnswer =>
  state === 'withdrawn' ? UNANSWERED : { state, value, saidBy, saidOn, recordedByName, recordedAt };

const question = ({ name, spec }: FactEntry, childId: string | null, answer: CurrentAnswer): FactQuestion => ({
  key: name,
  type: spec.type,
  group: spec.group,
  values: spec.values ? [...spec.values] : null,
  unit: spec.unit ?? null,
  format: spec.format ?? null,
  sensitive: spec.sensitive ?? false,
  heldBy: HELD_BY_RECORD.has(name) ? 'record' : 'answers',
  childId,
  answer,
});

/** The questions of the dictionary with their answers in force; those about a child once per child, child after child. */
export const assemblePersonFacts = (
  person: Pick<Person, 'nationality' | 'birthOn'>,
  children: readonly Child[],
  answers: readonly StoredAnswer[],
): PersonFacts => {
  const byKey = new Map(answers.map((answer) => [`${answer.fact} ${answer.childId ?? ''}`, answer]));
  const answerTo = (fact: string, childId: string | null): CurrentAnswer => {
    const answer = byKey.get(`${fact} ${childId ?? ''}`);
    return answer ? asAnswer(answer) : UNANSWERED;
  };
  /** The record's own value; without one, whether the person could or would say. */
  const held = (fact: string, value: string | null): CurrentAnswer => {
    if (value !== null) return { ...UNANSWERED, state: 'value', value };
    const answer = answerTo(fact, null);
    return answer.state === 'value' ? UNANSWERED : answer;
  };
  const entries = listFacts();
  const aboutChild = entries.filter(({ name }) => isChildFact(name));
  const questions: FactQuestion[] = [];
  let childrenAsked = false;
  for (const entry of entries) {
    if (!isChildFact(entry.name)) {
      const answer =
        entry.name === 'nationality'
          ? held('nationality', person.nationality)
          : entry.name === 'birthDate'
            ? held('birthDate', person.birthOn)
            : answerTo(entry.name, null);
      questions.push(question(entry, null, answer));
    } else if (!childrenAsked) {
      childrenAsked = true;
      for (const { id } of children) for (const each of aboutChild) questions.push(question(each, id, answerTo(each.name, id)));
    }
  }
  const noneOrUnsaid = answerTo(CHILDREN_FACT, null);
  const childrenAnswer: CurrentAnswer = children.length
    ? { ...UNANSWERED, state: 'value' }
    : noneOrUnsaid.state === 'value'
      ? { ...noneOrUnsaid, value: NO_CHILDREN }
      : noneOrUnsaid;
  return { questions, children: [...children], childrenAnswer };
};

export const getFacts = query<{ personId: string }, PersonFacts>({
  name: 'get-facts',
  permission: 'person.read',
  execute: async ({ input: { personId }, repositories }) => {
    const person = found(await repositories.persons.find(personId));
    return assemblePersonFacts(person, await repositories.facts.children(personId), await repositories.facts.current(personId));
  },
});

/** Every answer ever given, newest first; superseded ones keep the day they were given up. */
export const getFactHistory = query<{ personId: string }, FactHistoryLine[]>({
  name: 'get-fact-history',
  permission: 'person.read',
  execute: async ({ input: { personId }, repositories }) => {
    found(await repositories.persons.find(personId));
    return repositories.facts.history(personId, HISTORY_LINES);
  },
});
