// The Redis of the second queue backend: the one named by REDIS_URL, else a local redis-server started for the time of the tests.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../postgres/cluster.mjs';
import { waitUntil } from '../processes.mjs';

/** Whether a Redis answers PING there within two seconds. It may ask for a password: that is an answer too. */
const answers = (port, host = '127.0.0.1') =>
  new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 2000 }, () => socket.write('PING\r\n'));
    const end = (found) => {
      socket.destroy();
      resolve(found);
    };
    socket.once('data', (data) => end(/^(\+PONG|-NOAUTH)/.test(String(data))));
    for (const event of ['error', 'timeout']) socket.once(event, () => end(false));
  });

/**
 * @returns {Promise<{ url: string, stop: () => Promise<void> } | undefined>} undefined where there is no Redis at all
 * @throws when REDIS_URL names one that does not answer: it was asked for, so leaving it out would be a lie
 */
export async function testRedis(environment) {
  if (environment.REDIS_URL) {
    const { hostname, port } = new URL(environment.REDIS_URL);
    if (!(await answers(Number(port || 6379), hostname))) throw new Error(`REDIS_URL: no Redis answers at ${hostname}:${port || 6379}`);
    return { url: environment.REDIS_URL, stop: async () => {} };
  }
  if (spawnSync('redis-server', ['--version']).status !== 0) return undefined;
  const port = await freePort(0);
  const dir = mkdtempSync(join(tmpdir(), 'permanence-redis-'));
  const settings = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--maxmemory-policy',
    'noeviction',
    '--dir',
    dir,
  ];
  const child = spawn('redis-server', settings, { stdio: 'ignore' });
  let up = false;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
    rmSync(dir, { recursive: true, force: true });
  };
  const poll = setInterval(() => void answers(port).then((answered) => (up ||= answered)), 100);
  const started = await waitUntil(() => up, 10_000);
  clearInterval(poll);
  if (started) return { url: `redis://127.0.0.1:${port}`, stop };
  await stop();
  throw new Error('redis-server did not start');
}
