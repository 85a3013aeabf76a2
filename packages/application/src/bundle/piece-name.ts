/** What Windows, macOS or a web form refuse in a name, and what has no shape. */
const REFUSED = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const MOST_LETTERS = 60;

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * `012-Bail-2026-03-04-عقد الإيجار.pdf`: number, kind and day in plain letters that every program shows, then the label as it was
 * written (UTF-8, composed), so that a program which knows no UTF-8 still tells one piece from the next.
 */
export function pieceFileName(piece: {
  number: number;
  kind: string;
  drawnUpOn: string | null;
  label: string | null;
  mediaType: string;
}): string {
  const label = (piece.label ?? '').normalize('NFC').replace(REFUSED, ' ').replace(/\s+/g, ' ').trim();
  const short = Array.from(label)
    .slice(0, MOST_LETTERS)
    .join('')
    .replace(/[. ]+$/, '');
  const name = [String(piece.number).padStart(3, '0'), plain(piece.kind), piece.drawnUpOn, short].filter(Boolean).join('-');
  return `${name}.${EXTENSION[piece.mediaType] ?? 'docx'}`;
}
const EXTENSION: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };
