import { appendFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** Shares of the messages, of 1, to which each happens; the rest is accepted at once. */
export interface Weather {
  slow?: number;
  later?: number;
  laterAfterData?: number;
  refused?: number;
  cutBeforeData?: number;
  cutAfterData?: number;
  /** Accepted, and the line is closed before the yes is read. */
  cutAfterAccepted?: number;
}
/** What it keeps, a line each, before it says yes: the Message-ID of what it accepted. */
const [file] = process.argv.slice(2) as [string];
writeFileSync(file, '');
let weather: Weather = {};
process.on('message', (message: Weather) => {
  weather = message;
  process.send?.('weather');
});
process.once('disconnect', () => process.exit(0));

// The same fates in the same order each time.
let seed = 20271122;
const chance = (share: number | undefined): boolean => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32 < (share ?? 0);
};
const failure = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });
const cut = (session: { id: string }): void => {
  // smtp-server has no public way to cut one line.
  for (const connection of server.connections as unknown as Set<{ session: { id: string }; _socket: { destroy(): void } }>)
    if (connection.session.id === session.id) connection._socket.destroy();
};
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  logger: false,
  onRcptTo(_address, session, done) {
    if (chance(weather.refused)) return done(failure(550, 'no such mailbox'));
    if (chance(weather.later)) return done(failure(451, 'try again later'));
    if (chance(weather.cutBeforeData)) return cut(session);
    done();
  },
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (chance(weather.cutAfterData)) return cut(session);
      if (chance(weather.laterAfterData)) return done(failure(452, 'no room'));
      const accept = (): void => {
        const id = /^Message-ID:\s*<?([^@\s>]+)/im.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? 'unknown';
        appendFileSync(file, `${id}\n`);
        if (chance(weather.cutAfterAccepted)) return cut(session);
        done(null, 'queued');
      };
      if (chance(weather.slow)) setTimeout(accept, 400);
      else accept();
    });
  },
});
server.on('error', () => undefined); // a line cut, by itself or by a worker that died
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.server.address() as AddressInfo).port }));
