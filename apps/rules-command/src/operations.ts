import { AssessInput, DeadlineInput, readRuleInput, RenewalInput, type RuleProblem } from '@permanence/contracts/rules';
import { assess, computeDeadline, computeRenewal } from '@permanence/rules';

type Answer = { ok: true; answer: unknown } | { ok: false; problems: RuleProblem[] };

const operation =
  <T>(schema: Parameters<typeof readRuleInput<T>>[0], answer: (input: T) => unknown) =>
  (input: unknown): Answer => {
    const read = readRuleInput(schema, input);
    return read.ok ? { ok: true, answer: answer(read.value) } : read;
  };

/** What the command can be asked. */
export const OPERATIONS = {
  assess: operation(AssessInput, assess),
  deadline: operation(DeadlineInput, computeDeadline),
  renewal: operation(RenewalInput, computeRenewal),
} as const;
export type Operation = keyof typeof OPERATIONS;
export const isOperation = (name: string | undefined): name is Operation => name !== undefined && Object.hasOwn(OPERATIONS, name);
