import { resultIds } from '../assess/assess.ts';
import { conditionTitle, factsRead, getBasis, listBars, listBases } from '../assess/catalogue.ts';
import { addDays, isoDate } from '../calendar/iso-date.ts';
import { defineBasis } from '../engine/basis.ts';
import { isFactName } from '../facts/facts.ts';
import { listCases } from './cases/index.ts';
import { ALL, BARS, BASES, BY_ID } from './registry.ts';
import { SOURCES, sourceOf } from './sources.ts';

const conditionsOf = (id: string) => BY_ID.get(id)!.versions.flatMap((version) => version.conditions);

describe('the registry of bases', () => {
  it('holds every basis, situation and bar once', () => {
    expect(BASES).toHaveLength(61);
    expect(BARS).toHaveLength(11);
    const ids = resultIds();
    expect(ids).toHaveLength(84);
    expect(new Set(ids).size).toBe(84);
    expect(ids.filter((id) => /\.s\d$/.test(id))).toEqual(
      ['vpf-l423-23', 'dz-6-5'].flatMap((id) => [1, 2, 3, 4, 5, 6].map((n) => `${id}.s${n}`)),
    );
  });

  it.each(ALL.map((basis) => [basis.id, basis] as const))('%s has sources, articles and versions without gap or overlap', (id, basis) => {
    const joints = basis.versions.slice(1).map(({ from }, i) => [basis.versions[i]!.until, from] as const);
    expect(joints.map(([until]) => addDays(isoDate(until ?? ''), 1))).toEqual(joints.map(([, from]) => from));
    for (const { sources, conditions } of basis.versions) {
      expect(sources.length).toBeGreaterThan(0);
      for (const key of sources) expect(sourceOf(key).readOn).toBe('2026-11-21');
      expect(conditions.length).toBeGreaterThan(0);
      for (const condition of conditions) {
        expect(condition.fullId).toBe(`${id}.${condition.id}`);
        expect(condition.articles.length).toBeGreaterThan(0);
        expect(condition.test.facts.every(isFactName)).toBe(true);
        expect(conditionTitle(condition.fullId)).toBeDefined();
      }
      expect(new Set(conditions.map((condition) => condition.id)).size).toBe(conditions.length);
    }
  });

  it.each(BASES.map((basis) => [basis.id, basis] as const))(
    '%s begins with the gate of its regime and numbers its conditions in order',
    (_id, basis) => {
      for (const { conditions } of basis.versions) {
        expect(conditions[0]!.id).toBe('c0');
        const numbers = conditions.map(({ id }) => id).filter((id) => /^c\d+$/.test(id));
        expect(numbers).toEqual(numbers.map((_n, i) => `c${i}`));
      }
    },
  );

  it.each(resultIds().map((id) => [id]))('%s has a case met, one not met and one unknown', (id) => {
    const statuses = new Set(
      listCases()
        .filter((one) => one.id === id)
        .map((one) => one.expect.status),
    );
    // A basis that rests on a protection granted or on one fact has all three as well.
    expect([...statuses].sort()).toEqual(['met', 'not-met', 'unknown']);
  });

  it('has a failing case for every condition that can fail', () => {
    const failed = new Set(
      listCases().flatMap(({ id, expect: { failed: short } }) => (short ?? []).map((one) => `${id.replace(/\.s\d$/, '')}.${one}`)),
    );
    const can = ALL.flatMap(({ id }) => conditionsOf(id)).filter(({ kind }) => kind !== 'I');
    const never = [...new Set(can.map(({ fullId }) => fullId).filter((fullId) => !failed.has(fullId)))];
    // Opinions and ties that are assessed as a whole: an unfavourable answer leaves them open.
    expect(never.sort()).toEqual(
      [
        'ase-before-16-l423-22.c4',
        'ase-before-16-l423-22.c5',
        'ase-16-18-l435-3.c5',
        'ase-16-18-l435-3.c6',
        'illness-l425-9.c4',
        'dz-6-7.c4',
      ].sort(),
    );
  });

  it('names only known bases as twins and next steps', () => {
    for (const { twin, next } of BASES) for (const id of [...(twin ? [twin] : []), ...next]) expect(BY_ID.has(id)).toBe(true);
  });

  it('points a wrong regime to its twin of the other regime', () => {
    const twins = BASES.filter(({ twin }) => twin);
    expect(twins.length).toBeGreaterThan(10);
    expect(twins.filter(({ twin, regime }) => getBasis(twin!).regime === regime).map(({ id }) => id)).toEqual([]);
  });

  it('uses every source it lists for a rule or a document', () => {
    const used = new Set(ALL.flatMap(({ versions }) => versions.flatMap(({ sources }) => sources)));
    // Texts behind the grading of papers, the shape of removal orders and the Algerian notes: read by no single rule.
    const general = [
      'L611-3',
      'AVECVOUS',
      'CIRC-2012-GRADES',
      'ASSOUEVAM',
      'HEAUME',
      'IMMIFRANCE',
      'SOS-OQTF',
      'F38329',
      'F39530-EXAM',
      'DZ-DENUNC',
      'DZ-EXAM',
    ];
    expect(
      Object.keys(SOURCES)
        .filter((key) => !used.has(key))
        .sort(),
    ).toEqual([...general].sort());
    expect(() => sourceOf('no-such-source')).toThrow(new RangeError('unknown source: "no-such-source"'));
  });

  it('reads every fact of the dictionary but those that are kept for the file', () => {
    const read = factsRead();
    expect(read.has('nationality')).toBe(true);
    expect(read.has('children[].schoolingSince')).toBe(true);
    expect(read.has('cohabitationEndDate')).toBe(false);
  });

  it('answers for bases and bars by id', () => {
    expect(getBasis('vpf-l423-23')).toMatchObject({
      kind: 'basis',
      family: 'private-life',
      regime: 'general',
      twin: 'dz-6-5',
      article: 'L.423-23',
      place: 'in-country',
      strength: 'mixed',
    });
    expect(getBasis('bar-fraud').kind).toBe('bar');
    expect(getBasis('retired-l426-8').twin).toBeNull();
    expect(listBases().map(({ id }) => id)).toEqual(BASES.map(({ id }) => id));
    expect(listBars().map(({ id }) => id)).toEqual(BARS.map(({ id }) => id));
    expect(() => getBasis('nothing')).toThrow(new RangeError('unknown basis: "nothing"'));
  });

  it('refuses versions with a gap, an overlap, or the wrong order', () => {
    const { index: _index, versions: _versions, validityId: _validity, ends: _ends, ...rest } = BASES[0]!;
    const version = (from: string, until: string | null) => ({ from, until, conditions: [], sources: [], leftOut: [] });
    const define =
      (...versions: ReturnType<typeof version>[]) =>
      () =>
        defineBasis({ ...rest, versions });
    expect(define(version('2020-01-01', '2020-12-31'), version('2021-01-01', null))).not.toThrow();
    expect(define(version('2020-01-01', '2020-12-31'), version('2021-01-02', null))).toThrow(RangeError);
    expect(define(version('2020-01-01', '2020-12-31'), version('2020-12-31', null))).toThrow(RangeError);
    expect(define(version('2020-01-01', null), version('2021-01-01', null))).toThrow(
      'vpf-l423-23: versions overlap, leave a gap or are out of order after 2020-01-01',
    );
    expect(define(version('2020-01-02', '2020-01-01'))).toThrow(RangeError);
    expect(define(version('2020-01-01', '2020-01-01'))).not.toThrow();
    expect(define()).toThrow('vpf-l423-23: no version');
  });
});
