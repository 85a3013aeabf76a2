import { createHash } from 'node:crypto';
import { RISK_TEXT_VERSION, riskText } from './risk-text.ts';

const whole = {
  basis: 'aes-l435-1',
  reasons: ['discretionary' as const, 'high-risk' as const],
  bars: ['bar-return-ban'],
  lawyerFirst: true,
};

describe('the text that is read out', () => {
  it.each(['fr', 'en'] as const)('is made of short sentences without a blank (%s)', (language) => {
    const lines = riskText(whole, language);
    expect(lines).toHaveLength(9);
    for (const line of lines) {
      expect(line).not.toMatch(/[{}]|undefined|null/);
      for (const sentence of line.split(/[.:] /)) expect(sentence.split(' ').length).toBeLessThanOrEqual(24);
    }
    expect(riskText({ ...whole, reasons: ['high-risk'], bars: [], lawyerFirst: false }, language)).toHaveLength(6);
  });
  it('has another version whenever a word of it changes', () => {
    const words = JSON.stringify([riskText(whole, 'fr'), riskText(whole, 'en')]);
    const mark = createHash('sha256').update(words).digest('hex').slice(0, 12);
    // A new text: give it a new version, then note both here.
    expect([RISK_TEXT_VERSION, mark]).toEqual(['2026-11-22.1', 'b9c57d4ea655']);
  });
});
