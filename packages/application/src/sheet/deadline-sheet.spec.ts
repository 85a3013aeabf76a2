import { SHEET_LANGUAGES } from '@permanence/contracts';
import { sheetOf } from './deadline-sheet.ts';

const refusal = {
  id: 'd',
  ruleId: 'refus-sejour-sans-oqtf',
  sourceKind: 'decision' as const,
  prudentOn: '2027-01-15',
  expiresAt: null,
  facts: {},
  working: { court: { kind: 'TA-pref', name: 'Lyon' } },
};
const text = (sheet: ReturnType<typeof sheetOf>): string => JSON.stringify(sheet.lines);
const lineOf = (sheet: ReturnType<typeof sheetOf>, code: string) => sheet.lines.find((line) => line.code === code)!.text;

describe('the sheet for the person', () => {
  it('says by when in words and figures, where, and whom to call', () => {
    const sheet = sheetOf(refusal, 'fr', '04 00 00 00 00');
    expect(lineOf(sheet, 'when')).toBe('Au plus tard le vendredi 15 janvier 2027 (15/01/2027).');
    expect(lineOf(sheet, 'where')).toBe('La réponse est envoyée au tribunal administratif de Lyon.');
    expect(lineOf(sheet, 'call')).toContain('04 00 00 00 00');
    expect(sheet.lines.map((line) => line.code)).toEqual(['what', 'when', 'where', 'bring', 'call', 'beware']);
    expect(sheet.lines.find((line) => line.code === 'bring')!.items.length).toBeGreaterThan(1);
  });
  it('gives the hour of a limit in hours, on the clock of the place', () => {
    const hours = { ...refusal, ruleId: 'oqtf-retention', prudentOn: null, expiresAt: '2026-11-22T08:05:00+04:00' };
    const sheet = sheetOf(hours, 'fr', null);
    expect(sheet.day).toMatchObject({ figures: '22/11/2026' });
    expect(sheet.day.hour).toMatch(/8.*05/);
    expect(lineOf(sheet, 'when')).toContain(sheet.day.hour);
  });
  it.each(SHEET_LANGUAGES)('tells nothing of the case to whoever finds it, and leaves no blank (%s)', (language) => {
    const cases = [
      refusal,
      { ...refusal, ruleId: 'oqtf-un-mois', working: { court: null } },
      { ...refusal, ruleId: 'ofpra-rejet-cnda', working: { court: { kind: 'CNDA', name: null } } },
      { ...refusal, ruleId: 'REN-ANEF-CLOSE', sourceKind: 'permit' as const, facts: { permit: { channel: 'anef' } } },
      { ...refusal, ruleId: 'REN-PREF-CLOSE', sourceKind: 'permit' as const, facts: { permit: { channel: 'prefecture' } } },
      { ...refusal, ruleId: 'IMPLICIT-4M', sourceKind: 'filing' as const },
      { ...refusal, ruleId: 'silence-titre-4-mois' },
    ];
    for (const one of cases) {
      const sheet = sheetOf(one, language, null);
      expect(sheet.direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
      expect(text(sheet)).not.toMatch(/[{}]\w|undefined|null|OQTF|quitter le territoire|refus|expuls|rétention|detention/i);
      expect(lineOf(sheet, 'when')).toContain('15/01/2027');
      for (const line of sheet.lines) expect([line.label, line.text].every((part) => part.trim().length > 0)).toBe(true);
    }
  });
});
