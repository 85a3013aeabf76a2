import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { LeaseLost, MailFailure, type Mailer, type OutgoingMail } from './mailer.ts';

interface SmtpError extends Error {
  responseCode?: number;
  response?: string;
  code?: string;
}
/** Server's words without addresses: the ledger and the logs keep no personal data. */
const answerOf = (error: SmtpError): string =>
  (error.response || error.code || 'connection failed').replace(/<?[^\s<>]+@[^\s<>]+>?/g, '<address>').slice(0, 300);

/**
 * Hands messages to the server of `url` (`smtp://user:password@host:port`, `smtps://…`). Talks to the server itself instead of through
 * a pool, because only so is it known whether a broken line broke before or after the message began to leave: before the server
 * asks for it, it is surely not sent; afterwards nobody knows.
 */
export function smtpMailer(url: string, timeoutMs = 30_000): Mailer {
  const { auth, ...options } = parseConnectionUrl(url) as ReturnType<typeof parseConnectionUrl> & {
    auth?: { user: string; pass: string };
  };
  const idle: SMTPConnection[] = [];
  let closed = false;

  const open = (): Promise<SMTPConnection> =>
    new Promise((resolve, reject) => {
      const connection = new SMTPConnection({
        ...options,
        connectionTimeout: timeoutMs,
        greetingTimeout: timeoutMs,
        socketTimeout: timeoutMs,
        dnsTimeout: timeoutMs,
      });
      const failed = (error: Error) => {
        connection.close();
        reject(new MailFailure('later', answerOf(error), error));
      };
      connection.once('error', failed);
      connection.once('end', () => failed(new Error('closed')));
      connection.connect((error) => {
        if (error) return failed(error);
        const ready = () => {
          connection.removeAllListeners('error');
          connection.removeAllListeners('end');
          const forget = () => void (idle.includes(connection) && idle.splice(idle.indexOf(connection), 1));
          connection.on('error', forget);
          connection.on('end', forget);
          resolve(connection);
        };
        if (!auth?.user) return ready();
        connection.login({ user: auth.user, pass: auth.pass, credentials: auth } as never, (refused) =>
          refused ? failed(refused) : ready(),
        );
      });
    });

  const hand = (connection: SMTPConnection, mail: OutgoingMail, beforeHandingOver: () => Promise<void>): Promise<string> =>
    new Promise((resolve, reject) => {
      let begun = false;
      let lost: unknown;
      // Read from only once the server has said that it is ready for the message.
      const raw = new Readable({
        read() {
          if (begun || lost) return;
          beforeHandingOver().then(
            () => {
              begun = true;
              this.push(mail.raw);
              this.push(null);
            },
            (error: unknown) => {
              lost = error;
              this.destroy(error as Error);
            },
          );
        },
      });
      connection.send({ from: mail.returnPath ?? addressOf(mail.from), to: [mail.to] }, raw, (error: SmtpError | null, info) => {
        if (!error && info) return resolve(info.response ?? '250');
        connection.close();
        if (lost) return reject(lost instanceof LeaseLost ? lost : new MailFailure('later', 'ledger not reachable', lost));
        const code = error?.responseCode ?? 0;
        if (code >= 500) return reject(new MailFailure('refused', answerOf(error!), error));
        if (code >= 400 || !begun) return reject(new MailFailure('later', answerOf(error!), error));
        reject(new MailFailure('unknown', answerOf(error!), error));
      });
    });

  return {
    async send(mail, beforeHandingOver) {
      if (closed) throw new MailFailure('later', 'closing');
      const kept = idle.pop();
      let connection = kept ?? (await open());
      let answer: string;
      try {
        answer = await hand(connection, mail, beforeHandingOver);
      } catch (error) {
        // A server may have closed a connection that lay idle: surely nothing was sent, and a fresh one tells more.
        if (!kept || !(error instanceof MailFailure) || error.outcome !== 'later' || /^\d/.test(error.answer)) throw error;
        connection = await open();
        answer = await hand(connection, mail, beforeHandingOver);
      }
      if (closed) connection.quit();
      else idle.push(connection);
      return answer;
    },
    close: async () => {
      closed = true;
      for (const connection of idle.splice(0)) connection.quit();
    },
  };
}
const addressOf = (from: string): string => /<([^>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
