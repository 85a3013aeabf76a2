import { addDays, isIsoDate } from '../calendar/iso-date.ts';
import { ASYLUM_CASES } from './cases/asylum.cases.ts';
import { EXAMPLES } from './cases/examples.cases.ts';
import { REMOVAL_CASES } from './cases/removal.cases.ts';
import { RESIDENCE_CASES } from './cases/residence.cases.ts';
import { computeDeadline } from './deadline.ts';
import { asInput } from './cases/case.ts';
import { DECISION_IDS, DECISION_IDS_BY_FAMILY, isDecisionId, type DecisionFamily } from './ids.ts';
import { CLOCK_RULES, clockRule, versionOn } from './registry.ts';
import { CLOCK_SOURCES } from './sources.ts';

const cases = [...EXAMPLES, ...RESIDENCE_CASES, ...REMOVAL_CASES, ...ASYLUM_CASES];

describe('the registry of clocks', () => {
  it('has one rule per id, in its family, and no other', () => {
    expect(CLOCK_RULES.map((r) => r.id)).toEqual([...DECISION_IDS].filter((id) => clockRule(id)));
    expect(DECISION_IDS).toHaveLength(66);
    for (const [family, ids] of Object.entries(DECISION_IDS_BY_FAMILY))
      for (const id of ids) expect([id, clockRule(id).family]).toEqual([id, family as DecisionFamily]);
    expect([isDecisionId('oqtf-un-mois'), isDecisionId('auto'), isDecisionId('oqtf'), isDecisionId(null)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
  it('gives every version its law, its sources and its lengths', () => {
    for (const rule of CLOCK_RULES)
      for (const version of rule.versions) {
        expect([rule.id, version.legalBasis.length > 0, version.sources.length > 0, version.limits.length > 0]).toEqual([
          rule.id,
          true,
          true,
          true,
        ]);
        for (const source of version.sources) expect(CLOCK_SOURCES[source]).toMatch(/^https?:\/\//);
        for (const article of version.legalBasis) expect(article.trim()).not.toBe('');
        for (const text of version.leftOut) expect(text.length).toBeGreaterThan(10);
      }
  });
  it('dates its versions in order, without overlap or gap', () => {
    const dated = CLOCK_RULES.flatMap((r) => r.versions.map((v) => ({ id: r.id, ...v })));
    expect(dated.filter((v) => !isIsoDate(v.version) || (v.from !== null && v.version !== v.from))).toEqual([]);
    const pairs = CLOCK_RULES.flatMap((r) => r.versions.slice(1).map((v, i) => [r.id, r.versions[i]!.until, v.from] as const));
    expect(pairs.length).toBeGreaterThan(1);
    for (const [id, until, from] of pairs) expect([id, from]).toEqual([id, addDays(until!, 1)]);
  });
  it('counts hours without clear day or carry-over, and never lengthens them for distance', () => {
    const limits = CLOCK_RULES.flatMap((r) => r.versions.flatMap((v) => v.limits));
    const inHours = limits.filter((l) => l.unit === 'hours');
    expect(inHours.length).toBeGreaterThan(10);
    for (const limit of inHours) expect(limit).toMatchObject({ franc: 'H', carry: 'N', distance: 'none', adm: '0', aj: '0' });
    expect(limits.filter((l) => l.unit !== 'hours' && l.franc === 'H')).toEqual([]);
    expect(limits.filter((l) => l.distance !== 'none' && l.unit !== 'months')).toEqual([]);
    expect(limits.filter((l) => l.amount <= 0)).toEqual([]);
  });
  it('finds the version by the day, the latest without one, none outside', () => {
    const placement = clockRule('placement-retention-juge-judiciaire');
    expect([versionOn(placement, '2024-07-14' as never)?.version, versionOn(placement, '2024-07-15' as never)?.version]).toEqual([
      '2021-05-01',
      '2024-07-15',
    ]);
    expect(versionOn(placement, null)?.version).toBe('2024-07-15');
    expect(versionOn(clockRule('oqtf-un-mois'), '2024-07-14' as never)).toBeNull();
    expect(versionOn(clockRule('refus-visa-rapo-avant-2023'), '2023-01-01' as never)).toBeNull();
  });
  it('has a case for every row, that answers with that row', () => {
    const answered = new Set(cases.map((c) => computeDeadline(asInput(c)).rule));
    expect(DECISION_IDS.filter((id) => !answered.has(id))).toEqual([]);
  });
  it('names each case once, with its reason', () => {
    for (const c of cases) expect(c.why.length).toBeGreaterThan(3);
    for (const family of [EXAMPLES, RESIDENCE_CASES, REMOVAL_CASES, ASYLUM_CASES]) {
      const pairs = family.map((c) => `${c.given.decision} ${c.name}`);
      expect(new Set(pairs).size).toBe(pairs.length);
    }
  });
});
