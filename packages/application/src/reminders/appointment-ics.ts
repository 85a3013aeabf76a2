import { createHash } from 'node:crypto';
import type { SourceNow } from '@permanence/persistence';
import { icalendar } from '../calendar/ics.ts';

/** A word that tells nothing, in the language of the message. */
const TITLES: Record<string, string> = {
  fr: 'Rendez-vous',
  en: 'Appointment',
  ar: 'موعد',
  es: 'Cita',
  pt: 'Marcação',
  ru: 'Встреча',
  tr: 'Randevu',
  uk: 'Зустріч',
};
const HOUR_MS = 3_600_000;

/**
 * The calendar part of an appointment's message, for those who asked for it: a phone's calendar is read over shoulders, so no place, no
 * name, no reference, and nothing that names the software. The same entry when the appointment moves.
 * @param now ISO instant; its minutes number the versions
 */
export function appointmentIcs(sourceId: string, source: SourceNow, language: string, now: string): string | undefined {
  if (!source.startsAt || source.missed) return undefined;
  const uid = `${createHash('sha256').update(`ics ${sourceId}`).digest('hex').slice(0, 32)}@date`;
  return icalendar(
    'Agenda',
    [
      {
        uid,
        sequence: Math.floor(Date.parse(now) / 60_000),
        changedAt: now,
        summary: TITLES[language] ?? TITLES['fr']!,
        startsAt: source.startsAt,
        endsAt: new Date(Date.parse(source.startsAt) + HOUR_MS).toISOString(),
      },
    ],
    '-//Agenda//Date//FR',
  );
}
