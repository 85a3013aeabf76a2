import { isoDate, type Facts } from '@permanence/rules';
import { riskOf, standingOf } from './risk-of.ts';

const day = isoDate('2026-11-21');
const facts: Facts = { nationality: 'MLI', livesInFrance: true, residenceSince: isoDate('2015-01-01') };
const orderedToLeave: Facts = { ...facts, oqtfStatus: 'in-force', oqtfDate: isoDate('2026-03-01') };
const explained = (risk: ReturnType<typeof riskOf>, decision: 'go-on' | 'declined' = 'go-on') => ({ ...risk, decision });

describe('the risk of a request', () => {
  it('is the prefect’s free choice, an order to leave, or a bar', () => {
    expect(riskOf('aes-l435-1', 'first', facts, day).reasons).toEqual(['discretionary', 'high-risk']);
    expect(riskOf('vpf-l423-23', 'first', facts, day)).toMatchObject({ reasons: ['high-risk'], lawyerFirst: true });
    expect(riskOf('aes-l435-1', 'first', orderedToLeave, day).reasons).toContain('bars');
    expect(riskOf('spouse-french-l423-1', 'first', facts, day)).toMatchObject({ reasons: [], lawyerFirst: false });
  });
  it('asks nothing more of a renewal than the free choice and the bars', () => {
    expect(riskOf('vpf-l423-23', 'renewal', facts, day)).toMatchObject({ reasons: [], lawyerFirst: false });
    expect(riskOf('aes-l435-1', 'renewal', facts, day).reasons).toEqual(['discretionary']);
  });
});

describe('an acknowledgement', () => {
  const risk = riskOf('aes-l435-1', 'first', facts, day);
  it('is needed only where there is a risk, and then by the newest for the same basis', () => {
    expect(standingOf(riskOf('spouse-french-l423-1', 'first', facts, day), [])).toBe('not-needed');
    expect(standingOf(risk, [])).toBe('missing');
    expect(standingOf(risk, [explained(riskOf('vpf-l423-23', 'first', facts, day))])).toBe('missing');
    expect(standingOf(risk, [explained(risk)])).toBe('covered');
    expect(standingOf(risk, [explained(risk, 'declined'), explained(risk)])).toBe('declined');
  });
  it('no longer counts once a bar is raised that was not explained; less risk needs nothing new', () => {
    const worse = riskOf('aes-l435-1', 'first', orderedToLeave, day);
    expect(worse.bars.length).toBeGreaterThan(0);
    expect(standingOf(worse, [explained(risk)])).toBe('changed');
    expect(standingOf(worse, [explained(worse)])).toBe('covered');
    expect(standingOf(risk, [explained(worse)])).toBe('covered');
  });
});
