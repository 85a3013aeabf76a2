import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** How the server behaves towards the next messages. */
export type SinkMood = 'accept' | 'refuse-recipient' | 'later' | 'cut-before-data' | 'cut-after-data' | 'silent-after-data';
export interface ReceivedMail {
  to: string;
  raw: Buffer;
  parsed: Email;
}
export interface MailSink {
  url: string;
  received: ReceivedMail[];
  /** Conversations that came as far as the whole message, accepted or not. */
  dataSeen(): number;
  mood(mood: SinkMood): void;
  close(): Promise<void>;
}
const smtpError = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

/** A real mail server on a port of its own, which keeps what it accepts and can misbehave. */
export async function mailSink(): Promise<MailSink> {
  const received: ReceivedMail[] = [];
  let mood: SinkMood = 'accept';
  let seen = 0;
  const cut = (session: { id: string }): void => {
    for (const connection of server.connections as unknown as Set<{ session: { id: string }; _socket: { destroy(): void } }>)
      if (connection.session.id === session.id) connection._socket.destroy();
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo(address, session, done) {
      if (mood === 'refuse-recipient') return done(smtpError(550, `no such mailbox ${address.address}`));
      if (mood === 'later') return done(smtpError(451, 'try again later'));
      if (mood === 'cut-before-data') return cut(session);
      done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        seen += 1;
        if (mood === 'cut-after-data') return cut(session);
        if (mood === 'silent-after-data') return;
        const raw = Buffer.concat(chunks);
        void PostalMime.parse(raw).then((parsed) => {
          received.push({ to: session.envelope.rcptTo.map((r) => r.address).join(','), raw, parsed });
          done(null, `queued as ${received.length}`);
        }, done);
      });
    },
  });
  server.on('error', () => undefined); // a line we cut ourselves
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    dataSeen: () => seen,
    mood: (next) => {
      mood = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const connection of server.connections as unknown as Set<{ _socket: { destroy(): void } }>) connection._socket.destroy();
      }),
  };
}
