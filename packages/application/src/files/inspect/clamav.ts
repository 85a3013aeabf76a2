import { connect, type Socket } from 'node:net';
import { AppError } from '@permanence/contracts';

const CHUNK = 64 * 1024;
const ANSWER_MS = 60_000;

const scanFailed = (cause?: unknown): AppError =>
  new AppError('scan-failed', { message: 'the antivirus did not answer as expected', cause });

/** One question to clamd, one answer: `stream: OK`, `stream: <name> FOUND`, `PONG`, or an error of its own. */
const ask = (url: URL, write: (socket: Socket) => void): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 3310) });
    let answer = '';
    socket.setTimeout(ANSWER_MS, () => socket.destroy(new Error('no answer in time')));
    socket.once('connect', () => write(socket));
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.once('error', reject);
    socket.once('close', () => resolve(answer.replaceAll('\0', '').trim()));
  });

/** A clamd beside us, over TCP (`tcp://host:3310`). It gets the bytes as they came, before anything is kept. */
export class Clamav {
  private readonly url: URL;
  /** @throws Error when `url` is not tcp:// */
  constructor(url: string) {
    this.url = new URL(url);
    if (this.url.protocol !== 'tcp:') throw new Error('CLAMAV_URL: tcp://host:port expected');
  }
  /** @throws AppError scan-failed when it does not answer: the file is then not taken */
  async isClean(bytes: Buffer): Promise<boolean> {
    let answer: string;
    try {
      answer = await ask(this.url, (socket) => {
        socket.write('zINSTREAM\0');
        for (let at = 0; at < bytes.length; at += CHUNK) {
          const part = bytes.subarray(at, at + CHUNK);
          const length = Buffer.alloc(4);
          length.writeUInt32BE(part.length);
          socket.write(length);
          socket.write(part);
        }
        socket.write(Buffer.alloc(4));
      });
    } catch (cause) {
      throw scanFailed(cause);
    }
    if (answer === 'stream: OK') return true;
    if (answer.endsWith(' FOUND')) return false;
    throw scanFailed(new Error(answer.slice(0, 200)));
  }
  async answers(): Promise<boolean> {
    try {
      return (await ask(this.url, (socket) => socket.write('zPING\0'))) === 'PONG';
    } catch {
      return false;
    }
  }
}
