import { isoDate } from '@permanence/rules';
import { fr } from '../i18n/messages.fr.ts';
import { Reading, Refused } from '../ui/reading.ts';
import { decisionRequest, decisionValues, handedOverAt, mainFields } from './decision-values.ts';

const reading = () => new Reading({ form: fr.form });
const typed = (values: Partial<ReturnType<typeof decisionValues>>) => ({ ...decisionValues(null, '69'), ...values });

describe('a decision, as typed', () => {
  it('sends only what is known', () => {
    const request = decisionRequest(typed({ paper: 'oqtf', notifiedOn: '20/11/2026', measure: 'none' }), reading());
    expect(request).toEqual({
      decision: 'auto',
      decisionOn: null,
      notifiedOn: '2026-11-20',
      notifiedAt: null,
      facts: { paper: 'oqtf', measure: 'none', departement: '69' },
    });
  });
  it('keeps 0 days to leave apart from nothing known', () => {
    expect(decisionRequest(typed({ voluntaryDepartureDays: '0' }), reading()).facts).toMatchObject({ voluntaryDepartureDays: 0 });
    expect(decisionRequest(typed({}), reading()).facts).not.toHaveProperty('voluntaryDepartureDays');
  });
  it('counts hours on the clock of the place', () => {
    expect(handedOverAt(isoDate('2026-11-20'), '18:40', '69')).toBe('2026-11-20T18:40:00+01:00');
    expect(handedOverAt(isoDate('2026-11-20'), '18:40', '974')).toBe('2026-11-20T18:40:00+04:00');
    expect(handedOverAt(isoDate('2026-07-01'), '08:05', '75')).toBe('2026-07-01T08:05:00+02:00');
  });
  it('names the field of a day that does not exist', () => {
    const r = reading();
    decisionRequest(typed({ notifiedOn: '30/02/2026' }), r);
    expect(() => r.finish()).toThrow(Refused);
  });
  it('asks about the letter only when there was one', () => {
    expect(mainFields('oqtf', 'registered-letter', 'none')).toContain('collectedOn');
    expect(mainFields('oqtf', 'by-hand', 'none')).not.toContain('collectedOn');
  });
});
