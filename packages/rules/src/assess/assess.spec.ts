import { isoDate } from '../calendar/iso-date.ts';
import { assess } from './assess.ts';

const day = isoDate;

describe('assess', () => {
  it('answers a married partner of a regular resident under L.423-23, fourth situation, with the proof of common life waived', () => {
    const { results, ranking, onDate } = assess({
      onDate: day('2026-11-21'),
      facts: {
        nationality: 'MAR',
        partnerRelation: 'married',
        partnerStatus: 'foreign-regular',
        cohabitationOngoing: true,
        cohabitationSince: day('2022-01-01'),
        residenceSince: day('2020-01-01'),
        violenceByCurrentPartner: true,
      },
      documents: [],
    });
    expect(onDate).toBe('2026-11-21');
    const vpf = results['vpf-l423-23']!;
    expect(vpf.status).toBe('met');
    expect(vpf.failedConditions).toEqual([]);
    expect(vpf.missingFacts).toEqual([]);
    expect(vpf.risk).toBe('high');
    expect(vpf.strength).toBe('mixed');
    expect(vpf.evidence?.cohabitation).toEqual({ status: 'waived' });
    expect(vpf.evidence?.presence).toMatchObject({
      status: 'insufficient',
      requiredMonths: 60,
      strongMonths: 0,
      weakMonths: 0,
      gaps: [{ from: '2021-12', to: '2026-11' }],
    });
    expect(results['vpf-l423-23.s4']!.status).toBe('met');
    expect(results['dz-6-5']).toMatchObject({ status: 'not-met', failedConditions: ['dz-6-5.c0'], missingFacts: [], score: 0 });
    expect(ranking).toContain('vpf-l423-23');
    expect(ranking).not.toContain('dz-6-5');
  });

  it('knows nothing of a person of whom nothing is known', () => {
    const { results, nextFacts } = assess({ onDate: day('2026-11-21') });
    const statuses = new Set(Object.values(results).map(({ status }) => status));
    expect([...statuses]).toEqual(['unknown']);
    expect(nextFacts[0]!.fact).toBe('nationality');
  });
});
