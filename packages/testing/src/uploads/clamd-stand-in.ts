import { createServer, type AddressInfo } from 'node:net';
import { EICAR } from './sample.ts';

const MOST = 64 * 1024 * 1024;
/** The bytes of parts that each say their length, once the part of no length has come. */
const streamed = (heard: Buffer): Buffer | null => {
  const parts: Buffer[] = [];
  for (let at = 0; at + 4 <= heard.length;) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
};

/** A clamd of a few lines, for where none is installed: it speaks the same words and knows the antivirus test file only. */
export async function clamdStandIn(
  says = (bytes: Buffer): string => (bytes.includes(EICAR) ? 'stream: Test.Eicar FOUND' : 'stream: OK'),
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on('data', (data) => {
      heard = Buffer.concat([heard, data]);
      if (heard.length > MOST) return socket.destroy();
      if (heard.toString('latin1', 0, 6) === 'zPING\0') return socket.end('PONG\0');
      const bytes = streamed(heard.subarray('zINSTREAM\0'.length));
      return bytes ? socket.end(`${says(bytes)}\0`) : undefined;
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
