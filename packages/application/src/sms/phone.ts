/** A number as people write it, in E.164; null when it is none. Without a country it is one of France. */
export function e164(typed: string): string | null {
  const digits = typed.replace(/\(0\)/, '').replace(/[\s().-]/g, '');
  const full = digits.startsWith('+')
    ? digits
    : digits.startsWith('00')
      ? `+${digits.slice(2)}`
      : /^0\d{9}$/.test(digits)
        ? `+33${digits.slice(1)}`
        : '';
  return /^\+[1-9]\d{7,14}$/.test(full) ? full : null;
}
