import { client, signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import ICAL from 'ical.js';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';
import { loggedPath } from '../create-app.ts';

interface Entry {
  [name: string]: string;
}
/** A reader of RFC 5545 that shares no code with the writer, and refuses what the RFC refuses. */
function parse(text: string): { calendar: Entry; events: Entry[] } {
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const physical of text.split('\r\n')) expect(Buffer.byteLength(physical, 'utf8')).toBeLessThanOrEqual(75);
  const lines = text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
  const calendar: Entry = {};
  const events: Entry[] = [];
  let inside: Entry | null = null;
  lines.forEach((line, i) => {
    const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^;:,"]+)*):(.*)$/.exec(line);
    if (!match) throw new Error(`not a content line: ${line}`);
    // A match holds its groups; its type does not say how many.
    const [, name, parameters, value] = match as unknown as [string, string, string, string];
    if (name === 'BEGIN' && value === 'VEVENT') inside = {};
    else if (name === 'END' && value === 'VEVENT') {
      events.push(inside!);
      inside = null;
    } else if (name === 'BEGIN') expect([i, value]).toEqual([0, 'VCALENDAR']);
    else if (name === 'END') expect([i, value]).toEqual([lines.length - 1, 'VCALENDAR']);
    else {
      const target = inside ?? calendar;
      // Once at most, each of those we write.
      if (Object.hasOwn(target, name)) throw new Error(`${name} twice`);
      expect(value).not.toMatch(/(^|[^\\])(\\\\)*[;,]/);
      target[name] = value.replace(/\\([\\;,nN])/g, (_, c: string) => (c.toLowerCase() === 'n' ? '\n' : c));
      if (parameters) target[`${name}${parameters}`] = value;
    }
  });
  expect(calendar).toMatchObject({ VERSION: '2.0', CALSCALE: 'GREGORIAN', METHOD: 'PUBLISH' });
  expect(calendar['PRODID']).toMatch(/^-\/\//);
  expect(new Set(events.map((e) => e['UID'])).size).toBe(events.length);
  for (const event of events) {
    expect(event['DTSTAMP']).toMatch(/^\d{8}T\d{6}Z$/);
    expect(event['SEQUENCE']).toMatch(/^\d+$/);
    const whole = event['DTSTART;VALUE=DATE'];
    expect(event['DTSTART']).toMatch(whole ? /^\d{8}$/ : /^\d{8}T\d{6}Z$/);
    expect(event['DTEND']! > event['DTSTART']!).toBe(true);
  }
  return { calendar, events };
}

const REFUSAL = { decisionOn: '2026-11-10', notifiedOn: '2026-11-16', facts: { paper: 'permit-refusal', departement: '69' } };

describe('the private calendar', () => {
  let server: TestServer;
  let here: TestAssociation;
  let volunteer: Agent;
  let other: Agent;
  beforeAll(async () => {
    server = await testServer();
    [here] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
    other = await signedIn(server.http, here.users['other-volunteer'].email);
  });
  afterAll(() => server.close());

  const make = async (agent: Agent): Promise<string> => {
    const { url } = (await agent.post('/api/calendar-feed').expect(201)).body as { url: string };
    expect(url).toMatch(/^http:\/\/[^/]+\/api\/calendar\/[\w-]{43}\.ics$/);
    return new URL(url).pathname;
  };
  const read = async (path: string) => {
    const response = await client(server.http).get(path).expect(200);
    expect(response.headers['content-type']).toBe('text/calendar; charset=utf-8');
    return { text: response.text, ...parse(response.text) };
  };

  it('shows limits and appointments of one’s dossiers, without a name nor a place, and keeps each under its own id', async () => {
    const person = { givenName: 'Zénobie', familyName: 'Confidentielle', notADuplicate: true };
    const personId = (await volunteer.post('/api/persons').send(person).expect(201)).body.id as string;
    const dossier = (await volunteer.post('/api/dossiers').send({ personId }).expect(201)).body;
    const decision = (await volunteer.post(`/api/dossiers/${dossier.id}/decisions`).send(REFUSAL).expect(201)).body;
    const order = {
      decisionOn: '2026-11-20',
      notifiedAt: '2026-11-20T18:40:00+01:00',
      facts: { paper: 'oqtf', departement: '69', measure: 'detention' },
    };
    await volunteer.post(`/api/dossiers/${dossier.id}/decisions`).send(order).expect(201);
    const appointment = {
      personId,
      dossierId: dossier.id,
      kind: 'prefecture',
      startsAt: '2026-12-01T10:00:00+01:00',
      place: 'Préfecture, guichet 4',
    };
    await volunteer.post('/api/appointments').send(appointment).expect(201);
    const far = { ...appointment, startsAt: '2027-06-01T10:00:00+02:00' };
    await volunteer.post('/api/appointments').send(far).expect(201);

    const path = await make(volunteer);
    const before = await read(path);
    const title = (what: string) => `Dossier ${dossier.reference} : ${what}`;
    expect(before.events.map((e) => [e['SUMMARY'], e['DTSTART'], e['DTEND']])).toEqual([
      [title('échéance'), '20270115', '20270116'],
      [title('échéance'), '20261122T164000Z', '20261122T174000Z'],
      [title('rendez-vous'), '20261201T090000Z', '20261201T100000Z'],
    ]);
    expect(before.text).not.toMatch(/Zénobie|Confidentielle|guichet|refus|retention/i);
    // Read again, nothing has moved.
    expect((await read(path)).text).toBe(before.text);
    const moved = { ...REFUSAL, version: decision.version, notifiedOn: '2026-11-18' };
    await volunteer.patch(`/api/decisions/${decision.id}`).send(moved).expect(200);
    const after = await read(path);
    const was = before.events[0]!;
    const is = after.events.find((e) => e['UID'] === was['UID']);
    expect(is!['DTSTART']).toBe('20270118');
    expect(Number(is!['SEQUENCE'])).toBeGreaterThan(Number(was['SEQUENCE']));
    // A colleague's calendar does not have it.
    expect((await read(await make(other))).events).toEqual([]);
  });

  it('is read by the engine of a real calendar program, with the hours of the place through the change of clocks', async () => {
    const personId = (
      await volunteer.post('/api/persons').send({ givenName: 'Ada', familyName: 'Horaire', notADuplicate: true }).expect(201)
    ).body.id as string;
    const dossier = (await volunteer.post('/api/dossiers').send({ personId }).expect(201)).body;
    const decision = (await volunteer.post(`/api/dossiers/${dossier.id}/decisions`).send(REFUSAL).expect(201)).body;
    // Before and after the last Sunday of March: 10:00 in Paris is 9:00 then 8:00 in UTC.
    for (const startsAt of ['2027-03-27T10:00:00+01:00', '2027-03-29T10:00:00+02:00'])
      await volunteer
        .post('/api/appointments')
        .send({ personId, dossierId: dossier.id, kind: 'ofii', startsAt, place: 'OFII, salle 2' })
        .expect(201);
    const path = await make(volunteer);
    const events = async () => {
      const calendar = new ICAL.Component(ICAL.parse((await read(path)).text));
      // No event leans on a zone that the calendar would have to describe.
      expect(calendar.getAllSubcomponents('vtimezone')).toEqual([]);
      return calendar.getAllSubcomponents('vevent').map((component) => {
        const event = new ICAL.Event(component);
        expect(event.startDate.zone?.tzid).toBe(event.startDate.isDate ? 'floating' : 'UTC');
        const next = new ICAL.RecurExpansion({ component, dtstart: event.startDate }).next();
        // Expanded, an event is itself and nothing else.
        expect(next?.toString() ?? event.startDate.toString()).toBe(event.startDate.toString());
        expect(event.isRecurring()).toBe(false);
        const at = event.startDate.isDate ? event.startDate.toString() : event.startDate.toJSDate().toISOString();
        return { uid: event.uid, sequence: event.sequence, summary: event.summary, at, hours: event.duration.toSeconds() / 3600 };
      });
    };
    const mine = (list: Awaited<ReturnType<typeof events>>) => list.filter(({ summary }) => summary.includes(dossier.reference));
    const before = mine(await events());
    expect(before.map(({ at, hours }) => [at, hours])).toEqual([
      ['2027-01-15', 24],
      ['2027-03-27T09:00:00.000Z', 1],
      ['2027-03-29T08:00:00.000Z', 1],
    ]);
    expect(mine(await events())).toEqual(before);
    const moved = { ...REFUSAL, version: decision.version, notifiedOn: '2026-11-18' };
    await volunteer.patch(`/api/decisions/${decision.id}`).send(moved).expect(200);
    const [now] = mine(await events());
    expect(now).toMatchObject({ uid: before[0]!.uid, at: '2027-01-18' });
    expect(now!.sequence).toBeGreaterThan(before[0]!.sequence);
  });

  it('ends with a new address, a revocation or a disabled account, and a guess opens nothing', async () => {
    const first = await make(volunteer);
    const second = await make(volunteer);
    expect((await volunteer.get('/api/calendar-feed').expect(200)).body).toMatchObject({ active: true });
    const anyone = client(server.http);
    await anyone.get(first).expect(404);
    await anyone.get(second).expect(200);
    await anyone.get('/api/calendar/abc.ics').expect(404);
    await server.db.asSuperuser('update app_user set disabled_at = now() where id = $1', [here.users.volunteer.id]);
    await anyone.get(second).expect(404);
    await server.db.asSuperuser('update app_user set disabled_at = null where id = $1', [here.users.volunteer.id]);
    await anyone.get(second).expect(200);
    await volunteer.delete('/api/calendar-feed').expect(204);
    await anyone.get(second).expect(404);
    expect((await volunteer.get('/api/calendar-feed').expect(200)).body).toEqual({ active: false, createdAt: null });
  });

  it('keeps no secret, neither in the database nor in the log', async () => {
    const path = await make(volunteer);
    const secret = /([\w-]{43})\.ics$/.exec(path)![1]!;
    const [row] = await server.db.asSuperuser<{ kept: string }>("select string_agg(f::text, ' ') as kept from calendar_feed f");
    expect(row!.kept).not.toContain(secret);
    const [audit] = await server.db.asSuperuser<{ kept: string }>("select string_agg(a::text, ' ') as kept from audit_event a");
    expect(audit!.kept).toContain('calendar-feed.made');
    expect(audit!.kept).not.toContain(secret);
    for (const url of [path, path.slice(4), `${path}?x=1`]) {
      expect(loggedPath(url)).not.toContain(secret);
      expect(loggedPath(url)).toMatch(/\/calendar\/\[secret\]$/);
    }
    expect(loggedPath('/api/calendar-feed?x')).toBe('/api/calendar-feed');
  });
});
