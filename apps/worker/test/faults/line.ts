import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The line between the worker and one of its servers: it can be cut and made slow. */
export interface Line {
  /** The same address, through this line. */
  through(url: string): string;
  cut(): void;
  /** Every packet takes so long, each way. */
  slow(ms: number): void;
  heal(): void;
  close(): Promise<void>;
}

export async function lineTo(url: string, defaultPort: number): Promise<Line> {
  const { hostname, port } = new URL(url);
  let broken = false;
  let delay = 0;
  const open = new Set<Socket>();
  const carry = (from: Socket, to: Socket): void => {
    open.add(from);
    const end = (): void => {
      open.delete(from);
      to.destroy();
    };
    from.setNoDelay(true);
    from.on('data', (chunk) => {
      if (!delay) return void to.write(chunk);
      setTimeout(() => to.writable && to.write(chunk), delay);
    });
    from.on('error', end).on('close', end);
  };
  const server = createServer((near) => {
    if (broken) return void near.destroy();
    const far = connect(Number(port || defaultPort), hostname);
    carry(near, far);
    carry(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const here = (server.address() as AddressInfo).port;
  const drop = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    through: (address) => String(Object.assign(new URL(address), { hostname: '127.0.0.1', port: String(here) })),
    cut: () => {
      broken = true;
      drop();
    },
    slow: (ms) => {
      delay = ms;
    },
    heal: () => {
      broken = false;
      delay = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        drop();
      }),
  };
}
