import { personKindOf } from './kind-of-step.ts';
import { DEFAULT_POLICIES, type PolicyName, type Step } from '@permanence/contracts';

const stepsOf = (policy: PolicyName): string[] =>
  (DEFAULT_POLICIES[policy] as readonly Step[]).filter((s) => s.audience === 'person').map((s) => `${policy}.${s.id}`);
const kinds = (policy: PolicyName, about: 'window' | 'deadline' | 'appointment', ruleId: string | null = null) =>
  Object.fromEntries(stepsOf(policy).map((step) => [step.split('.')[1], personKindOf(step, about, ruleId)]));

describe('the message of a step', () => {
  it('grows more pressing as the date comes near', () => {
    expect(kinds('appeal', 'deadline', 'oqtf-un-mois')).toMatchObject({
      'day-0': 'deadline-new',
      'half-way': 'deadline',
      '7-days': 'deadline-near',
      '1-day': 'deadline-last',
    });
    expect(kinds('renewal-counter', 'window')).toMatchObject({
      '3-months': 'window',
      '70-days': 'window',
      opening: 'window-opening',
      '49-days': 'window-near',
      '3-days': 'window-last',
    });
    expect(kinds('appointment', 'appointment')).toMatchObject({
      booking: 'appointment-booked',
      '7-days': 'appointment',
      '1-day': 'appointment-near',
    });
    expect(kinds('missed', 'appointment')).toEqual({ 'next-day': 'appointment-missed' });
    expect(kinds('commitment', 'deadline')['7-days']).toBe('commitment');
  });
  it('goes with a call where days or hours count', () => {
    expect(kinds('week', 'deadline', 'oqtf-retention')['day-0']).toBe('call-first');
    expect(kinds('hours', 'deadline', 'oqtf-retention')['now']).toBe('call-first');
  });
  it('speaks of contesting a decision only when there is one: a silence or an unknown rule is a day to keep', () => {
    expect(personKindOf('appeal.7-days', 'deadline', 'silence-titre-4-mois')).toBe('follow-up');
    expect(personKindOf('appeal.7-days', 'deadline', 'IMPLICIT-4M')).toBe('follow-up');
    expect(personKindOf('appeal.7-days', 'deadline', null)).toBe('follow-up');
  });
});
