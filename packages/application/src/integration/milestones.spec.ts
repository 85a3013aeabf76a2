import { isoDate, type IsoDate } from '@permanence/rules';
import { milestonesOf, type IntegrationStory } from './milestones.ts';

const NOTHING = {
  signedOn: null,
  civicDays: null,
  languagePrescribed: null,
  languageHours: null,
  languageHoursAttended: null,
  terminationNoticeOn: null,
  observationsSentOn: null,
};
const CARD = { title: 'cst', basis: 'vpf-l423-23', validFrom: isoDate('2026-03-01'), validUntil: isoDate('2027-02-28') };
const story = (
  contract: Partial<IntegrationStory['contract'] & object> | null,
  facts: Record<string, unknown> = {},
  more: Partial<IntegrationStory> = {},
): IntegrationStory => ({
  contract: contract && { ...NOTHING, ...contract },
  facts: new Map(Object.entries(facts)),
  permit: CARD,
  nationality: 'MLI',
  ...more,
});
const states = (given: IntegrationStory, today: IsoDate = isoDate('2026-11-21')) =>
  Object.fromEntries(milestonesOf(given, today).map(({ id, on, state }) => [id, `${on} ${state}`]));
const signedOn = isoDate('2026-09-01');

describe('the milestones of the integration contract', () => {
  it('raise nothing of someone of whom nothing is known, nor of someone it does not concern', () => {
    expect(states(story(null))).toEqual({});
    expect(states(story({ signedOn }, { cirStatus: 'not-concerned' }))).toEqual({});
  });
  it('say that the days of civic training fall behind a month before their four months are over, and no earlier', () => {
    const some = story({ signedOn, civicDays: 1 }, {}, { permit: null });
    expect(states(some, isoDate('2026-11-30'))['CIR-M2-4M']).toBe('2027-01-01 to-do');
    expect(states(some, isoDate('2026-12-01'))['CIR-M2-4M']).toBe('2027-01-01 behind');
    expect(states(story({ signedOn, civicDays: 4 }), isoDate('2026-12-01'))['CIR-M2-4M']).toBe('2027-01-01 met');
    expect(states(story({ signedOn }), isoDate('2026-12-01'))['CIR-M2-4M']).toBe('2027-01-01 unknown');
  });
  it('ask for the prolongation three months before the year is over, when training or lessons are missing', () => {
    const lessons = { signedOn, civicDays: 4, languagePrescribed: true, languageHours: 200, languageHoursAttended: 120 };
    expect(states(story(lessons), isoDate('2027-05-31'))['CIR-END-1Y']).toBe('2027-09-01 to-do');
    expect(states(story(lessons), isoDate('2027-06-01'))['CIR-END-1Y']).toBe('2027-09-01 behind');
    expect(states(story({ ...lessons, languageHoursAttended: 200 }), isoDate('2027-06-01'))['CIR-END-1Y']).toBe('2027-09-01 met');
    expect(states(story({ ...lessons, languagePrescribed: false }), isoDate('2027-06-01'))['CIR-END-1Y']).toBe('2027-09-01 met');
    expect(states(story({ ...lessons, languageHours: null }), isoDate('2027-06-01'))['CIR-END-1Y']).toBe('2027-09-01 unknown');
    // One thing missing for sure is enough, whatever is unknown beside it.
    expect(states(story({ signedOn, civicDays: 2 }), isoDate('2027-06-01'))['CIR-END-1Y']).toBe('2027-09-01 behind');
  });
  it('book the French test and the civic exam six months before a card ends that leads to a longer one', () => {
    const known = { frenchLevel: 'A1', civicExam: 'none' };
    // The card ends on 28 February: four months before, the certificates are to be there.
    const now = states(story({ signedOn }, known));
    expect(now['CIR-M5']).toBe('2026-10-28 behind');
    expect(now['CIR-M4']).toBe('2026-08-28 behind');
    expect(states(story({ signedOn }, known), isoDate('2026-08-27'))['CIR-M5']).toBe('2026-10-28 to-do');
    expect(states(story({ signedOn }, known), isoDate('2026-08-28'))['CIR-M5']).toBe('2026-10-28 behind');
    expect(states(story({ signedOn }, { frenchLevel: 'A2', civicExam: 'csp' }))).toMatchObject({
      'CIR-M4': '2026-08-28 met',
      'CIR-M5': '2026-10-28 met',
    });
    expect(states(story({ signedOn }, { languageExempt: true, civicExamExempt: true }))['CIR-M5']).toBe('2026-10-28 met');
    expect(states(story({ signedOn }))['CIR-M5']).toBe('2026-10-28 unknown');
    // A multi-year card already: its renewal tests nothing.
    expect(states(story({ signedOn }, known, { permit: { ...CARD, title: 'csp' } }))['CIR-M5']).toBeUndefined();
    expect(states(story({ signedOn }, known, { nationality: 'DZA' }))['CIR-M5']).toBeUndefined();
  });
  it('chase the OFII when nothing was signed two months after the card', () => {
    expect(states(story(null, { cirStatus: 'not-signed' }))['CIR-M0-CHASE']).toBe('2026-05-01 behind');
    expect(states(story({ signedOn }, { cirStatus: 'not-signed' }))['CIR-M0-CHASE']).toBeUndefined();
  });
  it('are behind at once when the prefect announces the termination, until it is answered', () => {
    const notice = { signedOn, terminationNoticeOn: isoDate('2026-11-20') };
    expect(states(story(notice))['CIR-OBS-1M']).toBe('2026-12-20 behind');
    expect(states(story({ ...notice, observationsSentOn: isoDate('2026-11-21') }))['CIR-OBS-1M']).toBe('2026-12-20 met');
  });
});
