import type { ChildFacts, FactName } from '../facts/facts.ts';
import { missingFact } from './answers.ts';
import type { Because, Context, Status, Test } from './outcome.ts';

const factsOf = (tests: readonly Test[]): FactName[] => [...new Set(tests.flatMap((test) => test.facts))];
const thresholdsOf = (tests: readonly Test[]) => tests.flatMap((test) => test.thresholds);
const missingOf = (test: Test, context: Context): FactName[] => {
  const facts: FactName[] = [];
  test.missing(context, facts);
  return facts;
};

/** AND: one that fails decides, then one that is unknown. */
export const allOf = (...tests: readonly Test[]): Test => {
  const status = (context: Context): Status => {
    let result: Status = 'met';
    for (const test of tests) {
      const one = test.status(context);
      if (one === 'not-met') return 'not-met';
      if (one === 'unknown') result = 'unknown';
    }
    return result;
  };
  const missing = (context: Context, into: FactName[]): void => {
    for (const test of tests) if (test.status(context) === 'unknown') test.missing(context, into);
  };
  const all: Test = {
    facts: factsOf(tests),
    thresholds: thresholdsOf(tests),
    status,
    missing,
    because: (context, result): Because => {
      if (result === 'unknown') return unknownBecause(all, tests, context);
      // The last test is the one that says most (a length of time after the kind of couple); the first that fails explains a failure.
      const telling = result === 'met' ? tests[tests.length - 1]! : tests.find((test) => test.status(context) === 'not-met')!;
      return telling.because(context, result);
    },
  };
  return all;
};

/** OR: one that holds decides, then one that is unknown. */
export const anyOf = (...tests: readonly Test[]): Test => {
  const facts = factsOf(tests);
  const none: Because = { code: 'no-alternative-holds', values: { facts } };
  const any: Test = {
    facts,
    thresholds: thresholdsOf(tests),
    status: (context) => {
      let result: Status = 'not-met';
      for (const test of tests) {
        const one = test.status(context);
        if (one === 'met') return 'met';
        if (one === 'unknown') result = 'unknown';
      }
      return result;
    },
    missing: (context, into) => {
      for (const test of tests) if (test.status(context) === 'unknown') test.missing(context, into);
    },
    because: (context, result): Because => {
      if (result === 'unknown') return unknownBecause(any, tests, context);
      if (result === 'not-met') return none;
      return tests.find((test) => test.status(context) === 'met')!.because(context, 'met');
    },
  };
  return any;
};

/** One unknown part explains itself (an opinion still awaited); several are a list of facts to ask. */
const unknownBecause = (whole: Test, tests: readonly Test[], context: Context): Because => {
  const open = tests.filter((test) => test.status(context) === 'unknown');
  return open.length === 1 ? open[0]!.because(context, 'unknown') : missingFact(missingOf(whole, context));
};

const UNSEEN: ChildFacts = {};
const NO_CHILD: Because = { code: 'no-child', values: {} };

/** At least one child passes. No children: not met. Children unknown: what the test reads of a child is to be asked. */
export const someChild = (test: Test): Test => {
  /** The child that comes nearest: passes, else is open with the fewest questions, else fails; the first among equals. */
  const nearest = (context: Context): { child: ChildFacts | null; status: Status } => {
    const children = context.facts.children ?? [UNSEEN];
    const before = context.child;
    let found: { child: ChildFacts | null; status: Status; open: number } = { child: null, status: 'not-met', open: Infinity };
    for (const child of children) {
      context.child = child;
      const status = test.status(context);
      const open = status === 'unknown' ? missingOf(test, context).length : 0;
      const better =
        found.child === null ||
        rank(status) > rank(found.status) ||
        (status === 'unknown' && found.status === 'unknown' && open < found.open);
      if (better) found = { child, status, open };
      if (status === 'met') break;
    }
    context.child = before;
    return found;
  };
  const on = <T>(context: Context, child: ChildFacts, run: () => T): T => {
    const before = context.child;
    context.child = child;
    const result = run();
    context.child = before;
    return result;
  };
  return {
    facts: test.facts,
    thresholds: test.thresholds,
    status: (context) => nearest(context).status,
    because: (context, status) => {
      const { child } = nearest(context);
      return child === null ? NO_CHILD : on(context, child, () => test.because(context, status));
    },
    missing: (context, into) => {
      const { child, status } = nearest(context);
      if (child !== null && status === 'unknown') on(context, child, () => test.missing(context, into));
    },
  };
};
const rank = (status: Status): number => (status === 'met' ? 2 : status === 'unknown' ? 1 : 0);
