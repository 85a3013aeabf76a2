import { assess } from '../../assess/assess.ts';
import { isoDate } from '../../calendar/iso-date.ts';
import type { Facts } from '../../facts/facts.ts';
import { listCases } from './index.ts';
import type { Case } from './case.ts';

const basisOf = (id: string): string => id.replace(/\.s\d$/, '');
const full = ({ id, expect: { failed } }: Case): string[] => (failed ?? []).map((short) => `${basisOf(id)}.${short}`).sort();

describe('worked examples', () => {
  it.each(listCases().map((one) => [`${one.id} (${one.onDate}): ${one.name}`, one] as const))('%s', (_name, one) => {
    const result = assess({ onDate: isoDate(one.onDate), facts: one.given as Facts }).results[one.id]!;
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
  });
});
