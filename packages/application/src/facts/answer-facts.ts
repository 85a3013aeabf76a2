import {
  answerProblem,
  AppError,
  CHILDREN_FACT,
  type AnswerFactsRequest,
  type FieldProblem,
  type PersonFacts,
} from '@permanence/contracts';
import type { NewAnswer, StoredAnswer } from '@permanence/persistence';
import { newId } from '../support/ids.ts';
import { found, mutation } from '../support/use-case.ts';
import { assemblePersonFacts } from './read-facts.ts';

const isSame = (answer: NewAnswer, before: StoredAnswer): boolean =>
  answer.fact === before.fact &&
  answer.childId === before.childId &&
  answer.state === before.state &&
  answer.value === before.value &&
  answer.saidBy === before.saidBy &&
  answer.saidOn === before.saidOn;

const isAnswered = (before: readonly StoredAnswer[], fact: string, childId: string | null): boolean =>
  before.some((answer) => answer.fact === fact && answer.childId === childId && answer.state !== 'withdrawn');

/**
 * Keeps a batch of answers, or none of it. Each supersedes the one in force; one that says exactly the same again (the same person, the
 * same day) adds nothing, so that sending a form twice leaves one line in the history. Withdrawing is a
 * version of its own: unknown again, and kept.
 * @throws AppError invalid-input naming `answers[i].field`
 */
export const answerFacts = mutation<AnswerFactsRequest & { personId: string }, PersonFacts>({
  name: 'answer-facts',
  permission: 'person.write',
  execute: async ({ input: { personId, answers }, repositories, app }) => {
    const person = found(await repositories.persons.find(personId));
    await repositories.facts.lock(personId);
    const today = app.clock.today();
    const children = await repositories.facts.children(personId);
    const before = await repositories.facts.current(personId);
    const problems: FieldProblem[] = [];
    answers.forEach(({ fact, childId, state, value, saidOn }, i) => {
      const problem = (field: string, message: string): number => problems.push({ field: `answers[${i}].${field}`, message });
      if (childId && !children.some((child) => child.id === childId))
        problem('childId', 'Cet enfant n’est pas enregistré pour cette personne.');
      const wrong = state === 'value' ? answerProblem(fact, value, today) : null;
      if (wrong) problem('value', wrong);
      if (fact === CHILDREN_FACT && children.length) problem('value', 'Des enfants sont enregistrés : retirez-les d’abord.');
      if (saidOn && saidOn > today) problem('saidOn', 'Cette date est dans le futur.');
      if (state === 'withdrawn' && !isAnswered(before, fact, childId ?? null)) problem('state', 'Il n’y a pas de réponse à retirer.');
    });
    if (problems.length) throw new AppError('invalid-input', { problems });

    const fresh = answers
      .map((answer): NewAnswer => ({
        id: newId(),
        fact: answer.fact,
        childId: answer.childId ?? null,
        state: answer.state,
        value: answer.value ?? null,
        saidBy: answer.saidBy,
        saidOn: answer.saidOn ?? today,
      }))
      .filter((answer) => !before.some((other) => isSame(answer, other)));
    if (fresh.length) await repositories.facts.record(personId, fresh, app.clock.now());
    return {
      result: assemblePersonFacts(person, children, await repositories.facts.current(personId)),
      audit: fresh.length
        ? [{ action: 'facts.answered', targetKind: 'person', targetId: personId, personId, fields: fresh.map((answer) => answer.fact) }]
        : [],
    };
  },
});
