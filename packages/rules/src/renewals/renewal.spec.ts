import { join } from 'node:path';
import { reviewedSheet } from '../test/reviewed.ts';
import { clockMessages } from '../messages/say.ts';
import { RENEWAL_CASES, type RenewalCase } from './renewal.cases.ts';
import { computeRenewal } from './renewal.ts';
import { RENEWAL_IDS, RENEWAL_ROWS, renewalRow } from './rows.ts';
import { RENEWAL_SOURCES_READ_ON, renewalSourceUrls } from './sources.ts';
import { tariffOn, TARIFFS } from './tax.ts';
import type { RenewalAnswer, RenewalInput } from './types.ts';

const answer = (c: RenewalCase) => computeRenewal(c.given as unknown as RenewalInput);
/** What a case names, beside what came out for those names. */
const outcome = (c: RenewalCase, a: RenewalAnswer) => {
  const dates = a.dates.map((d) => `${d.id} ${d.from ? `${d.from}..` : ''}${d.on}`);
  const ids = [...a.dates, ...a.findings].map((x) => x.id);
  const found = Object.fromEntries(
    Object.entries(c.findings ?? {}).map(([id, wanted]) => {
      const finding = a.findings.find((f) => f.id === id);
      return [id, typeof wanted === 'boolean' ? finding?.applies : finding?.values];
    }),
  );
  return {
    came: {
      dates: (c.dates ?? []).filter((d) => dates.includes(d)),
      found,
      missing: (c.missing ?? []).filter((m) => a.missing.includes(m)),
      unwanted: (c.not ?? []).filter((id) => ids.includes(id)),
    },
    wanted: { dates: c.dates ?? [], found: c.findings ?? {}, missing: c.missing ?? [], unwanted: [] },
  };
};

/** The whole answer to each case: the case names what matters, this holds the rest. */
const answers = reviewedSheet(
  join(import.meta.dirname, 'answers.reviewed.json'),
  RENEWAL_CASES.map(({ name }) => name),
);

describe('renewals and retention', () => {
  it.each(RENEWAL_CASES.map((c) => [c.name, c] as const))('%s', (name, c) => {
    const a = answer(c);
    const { came, wanted } = outcome(c, a);
    expect(came).toEqual(wanted);
    answers.check(name, a);
  });
  it('has reviewed the whole answer to each case', () => expect(answers.differences()).toEqual([]));

  it('knows the address of every source a row names', () => {
    const named = RENEWAL_ROWS.flatMap(({ sources }) => sources);
    expect(named.length).toBeGreaterThan(50);
    for (const source of named) expect(renewalSourceUrls(source).join(' ')).toMatch(/^https?:\/\//);
    expect(renewalSourceUrls('S04b')).toEqual(renewalSourceUrls('S04'));
    expect(() => renewalSourceUrls('S99')).toThrow(new RangeError('unknown source: "S99"'));
    expect(RENEWAL_SOURCES_READ_ON).toBe('2026-11-21');
  });

  it('answers each id at most once in each list, with its law and its confidence', () => {
    for (const c of RENEWAL_CASES) {
      const a = answer(c);
      for (const list of [a.dates, a.findings]) expect(new Set(list.map((x) => x.id)).size).toBe(list.length);
      expect(new Set(a.missing).size).toBe(a.missing.length);
      for (const d of a.dates)
        expect(d).toMatchObject({ confidence: renewalRow(d.id).confidence, legalBasis: renewalRow(d.id).legalBasis });
    }
  });
  it('has a case for every row that is computed', () => {
    const seen = new Set(RENEWAL_CASES.flatMap((c) => [...answer(c).dates, ...answer(c).findings].map((x) => x.id)));
    expect(RENEWAL_ROWS.filter((r) => !r.notComputed && !seen.has(r.id)).map((r) => r.id)).toEqual([]);
    expect(RENEWAL_ROWS.filter((r) => r.notComputed && seen.has(r.id))).toEqual([]);
  });
  it('gives the confidence and the articles of the page', () => {
    const of = (id: string) => [renewalRow(id).confidence, renewalRow(id).legalBasis];
    expect(of('REN-ANEF-OPEN')).toEqual(['high', ['R.431-5 1°']]);
    expect(of('REN-LATE-6M')).toEqual(['medium', ['R.431-8']]);
    expect(of('GRACE-433-3-DEPT')).toEqual(['low', ['L.433-3']]);
    expect(of('REN-ALG-10')).toEqual(['low', ['accord 1968 art. 7 bis']]);
    expect(of('CIR-OBS-1M')).toEqual(['high', ['R.413-4']]);
    expect(of('REN-PREP')).toEqual(['high', []]);
  });
  it('has rows with distinct ids, a source or a reason, and words', () => {
    expect(new Set(RENEWAL_IDS).size).toBe(RENEWAL_IDS.length);
    const unsourced = RENEWAL_ROWS.filter((r) => r.sources.length === 0 && !r.product && r.legalBasis.length > 0);
    expect(unsourced).toEqual([]);
    expect(RENEWAL_IDS.filter((id) => !clockMessages('fr')[`todo:${id}`])).toEqual([]);
    expect(() => renewalRow('REN-NEVER')).toThrow('no renewal row REN-NEVER');
  });
  it('changes tariff on 1 May 2026', () => {
    expect([tariffOn('2026-04-30' as never), tariffOn('2026-05-01' as never)]).toEqual([TARIFFS[0], TARIFFS[1]]);
    expect(TARIFFS[0]).toMatchObject({ first: 200, firstReduced: 50, stamp: 25, visa: 200, visaOnFiling: 50, late: 180 });
    expect(TARIFFS[1]).toMatchObject({
      first: 300,
      firstReduced: 100,
      renewal: 200,
      renewalReduced: 50,
      stamp: 50,
      visa: 300,
      visaOnFiling: 100,
      late: 180,
    });
  });
});
