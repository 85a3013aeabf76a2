import { join } from 'node:path';
import type { ConditionResult } from '../../assess/assessment.ts';
import { reviewedSheet } from '../../test/reviewed.ts';
import { assess } from '../../assess/assess.ts';
import { isoDate } from '../../calendar/iso-date.ts';
import type { Facts } from '../../facts/facts.ts';
import { listCases } from './index.ts';
import type { Case } from './case.ts';

const basisOf = (id: string): string => id.replace(/\.s\d$/, '');
const full = ({ id, expect: { failed } }: Case): string[] => (failed ?? []).map((short) => `${basisOf(id)}.${short}`).sort();

const name = (one: Case): string => `${one.id} (${one.onDate}): ${one.name}`;
/** The whole answer to each case: the case names what matters, this holds the rest (reasons, warnings, papers asked, score). */
const answers = reviewedSheet(join(import.meta.dirname, 'answers.reviewed.json'), listCases().map(name));
const reason = ({ id, status, because, sources }: ConditionResult): string =>
  `${id} ${status}: ${because.code} ${JSON.stringify(because.values)} (${sources.join('; ')})`;

/** The first case met of each basis is weighed with an empty file of papers, so that what it asks of papers is reviewed too. */
const withPapers = new Set(
  listCases().filter(
    ({ id, expect: { status } }, i, all) => status === 'met' && all.findIndex((one) => one.id === id && one.expect.status === 'met') === i,
  ),
);

describe('worked examples', () => {
  it.each(listCases().map((one) => [name(one), one] as const))('%s', (key, one) => {
    const result = assess({ onDate: isoDate(one.onDate), facts: one.given as Facts, documents: withPapers.has(one) ? [] : null }).results[
      one.id
    ]!;
    expect({
      status: result.status,
      failed: [...result.failedConditions].sort(),
      asks: [...result.missingFacts].sort(),
      risk: result.risk,
    }).toEqual({
      status: one.expect.status,
      failed: full(one),
      asks: [...(one.expect.asks ?? [])].sort(),
      // A case that names no risk is not about it.
      risk: one.expect.risk ?? result.risk,
    });
    const { conditions, ...rest } = result;
    answers.check(key, { ...rest, conditions: conditions.map(reason) });
  });
  it('have all been reviewed in whole', () => expect(answers.differences()).toEqual([]));
});
