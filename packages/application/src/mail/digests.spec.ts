import { isoDate } from '@permanence/rules';
import { coordinatorDigest, DIGEST_ITEMS, escalation, volunteerDigest, type DigestItem } from './digests.ts';

const item = (change: Partial<DigestItem> = {}): DigestItem => ({
  kind: 'deadline',
  dossierReference: 'D-2026-0041',
  ruleId: 'oqtf-un-mois',
  on: isoDate('2026-12-18'),
  overdue: false,
  link: 'https://permanence.invalid/dossiers/1',
  ...change,
});
const week = { language: 'fr', from: isoDate('2026-12-14'), to: isoDate('2026-12-20'), link: 'https://permanence.invalid/' };

describe('the digests', () => {
  it('gives a volunteer the week by day and hour, what is late first', () => {
    const { subject, text, html } = volunteerDigest({
      ...week,
      items: [
        item(),
        item({ kind: 'appointment', on: isoDate('2026-12-15'), minutes: 600 }),
        item({ kind: 'appointment', on: isoDate('2026-12-15'), minutes: 570, dossierReference: null }),
        item({ kind: 'task', on: isoDate('2026-12-10'), overdue: true }),
      ],
    });
    expect(subject).toBe('Votre semaine');
    expect(text).toContain('du lundi 14 décembre 2026 (14/12/2026) au dimanche 20 décembre 2026 (20/12/2026)');
    expect(text.split('\n').filter((line) => /^(- |En retard|À venir)/.test(line))).toEqual([
      'En retard',
      '- jeudi 10 décembre 2026 (10/12/2026) : tâche à faire (D-2026-0041)',
      'À venir',
      '- mardi 15 décembre 2026 (15/12/2026) à 9 h 30 : rendez-vous (sans dossier)',
      '- mardi 15 décembre 2026 (15/12/2026) à 10 h 00 : rendez-vous (D-2026-0041)',
      expect.stringMatching(/^- vendredi 18 décembre 2026 \(18\/12\/2026\) : Obligation de quitter la France \(OQTF\).*\(D-2026-0041\)$/),
    ]);
    expect(html.match(/<ul/g)).toHaveLength(2);
    expect(html.match(/<\/ul>/g)).toHaveLength(2);
    expect(html.match(/<li/g)).toHaveLength(4);
  });
  it.each(['fr', 'en'])('%s: an empty week says so, and leaves no blank', (language) => {
    const { text } = volunteerDigest({ ...week, language, items: [] });
    expect(text).toContain(language === 'fr' ? 'Rien de daté' : 'Nothing with a date');
    expect(text).not.toMatch(/\{\w+\}|undefined|null/);
  });
  it('tells a coordinator only what is not zero, and how many lie beyond what a mail can hold', () => {
    const items = Array.from({ length: DIGEST_ITEMS + 3 }, () => item());
    const { text } = coordinatorDigest({ ...week, items, counts: { holderless: 2, failed: 0, contactsToRepair: 1 } });
    expect(text).toContain('Et encore 3, à voir dans Permanence.');
    expect(text).toContain('- Dossiers sans référent : 2');
    expect(text).toContain('- Contacts à réparer : 1');
    expect(text).not.toContain('en échec');
    expect(coordinatorDigest({ ...week, items: [], counts: {} }).text).toContain('Rien d’autre à signaler.');
  });
  it.each(['fr', 'en'])(
    '%s: an escalation gives both days, the hour of a limit in hours, and says when nobody holds the dossier',
    (language) => {
      const given = {
        ...item(),
        language,
        prudentOn: isoDate('2026-12-18'),
        lastDayOn: isoDate('2026-12-21'),
        askedOn: isoDate('2026-12-11'),
      };
      const { subject, text } = escalation({ ...given, at: { on: isoDate('2026-12-21'), minutes: 1120 }, holders: 0 });
      expect(subject).toContain('D-2026-0041');
      expect(subject).not.toMatch(/oqtf/i);
      for (const day of ['18/12/2026', '21/12/2026', '11/12/2026']) expect(text).toContain(day);
      expect(text).toContain(language === 'fr' ? '18 h 40' : '18:40');
      expect(text).toContain(language === 'fr' ? 'pas de référent' : 'no holder');
      expect(text).not.toMatch(/\{\w+\}|undefined|null/);
    },
  );
});
