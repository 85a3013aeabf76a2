import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MailFailure } from '../mail/mailer.ts';
import { brevoSms } from './brevo-sms.ts';
import { e164 } from './phone.ts';

const sms = { to: '+33612345678', text: 'Une date à retenir : 12/01/2027', reference: 'r-1' };

describe('text messages through a provider', () => {
  let server: Server;
  let url: string;
  let calls: { key: string | undefined; body: unknown }[] = [];
  let answer: { status: number; body: string } | 'cut' = { status: 201, body: '{"messageId":1}' };
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        calls.push({ key: request.headers['api-key'] as string, body: JSON.parse(body) });
        if (answer === 'cut') return void request.socket.destroy();
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3/transactionalSMS/sms`;
  });
  beforeEach(() => {
    calls = [];
    answer = { status: 201, body: '{"messageId":1}' };
  });
  afterAll(() => {
    server.close();
  });
  const sender = (to = url) => brevoSms({ url: to, apiKey: 'k', sender: 'Rappels' }, 2_000);
  const ready = async (): Promise<void> => undefined;

  it('hands over the number, the text and the reminder’s id, and nothing else', async () => {
    expect(await sender().send(sms, ready)).toBe('201 {"messageId":1}');
    const body = {
      sender: 'Rappels',
      recipient: '33612345678',
      content: sms.text,
      type: 'transactional',
      tag: 'r-1',
      unicodeEnabled: true,
    };
    expect(calls).toEqual([{ key: 'k', body }]);
  });
  it.each([
    [400, 'refused'],
    [404, 'refused'],
    [402, 'later'],
    [429, 'later'],
    [503, 'later'],
    [500, 'unknown'],
  ] as const)('%i: %s', async (status, outcome) => {
    answer = { status, body: '{"message":"33612345678 is wrong"}' };
    const failure = await sender()
      .send(sms, ready)
      .catch((error: unknown) => error as MailFailure);
    expect(failure).toMatchObject({ outcome, answer: `${status} {"message":"<number> is wrong"}` });
  });
  it('is in doubt when the line breaks after the request, and surely not sent when nobody answers there', async () => {
    answer = 'cut';
    await expect(sender().send(sms, ready)).rejects.toMatchObject({ outcome: 'unknown' });
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const closed = `http://127.0.0.1:${(gone.address() as AddressInfo).port}/`;
    gone.close();
    await once(gone, 'close');
    await expect(sender(closed).send(sms, ready)).rejects.toMatchObject({ outcome: 'later' });
  });
  it('hands nothing over when the lease was lost', async () => {
    await expect(sender().send(sms, () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    expect(calls).toEqual([]);
  });
  it.each([
    ['06 12 34 56 78', '+33612345678'],
    ['+33 (0)6.12.34.56.78', '+33612345678'],
    ['00213 551 23 45 67', '+213551234567'],
    ['12', null],
    ['chez sa sœur', null],
  ])('reads %s as %s', (typed, number) => {
    expect(e164(typed)).toBe(number);
  });
});
