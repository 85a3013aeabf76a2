import { plainForSms, smsLength } from './sms-length.ts';

const of = (text: string) => {
  const { encoding, units, parts } = smsLength(text);
  return [encoding, units, parts];
};

describe('the length of a short message', () => {
  it('holds 160 septets in one part, 153 in each of several', () => {
    expect(of('')).toEqual(['GSM-7', 0, 0]);
    expect(of('a'.repeat(160))).toEqual(['GSM-7', 160, 1]);
    expect(of('a'.repeat(161))).toEqual(['GSM-7', 161, 2]);
    expect(of('a'.repeat(306))).toEqual(['GSM-7', 306, 2]);
    expect(of('a'.repeat(307))).toEqual(['GSM-7', 307, 3]);
    expect(of('éèàùìòñÇäöü¿¡ß'.repeat(11))).toEqual(['GSM-7', 154, 1]);
  });
  it('counts an escaped character twice, and never cuts it in two', () => {
    expect(of('€'.repeat(80))).toEqual(['GSM-7', 160, 1]);
    expect(of('€'.repeat(81))).toEqual(['GSM-7', 162, 2]);
    // 152 septets and an escape would end at 154: the euro begins the second part.
    expect(of(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toEqual(['GSM-7', 306, 3]);
    expect(of(`${'a'.repeat(151)}€${'a'.repeat(153)}`)).toEqual(['GSM-7', 306, 2]);
  });
  it('holds 70 units of UCS-2 in one part, 67 in each of several, and counts a pair of surrogates twice', () => {
    expect(of('ж'.repeat(70))).toEqual(['UCS-2', 70, 1]);
    expect(of('ж'.repeat(71))).toEqual(['UCS-2', 71, 2]);
    expect(of('ж'.repeat(134))).toEqual(['UCS-2', 134, 2]);
    expect(of('ж'.repeat(135))).toEqual(['UCS-2', 135, 3]);
    expect(of('😀'.repeat(35))).toEqual(['UCS-2', 70, 1]);
    // 67 is odd: each part holds 33 pairs.
    expect(of('😀'.repeat(67))).toEqual(['UCS-2', 134, 3]);
  });
  it('turns to UCS-2 for one character, such as the ç and the typographic apostrophe', () => {
    for (const c of ['ç', 'ê', 'œ', '’', '`', '\u00a0']) expect(smsLength(`a${c}`).encoding).toBe('UCS-2');
  });
  it('is written plainly without losing a letter, a figure or a sign', () => {
    expect(plainForSms('Appelez aujourd’hui, même si vous êtes prêt : « ça » va à 9 h 30, cœur… 12 €')).toBe(
      'Appelez aujourd\'hui, meme si vous etes pret : " ca " va à 9 h 30, coeur... 12 €',
    );
    expect(plainForSms('привет 😀')).toBe('привет 😀');
  });
});
