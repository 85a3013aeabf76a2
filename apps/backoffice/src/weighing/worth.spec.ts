import type { WeighedResult } from '@permanence/contracts';
import { assess, isoDate, type Facts } from '@permanence/rules';
import { worthPursuing } from './worth.ts';

const weigh = (facts: Facts) => {
  const { ranking, results } = assess({ onDate: isoDate('2026-11-21'), facts });
  // A result holds more than what is looked at here.
  return worthPursuing({ ranking: [...ranking], results: results as unknown as Record<string, WeighedResult> });
};
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
/** Short grounds with one condition of their own: little known of them is worth many points. */
const SHORT = ['refugee-l424-1', 'subsidiary-l424-9', 'stateless-l424-18', 'undignified-housing-l425-11'];

describe('what is shown first', () => {
  it('is nothing at all while nothing is known', () => {
    expect(weigh({}).begun).toEqual([]);
    expect(weigh({}).untold.length).toBeGreaterThan(50);
  });
  it('is not a short ground of which only the regime is known, however many points it has', () => {
    const facts: Facts = {
      nationality: 'MLI',
      livesInFrance: true,
      residenceSince: isoDate('2015-01-01'),
      partnerRelation: 'none',
      currentStatus: 'none',
    };
    const { begun, untold } = weigh(facts);
    expect(ids(begun).filter((id) => SHORT.includes(id))).toEqual([]);
    expect(ids(untold)).toEqual(expect.arrayContaining(SHORT));
    // Years in France speak for these two.
    expect(ids(begun)).toEqual(expect.arrayContaining(['illness-l425-9', 'aes-l435-1']));
  });
  it('keeps the order of the rules within each part, and loses none', () => {
    const facts: Facts = { nationality: 'MLI', protectionStatus: 'refugee', livesInFrance: true };
    const { ranking } = assess({ onDate: isoDate('2026-11-21'), facts });
    const { begun, untold } = weigh(facts);
    expect(begun[0]!.id).toBe('refugee-l424-1');
    expect([...ids(begun), ...ids(untold)].sort()).toEqual([...ranking].sort());
    for (const part of [begun, untold]) expect(ids(part)).toEqual(ranking.filter((id) => ids(part).includes(id)));
  });
});
