import codes from 'i18n-iso-countries/codes.json';
import type { Locale } from '../api/problem.ts';
import type { Option } from './fields.tsx';

const ALPHA2 = new Map((codes as [string, string, string][]).map(([two, three]) => [three, two]));
const STATELESS: Record<Locale, string> = { fr: 'Apatride', en: 'Stateless' };

/** Name of a country by its three-letter code; `XXA` is stateless, `XKX` Kosovo. */
export function countryName(alpha3: string, locale: Locale): string {
  if (alpha3 === 'XXA') return STATELESS[locale];
  const alpha2 = alpha3 === 'XKX' ? 'XK' : ALPHA2.get(alpha3);
  return (alpha2 && new Intl.DisplayNames(locale, { type: 'region' }).of(alpha2)) || alpha3;
}

export function countryOptions(locale: Locale): Option[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const all = [...ALPHA2].map(([three, two]) => ({ value: three, label: names.of(two) ?? three }));
  if (!ALPHA2.has('XKX')) all.push({ value: 'XKX', label: names.of('XK') ?? 'Kosovo' });
  all.push({ value: 'XXA', label: STATELESS[locale] });
  return all.sort((a, b) => a.label.localeCompare(b.label, locale));
}
/** Languages by their two-letter code. */
export const languageName = (code: string, locale: Locale): string => {
  // Some browsers have no name for Fula.
  if (code === 'ff') return locale === 'fr' ? 'Peul' : 'Fula';
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
};
