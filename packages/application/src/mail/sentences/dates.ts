import { dayOf, monthOf, yearOf, type IsoDate } from '@permanence/rules';
import { two } from './shape.ts';

interface Words {
  weekday: string;
  day: string;
  month: string;
  year: string;
}
/**
 * The words of a day as Unicode has them for `locale`, in the Gregorian calendar whatever the locale's own, put in order by `say`.
 * The order is ours: that of the locale data changes from one release to the next.
 * @param digits `latn`, or the locale's own, which some readers know better; Latin figures stand beside the words in any case
 */
export function dayInWords(locale: string, say: (words: Words) => string, digits = 'latn'): (day: IsoDate) => string {
  const formatter = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-${digits}`, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return (day) => {
    const parts = formatter.formatToParts(Date.UTC(yearOf(day), monthOf(day) - 1, dayOf(day)));
    const value = (type: string): string => parts.find((part) => part.type === type)!.value;
    return say({ weekday: value('weekday'), day: value('day'), month: value('month'), year: value('year') });
  };
}
/** `09:30`: a clock of 24 hours, as every telephone in France shows it. */
export const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
/** `12/01/2027`, the same in every language: as French letters write it. */
export const figures = (day: IsoDate): string => `${two(dayOf(day))}/${two(monthOf(day))}/${yearOf(day)}`;
