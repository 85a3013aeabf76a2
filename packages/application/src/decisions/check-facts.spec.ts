import { AppError } from '@permanence/contracts';
import { isoDate, type DeadlineInput } from '@permanence/rules';
import { checkFacts } from './check-facts.ts';

const now = { today: isoDate('2026-11-21'), now: '2026-11-21T21:30:00.000Z' };
const fields = (input: Partial<DeadlineInput>): string[] => {
  try {
    checkFacts({ decision: 'auto', ...input }, now);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.problems.map((problem) => problem.field);
  }
};

describe('days that cannot be', () => {
  it('are refused with their field', () => {
    expect(fields({ decisionOn: isoDate('2027-11-10') })).toEqual(['decisionOn']);
    expect(fields({ decisionOn: isoDate('2026-11-10'), notifiedOn: isoDate('2026-11-09') })).toEqual(['notifiedOn']);
    expect(fields({ decisionOn: isoDate('2026-11-10'), notifiedAt: '2026-11-09T23:00:00+01:00' })).toEqual(['notifiedAt']);
    expect(fields({ notifiedOn: isoDate('2026-11-12'), notifiedAt: '2026-11-13T09:00:00+01:00' })).toEqual(['notifiedAt']);
    expect(fields({ notifiedAt: '2026-11-21T22:31:00+01:00' })).toEqual(['notifiedAt']);
    expect(fields({ facts: { collectedOn: isoDate('2026-12-01') } })).toEqual(['facts.collectedOn']);
    expect(fields({ facts: { firstPresentedOn: isoDate('2026-11-10'), collectedOn: isoDate('2026-11-09') } })).toEqual([
      'facts.collectedOn',
    ]);
    expect(fields({ facts: { postedOnPortalOn: isoDate('2026-11-10'), firstOpenedOn: isoDate('2026-11-09') } })).toEqual([
      'facts.firstOpenedOn',
    ]);
  });
  it('leave the others alone, also past midnight in La Réunion', () => {
    expect(fields({ decisionOn: isoDate('2026-11-21'), notifiedOn: isoDate('2026-11-21') })).toEqual([]);
    expect(fields({ notifiedAt: '2026-11-22T01:00:00+04:00' })).toEqual([]);
    expect(fields({})).toEqual([]);
  });
});
