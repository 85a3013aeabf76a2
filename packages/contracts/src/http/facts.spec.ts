import { answerProblem, AnswerFactsRequest } from './facts.ts';

describe('whether a value fits its question', () => {
  it.each([
    ['residenceSince', '2024-02-29', null],
    ['residenceSince', '2023-02-29', 'Cette date n’existe pas (attendu : AAAA-MM-JJ).'],
    ['residenceSince', '1899-12-31', 'Cette date est trop ancienne.'],
    ['residenceSince', '2026-11-21', null],
    ['residenceSince', '2026-11-22', 'Cette date est dans le futur.'],
    ['protectionOrderEnd', '2027-05-01', null],
    ['bornInFrance', false, null],
    ['bornInFrance', null, 'Oui ou non attendu.'],
    ['partnerRelation', 'pacs', null],
    ['partnerRelation', 'PACS', 'Cette valeur ne fait pas partie des choix possibles.'],
    ['householdSize', 30, null],
    ['householdSize', 31, 'Au plus 30.'],
    ['householdSize', 2.5, 'Un nombre entier est attendu.'],
    ['avgMonthlyNetResources', 1426.3, null],
    ['avgMonthlyNetResources', Number.NaN, 'Un nombre est attendu.'],
    ['currentPermitBasis', 'other', null],
    ['currentPermitBasis', 'vpf-l423-23', null],
    ['children', 'none', null],
    ['children', '3', 'Ajoutez les enfants un par un, ou répondez qu’il n’y en a pas.'],
    ['__proto__', true, 'Question inconnue.'],
  ])('%s = %j', (fact, value, problem) => {
    expect(answerProblem(fact, value, '2026-11-21')).toBe(problem);
  });
  it('does not judge the future where nobody says which day it is', () => {
    expect(answerProblem('residenceSince', '2030-01-01')).toBeNull();
  });
});

it('a value stands with the state “value”, and only there', () => {
  const reads = (answer: object): boolean => AnswerFactsRequest.safeParse({ answers: [answer] }).success;
  expect(reads({ fact: 'bornInFrance', state: 'value', value: false })).toBe(true);
  expect(reads({ fact: 'bornInFrance', state: 'dont-know', value: null })).toBe(true);
  expect(reads({ fact: 'bornInFrance', state: 'value', value: null })).toBe(false);
  expect(reads({ fact: 'bornInFrance', state: 'prefers-not', value: false })).toBe(false);
});
