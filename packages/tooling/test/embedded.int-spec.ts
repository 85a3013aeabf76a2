import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../src/embedded.mjs';
import { embeddedBinaries } from '../src/postgres/binaries.mjs';
import { canEnter, reachableBinaries, serverAccount } from '../src/postgres/place.mjs';
import { isAlive, waitUntil } from '../src/processes.mjs';
import { removeScratch, scratchFolder } from './scratch.ts';

type Answer = { url: string; pid: number; dataDir: string; said: string[]; code?: string; message?: string };
type Sayings = { said: string[]; say: (sentence: string) => number };
const listening = (): Sayings => {
  const said: string[] = [];
  return { said, say: (sentence) => said.push(sentence) };
};
const options = (
  home: string,
  say: (sentence: string) => void = () => {},
): { home: string; throwAway: true; wantedPort: 0; say: typeof say } => ({
  home,
  throwAway: true,
  wantedPort: 0,
  say,
});
const holder = async (home: string, account?: { uid: number; gid: number }): Promise<{ child: ChildProcess; answer: Answer }> => {
  const child = fork(join(import.meta.dirname, 'fixtures/embedded-holder.mjs'), [home], { execArgv: [], ...account });
  const [answer] = (await once(child, 'message')) as [Answer];
  return { child, answer };
};
const query = async <T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
};
const postmaster = (dataDir: string): number => Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
const asRoot = process.getuid?.() === 0;

describe('the embedded PostgreSQL', () => {
  afterAll(removeScratch);

  it('is made at the first start, keeps its data, leaves no lock and no process', async () => {
    const home = join(scratchFolder(), '.data');
    const first = listening();
    let server = await startEmbedded(options(home, first.say));
    expect(first.said.join()).toContain('créée');
    await query(server.url, 'create table kept as select 1 as one');
    const pid = postmaster(server.dataDir);
    await server.stop();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(join(home, 'lock'))).toBe(false);
    const second = listening();
    server = await startEmbedded(options(home, second.say));
    expect(second.said).toEqual([]);
    await expect(query(server.url, 'select one from kept')).resolves.toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('has an owner who is no superuser, French order, and asks everyone for a password', async () => {
    const server = await startEmbedded(options(join(scratchFolder(), '.data')));
    await expect(
      query(server.url, 'select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user'),
    ).resolves.toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: true }]);
    const ordered = await query<{ name: string }>(
      server.url,
      "select name from unnest(array['zoo', 'été', 'eau', 'Étape']) name order by name",
    );
    expect(ordered.map(({ name }) => name)).toEqual(['eau', 'Étape', 'été', 'zoo']);
    const stranger = new URL(server.url);
    stranger.password = 'guess';
    await expect(query(stranger.href, 'select 1')).rejects.toThrow(/password/);
    await server.stop();
  });

  it('refuses a second start on the same folder while the first one runs', async () => {
    const home = join(scratchFolder(), '.data');
    const server = await startEmbedded(options(home));
    await expect(startEmbedded(options(home))).rejects.toMatchObject({ code: 'already-running' });
    await expect(query(server.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('stops by itself when its launcher is killed', async () => {
    const home = join(scratchFolder(), '.data');
    const { child, answer } = await holder(home);
    const pid = postmaster(answer.dataDir);
    child.kill('SIGKILL');
    await expect(waitUntil(() => !isAlive(pid) && !isAlive(answer.pid), 10_000)).resolves.toBe(true);
    expect(existsSync(join(home, 'lock'))).toBe(false);
  });

  it('stops a server that a crash of everything else left behind, and loses nothing', async () => {
    const home = join(scratchFolder(), '.data');
    const { child, answer } = await holder(home);
    await query(answer.url, 'create table kept as select 1 as one');
    const left = postmaster(answer.dataDir);
    process.kill(answer.pid, 'SIGKILL');
    child.kill('SIGKILL');
    await waitUntil(() => !isAlive(answer.pid), 5000);
    expect(isAlive(left)).toBe(true);
    const { said, say } = listening();
    const server = await startEmbedded(options(home, say));
    expect(said.join()).toContain('arrêté proprement');
    expect(isAlive(left)).toBe(false);
    await expect(query(server.url, 'select one from kept')).resolves.toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('recovers from a server that was itself killed', async () => {
    const home = join(scratchFolder(), '.data');
    const server = await startEmbedded({ home, wantedPort: 0 }); // as in real use: what was answered is on the disk
    await query(server.url, 'create table kept as select 1 as one');
    process.kill(postmaster(server.dataDir), 'SIGKILL');
    await expect(server.died).resolves.toMatchObject({ code: 'server-died' });
    const again = await startEmbedded(options(home));
    await expect(query(again.url, 'select one from kept')).resolves.toEqual([{ one: 1 }]);
    await again.stop();
  });

  it('leaves alone a process that merely has the number written in an old pid file', async () => {
    const home = join(scratchFolder(), '.data');
    const server = await startEmbedded(options(home));
    const { dataDir } = server;
    await server.stop();
    const bystander = fork(join(import.meta.dirname, 'fixtures/lock-holder.mjs'), [join(scratchFolder(), 'lock'), String(process.pid)], {
      execArgv: [],
    });
    await once(bystander, 'message');
    writeFileSync(join(dataDir, 'postmaster.pid'), `${bystander.pid}\n${dataDir}\n1\n54329\n\n127.0.0.1\n`);
    const again = await startEmbedded(options(home));
    expect(isAlive(bystander.pid)).toBe(true);
    await again.stop();
    bystander.kill('SIGKILL');
  });

  it('takes another port when its own is taken, and says so', async () => {
    const home = join(scratchFolder(), '.data');
    await (await startEmbedded(options(home))).stop();
    const { port } = JSON.parse(readFileSync(join(home, 'postgres.json'), 'utf8')) as { port: number };
    const taken = createServer().listen(port, '127.0.0.1');
    await once(taken, 'listening');
    const { said, say } = listening();
    const server = await startEmbedded({ home, throwAway: true, say });
    expect(said.join()).toContain(String(port));
    expect(new URL(server.url).port).not.toBe(String(port));
    await server.stop();
    taken.close();
  });

  it('refuses data of another major version, names the way out, and changes nothing', async () => {
    const home = join(scratchFolder(), '.data');
    const server = await startEmbedded(options(home));
    await server.stop();
    const version = join(server.dataDir, 'PG_VERSION');
    const own = readFileSync(version, 'utf8');
    writeFileSync(version, '15\n');
    const before = readdirSync(server.dataDir).sort();
    await expect(startEmbedded(options(home))).rejects.toMatchObject({
      code: 'other-version',
      message: expect.stringContaining('PostgreSQL 15'),
    });
    expect(readdirSync(server.dataDir).sort()).toEqual(before);
    expect(existsSync(join(home, 'lock'))).toBe(false);
    writeFileSync(version, own);
    await (await startEmbedded(options(home))).stop();
  });

  it('starts over a first start that was cut half-way', async () => {
    const home = join(scratchFolder(), '.data');
    for (const half of ['postgres', 'postgres.new']) {
      mkdirSync(join(home, half, 'base'), { recursive: true });
      writeFileSync(join(home, half, 'postgresql.conf'), '');
    }
    const server = await startEmbedded(options(home));
    await expect(query(server.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
    await server.stop();
    expect(readdirSync(home).sort()).toEqual(['postgres', 'postgres.json']);
  });

  it('keeps its passwords readable by their owner alone', async () => {
    const home = join(scratchFolder(), '.data');
    const server = await startEmbedded(options(home));
    await server.stop();
    expect(statSync(join(home, 'postgres.json')).mode & 0o777).toBe(0o600);
    expect(statSync(server.dataDir).mode & 0o777).toBe(0o700);
  });
});

if (asRoot)
  describe('the embedded PostgreSQL started by root', () => {
    const outside: string[] = [];
    afterAll(() => {
      removeScratch();
      for (const folder of outside) rmSync(folder, { recursive: true, force: true });
    });

    it('runs under another account, and keeps its data outside a folder only root may enter, saying where', async () => {
      const home = join(scratchFolder(0o700), '.data');
      const { said, say } = listening();
      const server = await startEmbedded(options(home, say));
      outside.push(join(server.dataDir, '..'));
      expect(server.dataDir.startsWith(home)).toBe(false);
      expect(said.join()).toContain(join(server.dataDir, '..'));
      expect(statSync(server.dataDir).uid).not.toBe(0);
      await query(server.url, 'create table kept as select 1 as one');
      await server.stop();
      const again = await startEmbedded(options(home));
      expect(again.dataDir).toBe(server.dataDir);
      await expect(query(again.url, 'select one from kept')).resolves.toEqual([{ one: 1 }]);
      await again.stop();
    });

    it('takes its data along when the way to it is closed later', async () => {
      const parent = scratchFolder();
      const home = join(parent, '.data');
      const server = await startEmbedded(options(home));
      expect(server.dataDir).toBe(join(home, 'postgres'));
      await query(server.url, 'create table kept as select 1 as one');
      await server.stop();
      chmodSync(parent, 0o700);
      const again = await startEmbedded(options(home));
      outside.push(join(again.dataDir, '..'));
      expect(again.dataDir).not.toBe(server.dataDir);
      await expect(query(again.url, 'select one from kept')).resolves.toEqual([{ one: 1 }]);
      await again.stop();
    });

    it('copies the program, once, to where the other account can run it', () => {
      const { native } = embeddedBinaries();
      const closed = scratchFolder(0o700);
      spawnSync('cp', ['-a', native, closed]);
      const account = serverAccount('/nonexistent');
      expect(canEnter(account, closed)).toBe(false);
      const version = `spec-${process.pid}`;
      const { said, say } = listening();
      const copy = reachableBinaries({ native: join(closed, 'native'), version }, account, say);
      outside.push(copy);
      expect(said.join()).toContain(copy);
      expect(spawnSync(join(copy, 'bin/postgres'), ['--version'], { ...account, cwd: '/' }).status).toBe(0);
      expect(reachableBinaries({ native: join(closed, 'native'), version }, account, say)).toBe(copy);
      expect(said).toHaveLength(1);
    });

    it('runs just as well when an ordinary user starts it, in a folder that only this user may enter', async () => {
      const nobody = { uid: 65_534, gid: 65_534 };
      const folder = scratchFolder(0o700);
      chownSync(folder, nobody.uid, nobody.gid);
      const { child, answer } = await holder(join(folder, '.data'), nobody);
      expect(answer.message).toBeUndefined();
      expect(statSync(answer.dataDir).uid).toBe(nobody.uid);
      await expect(query(answer.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
      child.send('stop');
      await once(child, 'exit');
    });

    // Needs the right to mount, which some containers refuse: there, problems of this kind are held by start.spec.ts alone.
    const mountAt = (folder: string): boolean =>
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=60m,mode=755', 'tmpfs', folder]).status === 0;
    const probe = scratchFolder();
    const mayMount = mountAt(probe);
    if (mayMount) spawnSync('umount', [probe]);
    if (mayMount)
      it('says that the disk is full, and starts once there is room', async () => {
        const mount = scratchFolder();
        mountAt(mount);
        try {
          const home = join(mount, '.data');
          await expect(startEmbedded(options(home))).rejects.toMatchObject({ code: 'disk-full' });
          expect(existsSync(join(home, 'postgres'))).toBe(false);
          spawnSync('mount', ['-o', 'remount,size=400m', mount]);
          const server = await startEmbedded(options(home));
          await query(server.url, 'create table kept as select 1 as one');
          await server.stop();
          spawnSync('sh', ['-c', `dd if=/dev/zero of=${mount}/filler bs=1M count=500 2>/dev/null`]);
          await expect(startEmbedded(options(home))).rejects.toMatchObject({ code: 'disk-full' });
          rmSync(join(mount, 'filler'));
          const again = await startEmbedded(options(home));
          await expect(query(again.url, 'select one from kept')).resolves.toEqual([{ one: 1 }]);
          await again.stop();
        } finally {
          spawnSync('umount', [mount]);
        }
      });
  });
