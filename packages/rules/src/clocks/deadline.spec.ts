import { join } from 'node:path';
import { reviewedSheet } from '../test/reviewed.ts';
import { listDeadlineCases } from './cases/index.ts';
import type { DeadlineAnswer } from './types.ts';
import { asInput, type DeadlineCase } from './cases/case.ts';
import { EXAMPLES } from './cases/examples.cases.ts';
import { RESIDENCE_CASES } from './cases/residence.cases.ts';
import { REMOVAL_CASES } from './cases/removal.cases.ts';
import { ASYLUM_CASES } from './cases/asylum.cases.ts';
import { computeDeadline } from './deadline.ts';

/** What a case says, beside what came out: the fields it names, and the codes it names that were there. */
const outcome = (row: DeadlineCase, answer: DeadlineAnswer) => {
  const { steps = [], warnings = [], missing = [], without = [], ...fields } = row.expect;
  const said = { steps: answer.steps.map((s) => s.code), warnings: answer.warnings.map((w) => w.code), missing: answer.missingFacts };
  const all = [...said.steps, ...said.warnings, ...said.missing];
  const named = Object.fromEntries(Object.keys(fields).map((field) => [field, answer[field as keyof typeof answer]]));
  return {
    came: {
      ...named,
      absent: [steps, warnings, missing].flat().filter((code) => !all.includes(code)),
      unwanted: without.filter((code) => all.includes(code)),
    },
    wanted: { ...fields, absent: [], unwanted: [] },
  };
};
/** The whole answer to each case, as reviewed: the case names what matters, this holds the rest (steps, articles, court, warnings). */
const answers = reviewedSheet(
  join(import.meta.dirname, 'answers.reviewed.json'),
  listDeadlineCases().map(({ name }) => name),
);
const itAnswers = (cases: readonly DeadlineCase[]) =>
  it.each(cases.map((c) => [c.name, c] as const))('%s', (name, c) => {
    const answer = computeDeadline(asInput(c));
    const { came, wanted } = outcome(c, answer);
    expect(came).toEqual(wanted);
    answers.check(name, answer);
  });

describe('the worked examples', () => {
  itAnswers(EXAMPLES);
});
describe('residence permits and silence', () => {
  itAnswers(RESIDENCE_CASES);
});
describe('removal', () => {
  itAnswers(REMOVAL_CASES);
});
describe('asylum, visas, judgments and the rules before July 2024', () => {
  itAnswers(ASYLUM_CASES);
});
it('has reviewed the whole answer to each case', () => expect(answers.differences()).toEqual([]));
