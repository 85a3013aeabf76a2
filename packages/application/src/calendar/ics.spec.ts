import { escaped, folded, icalendar } from './ics.ts';

describe('an iCalendar text', () => {
  it('escapes what has a meaning of its own', () => {
    expect(escaped('a\\b;c,d\r\ne\nf')).toBe('a\\\\b\\;c\\,d\\ne\\nf');
  });
  it.each([75, 76, 149, 150, 151])('folds %i octets into lines of 75 at most, and unfolds to the same', (length) => {
    const line = `SUMMARY:${'x'.repeat(length - 8)}`;
    const lines = folded(line).split('\r\n');
    expect(lines.every((l) => Buffer.byteLength(l) <= 75)).toBe(true);
    expect(lines).toHaveLength(length <= 75 ? 1 : length <= 149 ? 2 : 3);
    expect(folded(line).replaceAll('\r\n ', '')).toBe(line);
  });
  it('never cuts a character in two', () => {
    const line = `SUMMARY:${'é'.repeat(60)}😀${'ل'.repeat(60)}`;
    for (const l of folded(line).split('\r\n')) expect(Buffer.byteLength(l)).toBeLessThanOrEqual(75);
    expect(folded(line).replaceAll('\r\n ', '')).toBe(line);
  });
  it('writes instants in UTC, and days with an end that is not part of them', () => {
    const text = icalendar('X', [
      { uid: 'a@b', sequence: 2, changedAt: '2026-11-21T09:30:00.000Z', summary: 's', on: '2026-12-31', untilOn: '2027-01-01' },
      {
        uid: 'c@d',
        sequence: 0,
        changedAt: '2026-11-21T09:30:00+01:00',
        summary: 's',
        startsAt: '2027-03-28T01:30:00+01:00',
        endsAt: '2027-03-28T03:30:00+02:00',
      },
    ]);
    expect(text).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
    expect(text).toContain('DTSTAMP:20261121T083000Z\r\n');
    expect(text).toContain('DTSTART:20270328T003000Z\r\nDTEND:20270328T013000Z\r\n');
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });
});
