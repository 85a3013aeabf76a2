import { Temporal } from 'temporal-polyfill';
import { addHours, fixedZone, formatInstant, instantOf, isInstant, localAt, PARIS, parseInstant, zoneOf } from './instant.ts';
import { stride } from '../test/repeats.ts';
import { isoDate } from './iso-date.ts';
import { territoryOf } from './territory.ts';

const at = (text: string) => parseInstant(text)!.at;
const forty = (text: string, zone = PARIS) => {
  const end = addHours(at(text), 48, zone);
  return `${formatInstant(end.at, zone(end.at))}${end.clockChanged ? ' clock changed' : ''}`;
};

describe('instants', () => {
  it('reads an instant with its offset and writes it back', () => {
    expect(parseInstant('2026-12-24T18:40:00+01:00')).toEqual({
      at: Temporal.Instant.from('2026-12-24T17:40:00Z').epochMilliseconds / 60000,
      offset: 60,
      local: { on: '2026-12-24', minutes: 1120 },
    });
    for (const text of [
      '2026-12-24T18:40:00+01:00',
      '2024-02-29T00:00:00-04:00',
      '1969-12-31T23:59:00+05:30',
      '2026-01-01T12:00:00+00:00',
    ]) {
      const read = parseInstant(text)!;
      expect(formatInstant(read.at, read.offset)).toBe(text);
    }
    expect(parseInstant('2026-12-24T18:40Z')).toMatchObject({ offset: 0 });
    expect(at('2026-12-24T18:40:59.999+01:00')).toBe(at('2026-12-24T18:40+01:00'));
  });
  it('refuses what is no instant', () => {
    const bad = [
      '2026-12-24T18:40:00', // no offset
      '2026-02-30T18:40:00+01:00',
      '2026-12-24T24:00:00+01:00',
      '2026-12-24T18:60:00+01:00',
      '2026-12-24T18:40:60+01:00',
      '2026-12-24T18:40:00+15:00',
      '2026-12-24T18:40:00+01:60',
      '2026-12-24 18:40:00+01:00',
      '2026-12-24T18:40:00+01:00 ',
      ' 2026-12-24T18:40:00+01:00',
      '2026-12-24',
      '',
      null,
      5,
    ];
    expect(bad.filter(isInstant)).toEqual([]);
    expect(isInstant('2026-12-24T23:59:59+14:59')).toBe(true);
  });
  it('keeps the mainland clock as Temporal does, hour by hour around every change from 1997 to 2060', () => {
    const wrong: string[] = [];
    for (let year = 1997; year <= 2060; year += Math.ceil(stride / 5))
      for (const month of [3, 10])
        for (
          let n = 0, hour = Temporal.ZonedDateTime.from({ year, month, day: 24, timeZone: 'UTC' });
          n < 9 * 24;
          n += stride, hour = hour.add({ hours: stride })
        ) {
          const offset = hour.withTimeZone('Europe/Paris').offsetNanoseconds / 6e10;
          if (PARIS(hour.epochMilliseconds / 60000) !== offset) wrong.push(hour.toString());
        }
    expect(wrong).toEqual([]);
  });
  it('keeps the overseas clocks as Temporal does', () => {
    const zones = {
      971: 'America/Guadeloupe',
      972: 'America/Martinique',
      973: 'America/Cayenne',
      974: 'Indian/Reunion',
      975: 'America/Miquelon',
      976: 'Indian/Mayotte',
      977: 'America/St_Barthelemy',
      978: 'America/Marigot',
      984: 'Indian/Kerguelen',
      986: 'Pacific/Wallis',
      987: 'Pacific/Tahiti',
      988: 'Pacific/Noumea',
      67: 'Europe/Paris',
    };
    for (const [code, name] of Object.entries(zones)) {
      const zone = zoneOf(territoryOf(code));
      for (
        let day = Temporal.ZonedDateTime.from(`2024-01-01T04:30[UTC]`), n = 0;
        n < 900;
        n += stride, day = day.add({ hours: 23 * stride })
      )
        expect([code, day.toString(), zone(day.epochMilliseconds / 60000)]).toEqual([
          code,
          day.toString(),
          day.withTimeZone(name).offsetNanoseconds / 6e10,
        ]);
    }
    expect(zoneOf('clipperton')(0)).toBe(-480);
  });
  it('changes the mainland clock to the minute, on the last Sunday of March and of October', () => {
    const around = (change: string) => [PARIS(at(change) - 1), PARIS(at(change))];
    // 31 March 2024 and 31 October 2027 are Sundays themselves; 25 October 2026 is the earliest a last Sunday can be.
    for (const on of ['2024-03-31', '2026-03-29', '2027-03-28']) expect([on, around(`${on}T01:00Z`)]).toEqual([on, [60, 120]]);
    for (const on of ['2024-10-27', '2026-10-25', '2027-10-31']) expect([on, around(`${on}T01:00Z`)]).toEqual([on, [120, 60]]);
    expect(['2026-01-01T00:00Z', '2026-12-31T23:59Z', '2026-07-01T12:00Z'].map((text) => PARIS(at(text)))).toEqual([60, 60, 120]);
  });
  it('changes the clock of Saint-Pierre on the Sundays of Canada', () => {
    const zone = zoneOf('saint-pierre-et-miquelon');
    const around = (change: string) => [zone(at(change) - 1), zone(at(change))];
    for (const on of ['2026-03-08', '2027-03-14', '2028-03-12']) expect([on, around(`${on}T05:00Z`)]).toEqual([on, [-180, -120]]);
    for (const on of ['2026-11-01', '2027-11-07', '2028-11-05']) expect([on, around(`${on}T04:00Z`)]).toEqual([on, [-120, -180]]);
  });
  it('reads the last minute of a day and the widest offsets', () => {
    expect(parseInstant('2026-12-24T23:59:59-14:00')).toEqual({
      at: at('2026-12-25T13:59Z'),
      offset: -840,
      local: { on: '2026-12-24', minutes: 1439 },
    });
    expect(parseInstant('2026-12-24T00:00+00:00')).toEqual({
      at: at('2026-12-24T00:00Z'),
      offset: 0,
      local: { on: '2026-12-24', minutes: 0 },
    });
    for (const bad of ['x2026-12-24T18:40:00+01:00', '2026-12-24T18:40:00+01:00x', ['2026-12-24T18:40:00+01:00']])
      expect([bad, isInstant(bad)]).toEqual([bad, false]);
    for (const good of ['2026-12-24T18:40:00.1+01:00', '2026-12-24T18:40:00.123456789+01:00'])
      expect([good, isInstant(good)]).toEqual([good, true]);
  });
  it('has the same clock at the very minute of each change, and on a clock far from UTC', () => {
    const zone = zoneOf('saint-pierre-et-miquelon');
    // 1 March 2026 is itself a Sunday: the second one is the 8th. 1 November 2026 is the first.
    expect(['2026-03-01T12:00Z', '2026-03-07T12:00Z', '2026-03-15T12:00Z', '2026-11-08T12:00Z'].map((text) => zone(at(text)))).toEqual([
      -180, -180, -120, -180,
    ]);
    const show = (hour: number, minute: number) => instantOf({ on: isoDate('2026-10-25'), minutes: hour * 60 + minute }, PARIS);
    expect([show(2, 0), show(2, 59), show(1, 59), show(3, 0)]).toEqual(
      ['2026-10-25T00:00Z', '2026-10-25T00:59Z', '2026-10-24T23:59Z', '2026-10-25T02:00Z'].map(at),
    );
  });
  it('changes the clock of Saint-Pierre to the minute', () => {
    const zone = zoneOf('saint-pierre-et-miquelon');
    expect([at('2026-03-08T04:59Z'), at('2026-03-08T05:00Z'), at('2026-11-01T03:59Z'), at('2026-11-01T04:00Z')].map(zone)).toEqual([
      -180, -120, -120, -180,
    ]);
  });
  it('finds the instant a clock shows, on both sides of each change', () => {
    const show = (on: string, hour: number) => formatInstant(instantOf({ on: isoDate(on), minutes: hour * 60 }, PARIS), 0);
    expect(show('2026-03-28', 12)).toBe('2026-03-28T11:00:00+00:00');
    expect(show('2026-03-29', 12)).toBe('2026-03-29T10:00:00+00:00');
    expect(show('2026-10-25', 1)).toBe('2026-10-24T23:00:00+00:00');
    expect(show('2026-10-25', 2)).toBe('2026-10-25T00:00:00+00:00'); // shown twice: the first
    expect(show('2026-10-25', 3)).toBe('2026-10-25T02:00:00+00:00');
    expect(show('2026-03-29', 2)).toBe('2026-03-29T01:00:00+00:00'); // never shown
  });
  it('ends 48 hours later to the minute, and keeps the earlier reading when the clock changes', () => {
    expect(forty('2004-09-17T16:00:00+02:00')).toBe('2004-09-19T16:00:00+02:00');
    // Clocks go forward on 29 March 2026: 48 hours by the clock are 47 elapsed.
    expect(forty('2026-03-28T10:15:00+01:00')).toBe('2026-03-30T10:15:00+02:00 clock changed');
    // Clocks go back on 25 October 2026: 48 elapsed hours end one hour earlier by the clock.
    expect(forty('2026-10-24T10:15:00+02:00')).toBe('2026-10-26T09:15:00+01:00 clock changed');
    expect(forty('2026-10-24T10:15:00+02:00', fixedZone(2))).toBe('2026-10-26T10:15:00+02:00');
    expect(forty('2026-12-30T23:59:00+01:00')).toBe('2027-01-01T23:59:00+01:00');
  });
  it('reads the day on another clock', () => {
    expect(localAt(at('2026-10-24T23:30:00+02:00'), 240)).toEqual({ on: '2026-10-25', minutes: 90 });
    expect(localAt(at('1969-12-31T23:30:00Z'), -240)).toEqual({ on: '1969-12-31', minutes: 19 * 60 + 30 });
  });
});
