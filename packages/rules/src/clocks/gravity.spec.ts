import type { IsoDate } from '../calendar/iso-date.ts';
import { computeDeadline } from './deadline.ts';
import { compareGravity, gravityOf, type GravityKey } from './gravity.ts';
import type { DecisionId } from './ids.ts';
import type { DecisionFacts } from './types.ts';

const grade = (decision: DecisionId | 'auto', facts: DecisionFacts = {}) => {
  const on = '2026-09-01' as IsoDate;
  const answer = computeDeadline({ decision, decisionOn: on, notifiedOn: on, facts });
  const { level, hours, code } = gravityOf(answer, facts);
  return [level, hours, code];
};

describe('gravity', () => {
  it('follows the urgency order of the law page', () => {
    expect(grade('oqtf-retention')).toEqual([1, true, 'gravity-hours']);
    expect(grade('oqtf-un-mois', { departement: '973' })).toEqual([1, false, 'gravity-overseas-removal']);
    expect(grade('oqtf-outre-mer-derogatoire')).toEqual([1, false, 'gravity-overseas-removal']);
    expect(grade('refus-sejour-sans-oqtf', { departement: '973' })).toEqual([6, false, 'gravity-two-months']);
    expect(grade('oqtf-detention')).toEqual([2, false, 'gravity-held']);
    expect(grade('refus-sejour-sans-oqtf', { measure: 'prison' })).toEqual([2, false, 'gravity-held']);
    expect(grade('oqtf-puis-detention', { measureNotifiedOn: '2026-09-10' as IsoDate })).toEqual([2, false, 'gravity-held']);
    expect(grade('expulsion', { measure: 'detention' })).toEqual([2, false, 'gravity-held']);
    expect(grade('oqtf-assignation-residence')).toEqual([3, false, 'gravity-seven-days']);
    expect(grade('oqtf-un-mois', { measure: 'house-arrest', measureNotifiedOn: '2026-09-10' as IsoDate })).toEqual([
      3,
      false,
      'gravity-seven-days',
    ]);
    expect(grade('cnda-aide-juridictionnelle')).toEqual([4, false, 'gravity-fifteen-days']);
    expect(grade('refere-liberte-appel')).toEqual([4, false, 'gravity-fifteen-days']);
    expect(grade('refus-visa-rapo')).toEqual([5, false, 'gravity-month']);
    expect(grade('oqtf-un-mois')).toEqual([5, false, 'gravity-month']);
    expect(grade('ofpra-rejet-cnda')).toEqual([5, false, 'gravity-month']);
    expect(grade('refus-sejour-sans-oqtf')).toEqual([6, false, 'gravity-two-months']);
    expect(grade('silence-titre-60-jours', { completeFileReceivedOn: '2026-09-01' as IsoDate })).toEqual([6, false, 'gravity-silence']);
    expect(grade('auto')).toEqual([6, false, 'gravity-unknown']);
  });
  it('alerts a seven-day limit from its first day, hard at three; a month at ten, five and two', () => {
    const on = '2026-09-01' as IsoDate;
    const alerts = (decision: DecisionId) => gravityOf(computeDeadline({ decision, decisionOn: on, notifiedOn: on })).alertDays;
    expect(alerts('oqtf-assignation-residence')).toEqual([7, 3, 2, 1, 0]);
    expect(alerts('oqtf-un-mois')).toEqual([10, 5, 2]);
    expect(alerts('refus-sejour-sans-oqtf')).toEqual([10, 5, 2]);
    expect(alerts('oqtf-retention')).toEqual([2, 1, 0]);
    expect(gravityOf(computeDeadline({ decision: 'auto' })).alertDays).toEqual([]);
    expect(gravityOf(computeDeadline({ decision: 'oqtf-un-mois' }), { departement: '973' }).alertDays).toEqual([30, 10, 5, 2]);
    expect(gravityOf(computeDeadline({ decision: 'oqtf-un-mois' }), { measure: 'prison' }).alertDays).toEqual([7, 3, 2, 1, 0]);
    expect(alerts('silence-titre-60-jours')).toEqual([7, 0]);
    expect(alerts('cnda-aide-juridictionnelle')).toEqual([10, 5, 3, 2, 1]);
  });
  it('sorts hours first, then the nearest day, then the gravest; no day goes last', () => {
    const key = (level: 1 | 2 | 3 | 6, by: string | null, hours = false): GravityKey => ({
      gravity: { level, hours, alertDays: [], code: '' },
      by,
    });
    const sorted = [
      key(6, null),
      key(6, '2026-01-05'),
      key(2, '2026-01-05'),
      key(3, '2026-01-02'),
      key(1, '2026-12-31T10:00:00+01:00', true),
      key(1, null, true),
    ].sort(compareGravity);
    expect(sorted.map((k) => [k.gravity.level, k.by])).toEqual([
      [1, '2026-12-31T10:00:00+01:00'],
      [1, null],
      [3, '2026-01-02'],
      [2, '2026-01-05'],
      [6, '2026-01-05'],
      [6, null],
    ]);
    expect(compareGravity(key(6, null), key(6, null))).toBe(0);
    expect(compareGravity(key(6, '2026-01-05'), key(6, null))).toBe(-1);
    expect(compareGravity(key(6, null), key(6, '2026-01-05'))).toBe(1);
    expect(compareGravity(key(6, '2026-01-05'), key(2, '2026-01-05'))).toBe(4);
    expect(compareGravity(key(2, '2026-01-05'), key(6, '2026-01-05'))).toBe(-4);
    expect(compareGravity(key(6, '2026-01-05'), key(2, '2026-01-06'))).toBe(-1);
  });
  it('grades by hours a row in hours whose moment is not known yet, and by its shortest length a row of several', () => {
    const unknown = (decision: DecisionId) => gravityOf(computeDeadline({ decision })).code;
    expect(unknown('oqtf-retention')).toBe('gravity-seven-days');
    expect(unknown('pays-de-renvoi')).toBe('gravity-seven-days');
    expect(unknown('oqtf-un-mois')).toBe('gravity-month');
  });
});
