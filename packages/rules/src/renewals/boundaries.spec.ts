import { computeRenewal } from './renewal.ts';
import type { RenewalInput } from './types.ts';

// Each case gives a few fields of the input, as JSON would.
const answer = (input: Record<string, unknown>) => computeRenewal({ today: '2026-11-21', ...input } as unknown as RenewalInput);
const finding = (id: string, input: Record<string, unknown>) => answer(input).findings.find((one) => one.id === id);
const ids = (input: Record<string, unknown>) => {
  const { dates, findings } = answer(input);
  return [...dates, ...findings].map(({ id }) => id);
};

describe('the level of French, on the day the law of 2024 asks more', () => {
  const levels = (title: string, filedCompleteOn: string, more: Record<string, unknown> = {}) =>
    finding('REQUIREMENTS', { requested: { kind: 'first', title }, filedCompleteOn, birthDate: '1990-05-05', ...more })?.values;
  it('is the older one up to 31 December 2025, and flagged while the file is pending', () => {
    const spouse = { basisRequested: 'resident-spouse-french-l423-6' };
    expect(levels('resident', '2025-12-31', { ...spouse, handedOverOn: '2026-02-01' })).toEqual({ language: 'A2', civicExam: null });
    expect(levels('resident', '2026-01-01', spouse)).toEqual({ language: 'B1', civicExam: 'resident' });
    expect(levels('resident', '2025-12-31', spouse)).toEqual({ language: 'A2', civicExam: null, transition: 'verify' });
    expect(levels('resident', '2025-12-31', { ...spouse, today: '2025-12-31' })).toEqual({ language: 'A2', civicExam: null });
    expect(levels('resident', '2025-12-31', { ...spouse, today: '2026-01-01' })).toEqual({
      language: 'A2',
      civicExam: null,
      transition: 'verify',
    });
  });
  it('changes on the same day for the other resident cards and for the first multi-year card', () => {
    const permanent = { basisRequested: 'resident-permanent-l426-4', handedOverOn: '2026-06-01' };
    expect(levels('resident', '2025-12-31', permanent)).toEqual({ language: 'A2', civicExam: null });
    expect(levels('resident', '2026-01-01', permanent)).toEqual({ language: 'verify', civicExam: 'resident' });
    const other = { basisRequested: 'retired-l426-8', handedOverOn: '2026-06-01' };
    expect(levels('resident', '2025-12-31', other)).toEqual({ language: 'verify', civicExam: null });
    expect(levels('resident', '2026-01-01', other)).not.toEqual({ language: 'verify', civicExam: null });
    const multi = { basisRequested: 'spouse-french-l423-1', handedOverOn: '2026-06-01' };
    expect(levels('csp', '2026-01-01', multi)).toEqual({ language: 'A2', civicExam: 'csp' });
    expect(levels('csp', '2025-12-31', multi)).not.toEqual(levels('csp', '2026-01-01', multi));
  });
  it('is flagged for a first multi-year or resident card only', () => {
    const pending = { filedCompleteOn: '2025-12-31', basisRequested: 'spouse-french-l423-1' };
    const transition = (requested: Record<string, unknown>) => finding('REQUIREMENTS', { ...pending, requested })?.values?.transition;
    expect(transition({ kind: 'first', title: 'csp' })).toBe('verify');
    expect(transition({ kind: 'first', title: 'resident' })).toBe('verify');
    expect(transition({ kind: 'first', title: 'cst' })).toBeUndefined();
    expect(transition({ kind: 'renewal', title: 'csp' })).toBeUndefined();
  });
});

describe('the Franco-Algerian agreement', () => {
  it('is known by the nationality, the certificate held or asked for, or the ground', () => {
    const cards = [{ from: '2025-01-01', to: '2026-01-01' }];
    const capped = (input: Record<string, unknown>) => finding('CST-MAX3', { sameMentionCards: cards, ...input })?.applies;
    expect(capped({})).toBe(true);
    expect(capped({ nationality: 'MAR', permit: { title: 'cst', basis: 'spouse-french-l423-1' } })).toBe(true);
    for (const input of [
      { nationality: 'DZA' },
      { permit: { title: 'cra-1y' } },
      { permit: { title: 'cra-10y' } },
      { requested: { kind: 'first', title: 'cra-1y' } },
      { requested: { kind: 'first', title: 'cra-10y' } },
      { basisRequested: 'dz-6-5' },
      { permit: { basis: 'dz-6-5' } },
    ])
      expect([input, capped(input)]).toEqual([input, false]);
    // The ground asked for counts before that of the permit held.
    expect(capped({ basisRequested: 'spouse-french-l423-1', permit: { basis: 'dz-6-5' } })).toBe(true);
  });
});

describe('the expired card itself', () => {
  const grace = (permit: Record<string, unknown>, filedCompleteOn = '2026-09-01') =>
    answer({
      permit: { validUntil: '2026-09-30', channel: 'anef', ...permit },
      requested: { kind: 'renewal', title: 'cst' },
      filedCompleteOn,
    });
  const days = (permit: Record<string, unknown>, filed?: string) =>
    grace(permit, filed)
      .dates.filter(({ id }) => id.startsWith('GRACE'))
      .map(({ id, on }) => `${id} ${on}`);
  it('proves lawful stay three months for long cards, and for others where the department is listed', () => {
    for (const permit of [
      { title: 'resident' },
      { title: 'cra-10y' },
      { title: 'csp', yearsOfValidity: 4 },
      { title: 'cst', internationalAgreement: true, yearsOfValidity: 2 },
    ])
      expect([permit, days(permit)]).toEqual([permit, ['GRACE-433-3 2026-12-30']]);
    expect(days({ title: 'cst', departementListedForGrace: true })).toEqual(['GRACE-433-3-DEPT 2026-12-30']);
    expect(days({ title: 'csp', yearsOfValidity: 2, departementListedForGrace: true })).toEqual(['GRACE-433-3-DEPT 2026-12-30']);
    for (const permit of [
      { title: 'cst', departementListedForGrace: false },
      { title: 'cst', yearsOfValidity: 4, departementListedForGrace: false },
      { title: 'cst', internationalAgreement: true, yearsOfValidity: 1, departementListedForGrace: false },
      { title: 'cst', internationalAgreement: false, yearsOfValidity: 2, departementListedForGrace: false },
      { title: 'aps', departementListedForGrace: true },
      { title: 'cra-1y', departementListedForGrace: true },
    ])
      expect([permit, days(permit)]).toEqual([permit, []]);
  });
  it('proves it in a listed department only when the renewal was filed before the last day', () => {
    const listed = { title: 'cst', departementListedForGrace: true };
    expect(days(listed, '2026-09-29')).toEqual(['GRACE-433-3-DEPT 2026-12-30']);
    expect(days(listed, '2026-09-30')).toEqual([]);
    expect(grace({ title: 'cst' }).missing).toContain('permit.departementListedForGrace');
    expect(grace({ title: 'cst' }, '2026-09-30').missing).not.toContain('permit.departementListedForGrace');
    expect(grace({ title: 'csp' }).missing).toContain('permit.yearsOfValidity');
    expect(grace({ title: 'cst' }).missing).not.toContain('permit.yearsOfValidity');
  });
});

describe('a late renewal', () => {
  it('is late from the day after the last one, by the channel; unknown while the channels disagree', () => {
    const fee = (filedCompleteOn: string, channel: string | null) => {
      const one = {
        permit: { title: 'cst', validUntil: '2026-09-30', channel },
        requested: { kind: 'renewal', title: 'cst' },
        filedCompleteOn,
      };
      return finding('REN-LATE-180', one)?.applies ?? null;
    };
    expect(['2026-08-01', '2026-08-02'].map((filed) => fee(filed, 'anef'))).toEqual([false, true]);
    expect(['2026-09-30', '2026-10-01'].map((filed) => fee(filed, 'prefecture'))).toEqual([false, true]);
    expect(['2026-08-01', '2026-08-02', '2026-09-30', '2026-10-01'].map((filed) => fee(filed, null))).toEqual([false, null, null, true]);
  });
});

describe('duties and milestones at their edges', () => {
  it('tells a card that ends within three months of the move from one that ends on that day', () => {
    const moved = (validUntil: string) => finding('ADDR-LT3M', { movedOn: '2026-09-30', permit: { validUntil } })?.applies;
    expect(['2026-12-29', '2026-12-30'].map(moved)).toEqual([true, false]);
    expect(ids({ movedOn: '2026-09-30' })).not.toContain('ADDR-LT3M');
    expect(ids({ movedOn: '2026-09-30', permit: {} })).not.toContain('ADDR-SCOPE');
    const scope = (yearsOfValidity: number) => finding('ADDR-SCOPE', { movedOn: '2026-09-30', permit: { yearsOfValidity } })?.applies;
    expect([1, 2].map(scope)).toEqual([false, true]);
  });
  it('reminds of a dossier only when the permit outlives it', () => {
    const remind = (validUntil: string) => finding('DATA-REMIND', { lastContactByPersonOn: '2025-01-31', permit: { validUntil } })?.applies;
    expect(['2027-01-31', '2027-02-01'].map(remind)).toEqual([false, true]);
    expect(ids({ lastContactByPersonOn: '2025-01-31' })).not.toContain('DATA-REMIND');
  });
  it('follows the integration contract by its status', () => {
    const contract = (cir: Record<string, unknown>, permit: Record<string, unknown> | null = { validFrom: '2026-01-15' }) =>
      ids({ cir, permit }).filter((id) => id.startsWith('CIR'));
    expect(contract({ status: 'not-signed' })).toEqual(['CIR-M0', 'CIR-M0-CHASE']);
    expect(contract({ status: 'not-signed' }, null)).toEqual([]);
    expect(contract({ status: 'not-signed', signedOn: '2026-02-01' })).toEqual(['CIR-M0', 'CIR-M0-CHASE']);
    expect(contract({ status: 'not-concerned', signedOn: '2026-02-01' })).toEqual([]);
    expect(contract({ status: 'signed', signedOn: '2026-02-01' })).toEqual(['CIR-M2-4M', 'CIR-END-1Y', 'CIR-EXT-1Y', 'CIR-1Y-REVIEW']);
    expect(contract({ signedOn: '2026-02-01' })).toEqual(['CIR-M2-4M', 'CIR-END-1Y', 'CIR-EXT-1Y', 'CIR-1Y-REVIEW']);
    expect(contract({ status: 'signed', terminationNoticeReceivedOn: '2026-02-01' })).toEqual(['CIR-OBS-1M']);
    expect(contract({ status: 'not-signed', terminationNoticeReceivedOn: '2026-02-01' }, null)).toEqual([]);
    expect(answer({ cir: { status: 'signed' } }).missing).toContain('cir.signedOn');
    expect(answer({ cir: { status: 'respected' } }).missing).not.toContain('cir.signedOn');
    expect(answer({ cir: { status: 'signed', signedOn: '2026-02-01' } }).missing).not.toContain('cir.signedOn');
  });
  it('shows the certificates to come to a holder of an Algerian one-year certificate only', () => {
    const next = (input: Record<string, unknown>) =>
      ids({ firstVpfCertificateFrom: '2025-03-01', ...input }).filter((id) => id.startsWith('NEXT-ALG'));
    expect(next({})).toEqual(['NEXT-ALG-3Y', 'NEXT-ALG-5Y']);
    expect(next({ nationality: 'DZA' })).toEqual(['NEXT-ALG-3Y', 'NEXT-ALG-5Y']);
    expect(next({ nationality: 'MAR' })).toEqual([]);
    expect(next({ permit: { title: 'cra-10y' } })).toEqual([]);
    expect(next({ basisRequested: 'dz-6-4' })).toEqual(['NEXT-ALG-3Y', 'NEXT-ALG-5Y', 'NEXT-ALG-PEF']);
    expect(next({ permit: { basis: 'dz-6-4' } })).toEqual(['NEXT-ALG-3Y', 'NEXT-ALG-5Y', 'NEXT-ALG-PEF']);
    expect(next({ basisRequested: 'dz-6-5', permit: { basis: 'dz-6-4' } })).toContain('NEXT-ALG-PEF');
    expect(next({ basisRequested: 'dz-6-4', permit: { basis: 'dz-6-5' } })).toContain('NEXT-ALG-PEF');
    const ends = (permit: Record<string, unknown> | null) =>
      answer({ firstVpfCertificateFrom: '2025-03-01', basisRequested: 'dz-6-4', permit }).dates.find(({ id }) => id === 'NEXT-ALG-PEF')?.on;
    expect(ends(null)).toBe('2026-02-28');
    expect(ends({ validFrom: '2025-03-01', validUntil: '2026-03-15' })).toBe('2026-03-15');
    expect(ends({ validFrom: '2025-03-02', validUntil: '2026-03-15' })).toBe('2026-02-28');
    expect(ends({ validFrom: '2025-03-01' })).toBe('2026-02-28');
  });
  it('wants a last card of one year counted before it says that another may follow', () => {
    const card = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });
    const follows = (title: string, cards: number | null) =>
      finding('NEXT-CST', {
        permit: { title, basis: 'spouse-french-l423-1' },
        ...(cards !== null && { sameMentionCards: Array.from({ length: cards }, (_, i) => card(2020 + i)) }),
      })?.applies ?? null;
    expect([1, 3, 4, 5].map((cards) => follows('cst', cards))).toEqual([true, true, false, false]);
    expect([follows('cst', null), follows('vls-ts', 2)]).toEqual([null, null]);
  });
});
