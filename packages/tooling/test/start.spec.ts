import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { startApplication, stopApplications } from '../src/start/children.mjs';
import { failedTasks } from '../src/start/nx-output.mjs';
import { choosePort } from '../src/start/ports.mjs';
import { installationSecrets } from '../src/start/secrets.mjs';
import { diskIsFull, explain } from '../src/problem.mjs';
import { isAlive, waitUntil } from '../src/processes.mjs';
import { removeScratch, scratchFolder } from './scratch.ts';

type Child = ReturnType<typeof fork>;
const application = (body: string): string => {
  const file = join(scratchFolder(), 'main.mjs');
  writeFileSync(file, body);
  return file;
};
afterAll(removeScratch);

describe('the port people open', () => {
  const taken = createServer();
  let port = 0;
  beforeAll(async () => {
    taken.listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  afterAll(() => taken.close());

  it('refuses one that was asked for and is taken, with the way out', async () => {
    await expect(choosePort(String(port), '127.0.0.1', () => {})).rejects.toMatchObject({
      code: 'port-taken',
      message: expect.stringContaining(`PORT=${port + 1} npm start`),
    });
  });
  it.each(['abc', '0', '70000', '30.5'])('refuses PORT=%s', async (asked) => {
    await expect(choosePort(asked, '127.0.0.1', () => {})).rejects.toMatchObject({ code: 'port-invalid' });
  });
  it('takes the next free one when none was asked for, and says so', async () => {
    const usual = createServer();
    usual.on('error', () => {}); // already taken on this machine: as good
    usual.listen(3000, '127.0.0.1');
    const said: string[] = [];
    const chosen = await choosePort(undefined, '127.0.0.1', (sentence: string) => said.push(sentence));
    usual.close();
    expect(chosen).toBeGreaterThan(3000);
    expect(said.join()).toContain(String(chosen));
  });
});

describe('the keys of an installation', () => {
  it('are made once and readable by their owner alone', () => {
    const home = scratchFolder();
    const first = installationSecrets(home, {});
    expect(Buffer.from(first.FILES_KEY, 'base64')).toHaveLength(32);
    expect(first.PERMANENCE_SECRET).not.toBe(first.FILES_KEY);
    expect(installationSecrets(home, {})).toEqual(first);
    expect(statSync(join(home, 'secrets.json')).mode & 0o777).toBe(0o600);
  });
  it('given in the environment win and are not written down', () => {
    const home = scratchFolder();
    const secrets = installationSecrets(home, { FILES_KEY: 'mine-and-nobody-else' });
    expect(secrets.FILES_KEY).toBe('mine-and-nobody-else');
    expect(readFileSync(join(home, 'secrets.json'), 'utf8')).not.toContain('mine-and-nobody-else');
  });
});

describe('the applications', () => {
  it('count as started when they say so, and are stopped by SIGTERM', async () => {
    const children: Child[] = [];
    const file = application(
      "process.on('SIGTERM', () => process.exit(0)); process.send({ ready: true, url: 'x' }); setInterval(() => {}, 1000);",
    );
    const { message } = await startApplication('api', file, process.env, (child: Child) => children.push(child));
    expect(message).toMatchObject({ url: 'x' });
    await stopApplications(children);
    expect(children[0]?.exitCode).toBe(0);
  });
  it('that end before they are ready are named', async () => {
    const file = application('process.exit(3);');
    await expect(startApplication('Le serveur (api)', file, process.env, () => {})).rejects.toThrow(/Le serveur \(api\)/);
  });
  it('that do not stop in time are ended', async () => {
    const children: Child[] = [];
    const file = application("process.on('SIGTERM', () => {}); process.send('ready'); setInterval(() => {}, 1000);");
    await startApplication('worker', file, process.env, (child: Child) => children.push(child));
    await stopApplications(children, 200);
    expect(children[0]?.signalCode).toBe('SIGKILL');
  });
  it('stop when their launcher is killed', async () => {
    const file = application("process.send('ready'); setInterval(() => {}, 1000);");
    const launcher = fork(join(import.meta.dirname, 'fixtures/launcher.mjs'), [file], { execArgv: [] });
    const [pid] = (await once(launcher, 'message')) as [number];
    launcher.kill('SIGKILL');
    await expect(waitUntil(() => !isAlive(pid), 5000)).resolves.toBe(true);
  });
});

describe('what the machine refuses', () => {
  it.each([
    [new Error('write ENOSPC'), 'disk-full'],
    [new Error('could not write lock file "postmaster.pid": No space left on device'), 'disk-full'],
    [new Error('EACCES: permission denied, mkdir'), 'permission'],
    [new Error('something else'), 'unexpected'],
  ])('%s', (error, code) => {
    expect(explain(error)).toMatchObject({ code });
  });
  it('keeps the sentence of a problem already explained', () => {
    const problem = diskIsFull('here');
    expect(explain(problem)).toBe(problem);
  });
  it('shows the task that failed in a build, and not the others', () => {
    const output =
      '> nx run rules:build\n\n7 files\n> nx run api:build\n\nENOENT here\n\n NX   Running target build failed\n\nFailed tasks:\n\n- api:build\n';
    expect(failedTasks(output)).toContain('ENOENT here');
    expect(failedTasks(output)).not.toContain('7 files');
  });
});
