import { parseInstant } from '../calendar/instant.ts';
import { dayOf, isIsoDate, monthOf, weekday, yearOf, type IsoDate } from '../calendar/iso-date.ts';

export type Language = 'fr' | 'en';
const MONTHS = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const;
const DAYS = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

/** `vendredi 2 octobre 2026`, `Friday 2 October 2026`. Written out by hand, so that no machine's locale changes it. */
export const sayDay = (day: IsoDate, language: Language): string => {
  const number = language === 'fr' && dayOf(day) === 1 ? '1er' : String(dayOf(day));
  return `${DAYS[language][weekday(day) - 1]} ${number} ${MONTHS[language][monthOf(day) - 1]} ${yearOf(day)}`;
};
/** `vendredi 2 octobre 2026 à 16 h 05`, on the clock the instant is written in; anything else comes back as it is. */
export const sayMoment = (text: string, language: Language): string => {
  const instant = parseInstant(text);
  if (!instant) return isIsoDate(text) ? sayDay(text, language) : text;
  const { on, minutes } = instant.local;
  const [hour, minute] = [Math.floor(minutes / 60), String(minutes % 60).padStart(2, '0')];
  return language === 'fr'
    ? `${sayDay(on, 'fr')} à ${hour} h ${minute}`
    : `${sayDay(on, 'en')} at ${String(hour).padStart(2, '0')}:${minute}`;
};
