import type * as z from 'zod';
import { fieldPath } from '../errors/problems.ts';

/** A value as it was written, short enough for one line. */
export const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
};

const EXPECTED: Partial<Record<string, string>> = {
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  string: 'a text',
  array: 'a list',
  object: 'an object',
};

/** Longer lists are ids of the law pages: the line names the one that is not there. */
const LONGEST_LIST = 20;

const sentence = (issue: z.core.$ZodIssue): string => {
  const input = (issue as { input?: unknown }).input;
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'invalid_type':
      // A field that says itself what it wants (a day, an instant) says it for a wrong type too.
      if (!issue.message.startsWith('Invalid input')) return issue.message;
      return input === undefined || input === null
        ? 'required'
        : `expected ${EXPECTED[issue.expected] ?? issue.expected}, got ${shown(input)}`;
    case 'invalid_value':
      if (input === undefined || input === null) return 'required';
      return issue.values.length > LONGEST_LIST ? `unknown id: ${shown(input)}` : `not one of ${issue.values.join(', ')}: ${shown(input)}`;
    case 'too_small':
      return `at least ${issue.minimum}, got ${shown(input)}`;
    case 'too_big':
      return `at most ${issue.maximum}, got ${shown(input)}`;
    default:
      return issue.message;
  }
};

/** A problem of the input of the rules: the field as a path, and what is wrong with it. */
export interface RuleProblem {
  field: string;
  message: string;
}

/** Zod's issues, one problem per field; an unknown field is named by its own path. Parse with `reportInput` for the values. */
export const ruleProblems = (issues: readonly z.core.$ZodIssue[]): RuleProblem[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ field: fieldPath([...issue.path, key]), message: 'unknown field' }))
      : [{ field: fieldPath(issue.path), message: sentence(issue) }],
  );

/** `facts.children[0].birthDate: not a calendar date: "2026-02-30"`. In a list of cases the line begins with the index of the case. */
export const problemLine = ({ field, message }: RuleProblem, index?: number): string =>
  [...(index === undefined ? [] : [String(index)]), ...(field === '' ? [] : [field]), message].join(': ');

export type RuleReading<T> = { ok: true; value: T } | { ok: false; problems: RuleProblem[] };

/** Reads one case against the schema of its operation; a case that is refused comes with every problem, not the first. */
export const readRuleInput = <T>(schema: z.ZodType<T>, input: unknown): RuleReading<T> => {
  const read = schema.safeParse(input, { reportInput: true });
  return read.success ? { ok: true, value: read.data } : { ok: false, problems: ruleProblems(read.error.issues) };
};
