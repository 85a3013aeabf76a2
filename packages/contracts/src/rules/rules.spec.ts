import { AssessInput, BASIS_IDS, DeadlineInput, problemLine, readRuleInput, RenewalInput } from './index.ts';

const lines = (schema: Parameters<typeof readRuleInput>[0], input: unknown, index?: number) => {
  const read = readRuleInput(schema, input);
  return read.ok ? [] : read.problems.map((p) => problemLine(p, index));
};

describe('the inputs of the three operations', () => {
  it('need one field each', () => {
    expect(lines(AssessInput, {})).toEqual(['onDate: required']);
    expect(lines(DeadlineInput, { decision: null })).toEqual(['decision: required']);
    expect(lines(RenewalInput, { today: null })).toEqual(['today: required']);
    expect(lines(AssessInput, { onDate: '2026-11-21' })).toEqual([]);
    expect(lines(DeadlineInput, { decision: 'auto' })).toEqual([]);
    expect(lines(RenewalInput, { today: '2026-11-21' })).toEqual([]);
  });
  it('name the field, the value and the case', () => {
    const child = { onDate: '2026-11-21', facts: { children: [{}, { birthDate: '2026-02-30' }] } };
    expect(lines(AssessInput, child)).toEqual(['facts.children[1].birthDate: not a calendar date: "2026-02-30"']);
    expect(lines(AssessInput, child, 3)).toEqual(['3: facts.children[1].birthDate: not a calendar date: "2026-02-30"']);
    expect(lines(AssessInput, 'x')).toEqual(['expected an object, got "x"']);
    expect(lines(AssessInput, null, 0)).toEqual(['0: required']);
  });
  it('take null as absent everywhere', () => {
    expect(lines(DeadlineInput, { decision: 'oqtf-un-mois', decisionOn: null, notifiedAt: null, facts: null })).toEqual([]);
    expect(
      lines(RenewalInput, {
        today: '2026-11-21',
        permit: { title: null, validUntil: null },
        requested: null,
        cir: null,
        sameMentionCards: null,
      }),
    ).toEqual([]);
    expect(
      lines(AssessInput, { onDate: '2026-11-21', facts: { birthDate: null, children: null, frenchLevel: null }, documents: null }),
    ).toEqual([]);
  });
  it('refuse unknown fields at every depth', () => {
    expect(
      lines(DeadlineInput, { decision: 'auto', on: 1, facts: { mesure: 'none', limitPrintedOnLetter: { amount: 1, unit: 'days', x: 1 } } }),
    ).toEqual(expect.arrayContaining(['on: unknown field', 'facts.mesure: unknown field', 'facts.limitPrintedOnLetter.x: unknown field']));
    expect(lines(AssessInput, { onDate: '2026-11-21', facts: { children: [{ name: 'x' }] }, tolerance: {} })).toEqual(
      expect.arrayContaining(['tolerance: unknown field', 'facts.children[0].name: unknown field']),
    );
  });
  it('refuse wrong types, ids and values', () => {
    const facts = {
      departement: '99',
      measure: 'jail',
      routesNotified: 'yes',
      voluntaryDepartureDays: 1.5,
      notificationMeans: 3,
      initialDecision: 'oqtf',
      measureNotifiedAt: '2026-11-21T10:00:00',
      limitPrintedOnLetter: { amount: 0, unit: 'years' },
    };
    expect(lines(DeadlineInput, { decision: 'oqtf', facts })).toEqual([
      'decision: unknown id: "oqtf"',
      'facts.departement: unknown department: "99"',
      'facts.measure: not one of none, house-arrest, detention, prison: "jail"',
      'facts.measureNotifiedAt: not an instant with its offset: "2026-11-21T10:00:00"',
      'facts.voluntaryDepartureDays: expected a whole number, got 1.5',
      'facts.notificationMeans: not one of by-hand, registered-letter, ofpra-portal, crpa-electronic, anef, telerecours: 3',
      'facts.routesNotified: expected true or false, got "yes"',
      'facts.initialDecision: unknown id: "oqtf"',
      'facts.limitPrintedOnLetter.amount: at least 1, got 0',
      'facts.limitPrintedOnLetter.unit: not one of hours, days, months: "years"',
    ]);
    expect(lines(RenewalInput, { today: 20261121, basisRequested: 'other', permit: { basis: 'vpf' }, nationality: 'Mali' })).toEqual([
      'today: not a calendar date: 20261121',
      'permit.basis: unknown basis: "vpf"',
      'basisRequested: unknown basis: "other"',
      'nationality: not a country code (ISO 3166-1 alpha-3): "Mali"',
    ]);
    expect(lines(RenewalInput, { today: '2026-11-21', permit: { basis: 'other' }, sameMentionCards: [{ from: '2026-01-01' }] })).toEqual([
      'sameMentionCards[0].to: required',
    ]);
    expect(lines(AssessInput, { onDate: '2026-11-21', documents: [{ docType: 'napkin' }] })).toEqual([
      'documents[0].docType: unknown id: "napkin"',
    ]);
  });
  it('take every fact of the dictionary, typed', () => {
    expect(
      lines(AssessInput, {
        onDate: '2026-11-21',
        facts: {
          frenchLevel: 'A2',
          householdSize: 3,
          avgMonthlyNetResources: 1400.5,
          currentPermitBasis: 'other',
          nationality: 'XXA',
          children: [],
        },
      }),
    ).toEqual([]);
    expect(
      lines(AssessInput, { onDate: '2026-11-21', facts: { frenchLevel: 'A3', householdSize: -1, currentPermitBasis: 'x' } }),
    ).toHaveLength(3);
  });
  it('know the bases without their situations and without the bars', () => {
    expect(BASIS_IDS).toEqual(expect.arrayContaining(['vpf-l423-23', 'dz-6-5', 'spouse-french-l423-1']));
    expect(BASIS_IDS.filter((id) => id.startsWith('bar-') || id.includes('.'))).toEqual([]);
  });
  it('shorten what is too long to be shown', () => {
    expect(lines(RenewalInput, { today: 'x'.repeat(500) })[0]!.length).toBeLessThan(120);
  });
});
