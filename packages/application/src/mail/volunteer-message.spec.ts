import { isoDate } from '@permanence/rules';
import { volunteerMessage } from './volunteer-message.ts';

describe('what a volunteer receives', () => {
  const notice = {
    kind: 'deadline',
    language: 'fr',
    dossierReference: 'D-2026-0041',
    link: 'https://permanence.invalid/dossiers/1',
    ruleId: 'oqtf-un-mois',
    prudentOn: isoDate('2026-12-18'),
    lastDayOn: isoDate('2026-12-21'),
    opensOn: null,
    at: null,
    place: null,
  } as const;
  it.each(['fr', 'en'])('%s: the reference in the subject, the prudent day before the legal one, a link', (language) => {
    const { subject, text } = volunteerMessage({ ...notice, language });
    expect(subject).toContain('D-2026-0041');
    expect(subject).not.toMatch(/oqtf/i);
    // In words, not by the id of the rule.
    expect(text).not.toContain(notice.ruleId);
    expect(text).toContain(language === 'fr' ? 'Obligation de quitter la France (OQTF)' : 'Order to leave France (OQTF)');
    expect(text.indexOf('18/12/2026')).toBeGreaterThan(0);
    expect(text.indexOf('18/12/2026')).toBeLessThan(text.indexOf('21/12/2026'));
    expect(text).toContain(notice.link);
  });
  it('gives the hour of a limit in hours and of an appointment, and the day of a task', () => {
    const at = { on: isoDate('2026-11-23'), minutes: 18 * 60 + 40 };
    expect(volunteerMessage({ ...notice, prudentOn: null, lastDayOn: null, at }).text).toContain('23 novembre 2026 (23/11/2026) à 18 h 40');
    expect(volunteerMessage({ ...notice, kind: 'appointment', at, place: 'Mairie' }).text).toContain('à 18 h 40, Mairie');
    expect(volunteerMessage({ ...notice, kind: 'task', dossierReference: null }).text).toContain('vendredi 18 décembre 2026');
  });
  it('escapes what it is given', () => {
    const { html } = volunteerMessage({ ...notice, kind: 'appointment', at: { on: isoDate('2026-11-23'), minutes: 0 }, place: '<b>&' });
    expect(html).toContain('&lt;b&gt;&amp;');
  });
});
