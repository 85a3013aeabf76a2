/** One entry of the calendar. `on`: a whole day; otherwise from `startsAt` to `endsAt`, ISO instants. */
export interface CalendarEvent {
  uid: string;
  sequence: number;
  /** ISO instant. */
  changedAt: string;
  summary: string;
  on?: string;
  /** The day after `on`: the end is exclusive. */
  untilOn?: string;
  startsAt?: string;
  endsAt?: string;
}

/** RFC 5545 §3.3.11: backslash, semicolon, comma and line breaks are escaped. */
export const escaped = (text: string): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\r\n|\r|\n/g, '\\n');

const MOST_OCTETS = 75;
/** RFC 5545 §3.1: a line longer than 75 octets goes on, after a line break and a space; never inside a character. */
export function folded(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const length = encoder.encode(character).length;
    if (octets + length > MOST_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += length;
  }
  return [...lines, current].join('\r\n');
}

const day = (iso: string): string => iso.replaceAll('-', '');
/** In UTC, so that no time zone has to be described. */
const instant = (iso: string): string => `${new Date(iso).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const eventLines = ({ uid, sequence, changedAt, summary, on, untilOn, startsAt, endsAt }: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${instant(changedAt)}`,
  `SEQUENCE:${sequence}`,
  ...(on && untilOn
    ? [`DTSTART;VALUE=DATE:${day(on)}`, `DTEND;VALUE=DATE:${day(untilOn)}`, 'TRANSP:TRANSPARENT']
    : [`DTSTART:${instant(startsAt!)}`, `DTEND:${instant(endsAt!)}`]),
  `SUMMARY:${escaped(summary)}`,
  'CLASS:PRIVATE',
  'END:VEVENT',
];

/** An iCalendar object (RFC 5545), lines ended by CRLF. @param product what made it, told to whoever reads the file */
export const icalendar = (name: string, events: readonly CalendarEvent[], product = '-//Permanence//Echeances//FR'): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${product}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
