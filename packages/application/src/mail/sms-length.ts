/** GSM 03.38, basic table. The escape character itself is never written. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension: each takes an escape and a character. */
const EXTENSION = new Set('\f^{}\\[~]|€');

export interface SmsLength {
  encoding: 'GSM-7' | 'UCS-2';
  /** Septets of GSM-7, or units of 16 bits. */
  units: number;
  parts: number;
}

/**
 * How many parts a text takes: one of 160 septets or 70 units, or several of 153 or 67, since each of several carries a header. An
 * escaped character or a pair of surrogates is not cut between two parts.
 */
export function smsLength(text: string): SmsLength {
  const characters = Array.from(text);
  const gsm = characters.every((c) => BASIC.has(c) || EXTENSION.has(c));
  const size = (c: string): number => (gsm ? (EXTENSION.has(c) ? 2 : 1) : c.length);
  const [alone, each] = gsm ? [160, 153] : [70, 67];
  const units = characters.reduce((sum, c) => sum + size(c), 0);
  let parts = units > 0 ? 1 : 0;
  if (units > alone) {
    let room = each;
    for (const c of characters) {
      if (size(c) > room) {
        parts += 1;
        room = each;
      }
      room -= size(c);
    }
  }
  return { encoding: gsm ? 'GSM-7' : 'UCS-2', units, parts };
}

const PLAIN: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  œ: 'oe',
  Œ: 'OE',
};
/** The text with what GSM-7 lacks written plainly (`prêt` as `pret`), which more than halves its parts; what has no plain form stays. */
export const plainForSms = (text: string): string =>
  Array.from(text)
    .map((c) => {
      if (BASIC.has(c) || EXTENSION.has(c)) return c;
      if (/\s/.test(c)) return ' ';
      const letter = PLAIN[c] ?? c.normalize('NFD').replace(/\p{M}/gu, '');
      return Array.from(letter).every((l) => BASIC.has(l)) ? letter : c;
    })
    .join('');
