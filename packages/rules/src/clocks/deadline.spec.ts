import { asInput, type DeadlineCase } from './cases/case.ts';
import { EXAMPLES } from './cases/examples.cases.ts';
import { RESIDENCE_CASES } from './cases/residence.cases.ts';
import { REMOVAL_CASES } from './cases/removal.cases.ts';
import { ASYLUM_CASES } from './cases/asylum.cases.ts';
import { computeDeadline } from './deadline.ts';

/** What a case says, beside what came out: the fields it names, and the codes it names that were there. */
const outcome = (row: DeadlineCase) => {
  const answer = computeDeadline(asInput(row));
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
const table = (cases: readonly DeadlineCase[]) => cases.map((c) => [c.name, outcome(c)] as const);

describe('the worked examples', () => {
  it.each(table(EXAMPLES))('%s', (_, { came, wanted }) => expect(came).toEqual(wanted));
});
describe('residence permits and silence', () => {
  it.each(table(RESIDENCE_CASES))('%s', (_, { came, wanted }) => expect(came).toEqual(wanted));
});
describe('removal', () => {
  it.each(table(REMOVAL_CASES))('%s', (_, { came, wanted }) => expect(came).toEqual(wanted));
});
describe('asylum, visas, judgments and the rules before July 2024', () => {
  it.each(table(ASYLUM_CASES))('%s', (_, { came, wanted }) => expect(came).toEqual(wanted));
});
