import { join } from 'node:path';
import { FREE_MOVEMENT } from '../engine/regime.ts';
import type { Basis } from '../engine/basis.ts';
import { itIsAsReviewed } from '../test/reviewed.ts';
import { CHECKLIST } from './checklist.ts';
import { ALL } from './registry.ts';
import { SMIC_NET } from './smic.ts';
import { SOURCES } from './sources.ts';

/** What a jurist signs of a basis: all but its functions, which the worked cases show at work. */
const sheetOf = ({ versions, ...basis }: Basis) => ({
  ...basis,
  ...Object.fromEntries(
    versions.flatMap(({ from, conditions, ...version }) => [
      [`version ${from}`, version],
      ...conditions.map((condition) => [`version ${from}, ${condition.id}`, condition] as const),
    ]),
  ),
});

describe('the law of the bases, as data', () => {
  itIsAsReviewed(join(import.meta.dirname, 'law.reviewed.json'), {
    ...Object.fromEntries(ALL.map((basis) => [basis.id, sheetOf(basis)])),
    'papers to bring': Object.fromEntries(CHECKLIST.map((item) => [item.id, item])),
    'net minimum wage': SMIC_NET,
    'free movement': [...FREE_MOVEMENT],
    sources: SOURCES,
  });

  it('dates its sources, and gives them an address where they have one', () => {
    for (const [key, { urls, textDated, readOn }] of Object.entries(SOURCES)) {
      expect([key, readOn]).toEqual([key, expect.stringMatching(/^20\d\d-\d\d-\d\d$/)]);
      expect(textDated).not.toBe('');
      for (const url of urls) expect(() => new URL(url)).not.toThrow();
    }
  });
});
