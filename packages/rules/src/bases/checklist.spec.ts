import { isoDate } from '../calendar/iso-date.ts';
import type { EvidenceDocument } from '../evidence/document.ts';
import { CHECKLIST, checklistFor, checklistState } from './checklist.ts';
import { BY_ID } from './registry.ts';
import { reachesSmic, SMIC_NET, smicThreshold, smicTwelveMonths } from './smic.ts';
import { surfaceNeeded } from './family-reunification.ts';

const day = isoDate;
const ids = (basis: string, step: Parameters<typeof checklistFor>[1]) => checklistFor(basis, step).map(({ id }) => id);

describe('the list of papers', () => {
  it('is common to all bases, then particular to each', () => {
    const common = ['DOC-COM-01', 'DOC-COM-02', 'DOC-COM-03', 'DOC-COM-04', 'DOC-COM-05', 'DOC-COM-06', 'DOC-COM-07', 'DOC-COM-08'];
    expect(ids('vpf-l423-23', 'first')).toEqual([...common, 'DOC-42323-01', 'DOC-42323-02', 'DOC-42323-03', 'DOC-42323-04']);
    expect(ids('spouse-french-l423-2', 'first')).toEqual([...common, 'DOC-4231-01', 'DOC-4231-02']);
    expect(ids('aes-shortage-l435-4', 'first')).toEqual([...common, 'DOC-4354-01']);
  });
  it('changes with the step', () => {
    const later = ['DOC-COM-02', 'DOC-COM-03', 'DOC-COM-04', 'DOC-COM-05', 'DOC-COM-06', 'DOC-COM-07', 'DOC-COM-09', 'DOC-COM-10'];
    expect(ids('student-l422-1', 'renewal')).toEqual(later);
    expect(ids('csp-general-l433-4', 'renewal')).toEqual([...later, 'DOC-COM-14']);
    expect(ids('csp-general-l433-4', 'multi-year')).toEqual([...later, 'DOC-COM-11', 'DOC-COM-12', 'DOC-COM-13', 'DOC-COM-15']);
    expect(ids('resident-ldue-l426-17', 'resident')).toEqual([...later, 'DOC-COM-12', 'DOC-COM-13', 'DOC-COM-15']);
  });
  it('leaves out what the Algerian agreement does not ask', () => {
    expect(ids('dz-6-5', 'first')).not.toContain('DOC-COM-06');
    expect(ids('dz-7bis-h', 'resident')).toEqual([
      'DOC-COM-02',
      'DOC-COM-03',
      'DOC-COM-04',
      'DOC-COM-05',
      'DOC-COM-07',
      'DOC-COM-09',
      'DOC-COM-10',
    ]);
  });
  it('names only known bases and keeps violence and health restricted', () => {
    for (const { bases } of CHECKLIST) for (const id of bases ?? []) expect(BY_ID.has(id)).toBe(true);
    expect(CHECKLIST.filter(({ restricted }) => restricted).map(({ id }) => id)).toEqual(['DOC-COM-15', 'DOC-4231-03']);
    expect(new Set(CHECKLIST.map(({ id }) => id)).size).toBe(CHECKLIST.length);
    expect(() => checklistFor('bar-fraud', 'first')).toThrow(new RangeError('unknown basis: "bar-fraud"'));
    expect(() => checklistFor('nothing', 'first')).toThrow(RangeError);
  });
  it('shows what the vault holds, newest first, and only fresh proofs of address', () => {
    const papers: EvidenceDocument[] = [
      { docType: 'passport', id: 'old', dateDrawnUp: day('2020-01-01') },
      { docType: 'passport', id: 'new', dateDrawnUp: day('2025-01-01') },
      { docType: 'utility-bill', id: 'fresh', dateDrawnUp: day('2026-05-22') },
      { docType: 'utility-bill', id: 'six months', dateDrawnUp: day('2026-05-21') },
      { docType: 'lease', id: 'undated' },
      { docType: 'passport', id: 'undated passport' },
    ];
    const state = checklistState('student-l422-1', 'first', papers, '2026-11-21');
    const held = (id: string) => state.find(({ item }) => item.id === id)!.held.map((paper) => paper.id);
    expect(held('DOC-COM-02')).toEqual(['new', 'old', 'undated passport']);
    expect(held('DOC-COM-03')).toEqual(['fresh']);
    expect(held('DOC-COM-04')).toEqual([]);
  });
});

describe('the minimum wage', () => {
  it('is averaged over the year that ends with the month', () => {
    expect(SMIC_NET.map(({ from, cents }) => [from, cents])).toEqual([
      ['2024-11-01', 142630],
      ['2026-01-01', 144311],
    ]);
    expect(smicTwelveMonths(day('2025-12-31'))).toBe(12 * 142630);
    expect(smicTwelveMonths(day('2026-01-01'))).toBe(11 * 142630 + 144311);
    expect(smicTwelveMonths(day('2026-11-30'))).toBe(142630 + 11 * 144311);
    expect(smicTwelveMonths(day('2026-12-01'))).toBe(12 * 144311);
    expect(smicTwelveMonths(day('2020-06-15'))).toBe(12 * 142630);
  });
  it('is compared in whole cents', () => {
    const on = day('2026-12-31');
    expect(reachesSmic(1443.11, on)).toBe(true);
    expect(reachesSmic(1443.1, on)).toBe(false);
    expect(reachesSmic(1587.42, on, 11)).toBe(false);
    expect(reachesSmic(1587.43, on, 11)).toBe(true);
    expect(smicThreshold(on)).toBe(1443.11);
    expect(smicThreshold(on, 11)).toBe(1587.43);
    expect(smicThreshold(on, 12)).toBe(1731.74);
  });
});

it('knows the surface for every household', () => {
  expect([1, 2, 3, 8, 9, 10].map((persons) => surfaceNeeded(persons, 'A'))).toEqual([22, 22, 32, 82, 87, 92]);
  expect([2, 4].map((persons) => surfaceNeeded(persons, 'B'))).toEqual([24, 44]);
  expect([2, 4].map((persons) => surfaceNeeded(persons, 'C'))).toEqual([28, 48]);
});
