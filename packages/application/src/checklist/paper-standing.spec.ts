import { isoDate, type ChecklistItem, type EvidenceDocument } from '@permanence/rules';
import { itemState, paperStanding } from './paper-standing.ts';

const home: ChecklistItem = { id: 'HOME', steps: ['first'], docTypes: ['lease', 'tax-notice'], notOlderThanMonths: 6, confidence: 'high' };
const birth: ChecklistItem = { id: 'BIRTH', steps: ['first'], docTypes: ['birth-certificate'], confidence: 'high' };
const passport: ChecklistItem = { id: 'ID', steps: ['first'], docTypes: ['passport'], confidence: 'high' };
const form: ChecklistItem = { id: 'FORM', steps: ['first'], docTypes: [], confidence: 'high' };
const violence: ChecklistItem = { ...birth, id: 'VIOLENCE', docTypes: ['police-paper'], restricted: true };
const on = isoDate('2026-08-31');
const lease = (day: string | null): EvidenceDocument => ({ docType: 'lease', dateDrawnUp: day ? isoDate(day) : null });

describe('a paper before an item', () => {
  it.each([
    ['2026-03-01', 'good'],
    // Six months back from the 31st end on the last of February.
    ['2026-02-28', 'too-old'],
    [null, 'undated'],
  ] as const)('of %s is %s on 31 August, where six months are asked', (day, expected) => {
    expect(paperStanding(home, lease(day), on)).toBe(expected);
  });
  it('asks no age where none is said', () => {
    expect(paperStanding(birth, { docType: 'birth-certificate', dateDrawnUp: isoDate('1990-01-01') }, on)).toBe('good');
  });
  it('is expired the day after its last day', () => {
    const until = (day: string): EvidenceDocument => ({ docType: 'passport', periodCovered: { to: isoDate(day) } });
    expect(paperStanding(passport, until('2026-08-31'), on)).toBe('good');
    expect(paperStanding(passport, until('2026-08-30'), on)).toBe('expired');
    expect(paperStanding(home, { ...lease('2026-08-01'), periodCovered: { to: isoDate('2020-01-01') } }, on)).toBe('good');
  });
  it('is to be translated when it is in another language and was not', () => {
    const paper: EvidenceDocument = { docType: 'birth-certificate', language: 'ar' };
    expect(paperStanding(birth, paper, on)).toBe('to-translate');
    expect(paperStanding(birth, { ...paper, translated: true }, on)).toBe('good');
    expect(paperStanding(birth, { ...paper, language: null }, on)).toBe('good');
  });
});

describe('an item', () => {
  const papers = (...standings: ReturnType<typeof paperStanding>[]) => standings.map((standing) => ({ standing }));
  it('stands as its best paper', () => {
    expect(itemState(home, papers('too-old', 'good'), true)).toBe('held');
    expect(itemState(home, papers('expired', 'undated'), true)).toBe('undated');
    expect(itemState(home, [], true)).toBe('missing');
    expect(itemState(form, [], true)).toBe('by-hand');
  });
  it('is not said to be missing to whoever may not see its papers', () => {
    expect(itemState(violence, [], false)).toBe('hidden');
    expect(itemState(violence, [], true)).toBe('missing');
  });
});
