import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAX_FILE_BYTES } from '@permanence/contracts';
import { aPdf, aPng, clamdStandIn, EICAR } from '@permanence/testing';
import { cleanFileName } from './file-name.ts';
import { fileChecks } from './file-checks.ts';
import { LookingPool } from './pool.ts';

const file = (bytes: Buffer, originalName = 'bail.pdf') => ({ bytes, originalName, declaredType: '' });
describe('what stands between a file and the storage', () => {
  it('refuses an empty file and one byte too many, without a process for them', async () => {
    const checks = fileChecks();
    await expect(checks.check(file(Buffer.alloc(0)))).rejects.toMatchObject({
      code: 'file-refused',
      problems: [{ field: 'file', message: 'Ce fichier est vide.' }],
    });
    await expect(checks.check(file(Buffer.alloc(MAX_FILE_BYTES + 1)))).rejects.toMatchObject({ code: 'file-too-large' });
  });
  it('takes, refuses, and tells the administrator that there is no antivirus', async () => {
    const checks = fileChecks();
    try {
      await expect(checks.check(file(aPdf()))).resolves.toMatchObject({ mediaType: 'application/pdf', pages: 1, name: 'bail.pdf' });
      await expect(checks.check(file(Buffer.from('<svg/>'), 'a.png'))).rejects.toMatchObject({ code: 'file-refused' });
      await expect(checks.antivirus()).resolves.toBe('absent');
    } finally {
      checks.close();
    }
  });
});

describe('the antivirus', () => {
  it('sees every byte as it came, and what it recognises is refused', async () => {
    const { url, stop } = await clamdStandIn();
    const checks = fileChecks({ clamavUrl: url });
    try {
      await expect(checks.antivirus()).resolves.toBe('up');
      await expect(checks.check(file(aPdf()))).resolves.toMatchObject({ pages: 1 });
      await expect(checks.check(file(aPdf({ objects: [`<< >>\n%${EICAR}`] })))).rejects.toMatchObject({
        code: 'file-refused',
        problems: [{ field: 'file', message: expect.stringMatching(/antivirus/) }],
      });
    } finally {
      checks.close();
      await stop();
    }
  });
  it.each([
    ['an error', 'INSTREAM size limit exceeded. ERROR'],
    ['nothing', ''],
  ])('that answers %s, or not at all, refuses', async (_, answer) => {
    const { url, stop } = await clamdStandIn(() => answer);
    const checks = fileChecks({ clamavUrl: url });
    try {
      await expect(checks.check(file(aPdf()))).rejects.toMatchObject({ code: 'scan-failed' });
      await stop();
      await expect(checks.check(file(aPdf()))).rejects.toMatchObject({ code: 'scan-failed' });
      await expect(checks.antivirus()).resolves.toBe('down');
    } finally {
      checks.close();
    }
  });
});

describe('the processes that look', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'permanence-pool-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  /** A process that does what the file says: die, hang, take memory, write to a disk, show its environment. */
  const obedient = async (): Promise<string> => {
    const path = join(folder, 'obedient.mjs');
    await writeFile(
      path,
      `import { writeFileSync } from 'node:fs';
       process.on('message', ({ id, bytes }) => {
         const order = Buffer.from(bytes).toString();
         const answer = (text) => process.send({ id, looked: { refused: text } });
         if (order === 'die') process.exit(1);
         else if (order === 'hang') for (;;);
         else if (order === 'eat') { const kept = []; for (let i = 0; i < 64; i++) kept.push(Buffer.alloc(64 * 1024 * 1024, 1)); answer('ate ' + kept.length); }
         else if (order === 'write') { try { writeFileSync(${JSON.stringify(join(folder, 'written'))}, 'clear'); answer('wrote'); } catch (e) { answer(e.code); } }
         else if (order === 'env') answer(Object.keys(process.env).filter((n) => !n.startsWith('NODE_CHANNEL')).sort().join(' '));
         else answer(String(process.pid));
       });
       process.on('disconnect', () => process.exit(0));
       process.send({ ready: true });`,
    );
    return path;
  };
  const say = async (pool: LookingPool, order: string): Promise<string> => {
    const looked = await pool.look(file(Buffer.from(order)));
    return 'refused' in looked ? looked.refused : 'taken';
  };
  it.each(['die', 'hang', 'eat'])('a file that makes one %s is refused; the next gets a fresh process', async (order) => {
    const pool = new LookingPool({ processes: 1, timeMs: order === 'hang' ? 500 : 30_000, memory: 400 * 1024 * 1024 }, await obedient());
    try {
      const first = await say(pool, 'pid');
      expect(await say(pool, order)).toMatch(/trop de mémoire ou de temps/);
      const second = await say(pool, 'pid');
      expect(second).toMatch(/^\d+$/);
      expect(second).not.toBe(first);
    } finally {
      pool.close();
    }
  });
  it('know neither keys nor addresses, and none writes to a disk', async () => {
    const pool = new LookingPool({ processes: 1 }, await obedient());
    try {
      const names = (await say(pool, 'env')).split(' ');
      expect(
        names.filter(
          (name) => !['NODE_NO_WARNINGS', 'PWD', 'OLDPWD', 'SHLVL', '_', 'TSX_DISABLE_CACHE', 'VIPS_DISC_THRESHOLD'].includes(name),
        ),
      ).toEqual([]);
      expect(await say(pool, 'write')).not.toBe('wrote');
    } finally {
      pool.close();
    }
  });
  it('work side by side, each renewed after a number of files', async () => {
    const pool = new LookingPool({ processes: 2, filesPerProcess: 3 }, await obedient());
    try {
      const pids = await Promise.all(Array.from({ length: 12 }, () => say(pool, 'pid')));
      const counts = [...new Set(pids)].map((pid) => pids.filter((one) => one === pid).length);
      expect(Math.max(...counts)).toBe(3);
    } finally {
      pool.close();
    }
  });
  it('that cannot start are no fault of the file', async () => {
    const pool = new LookingPool({}, join(folder, 'absent.mjs'));
    await expect(pool.look(file(aPng()))).rejects.toMatchObject({ code: 'unavailable' });
    pool.close();
  });
});

describe('the name kept', () => {
  it.each([
    ['C:\\Users\\x\\bail.pdf', 'bail.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['attestation\u202Efdp.exe', 'attestationfdp.pdf'],
    ['شهادة عمل – été.pdf', 'شهادة عمل – été.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    ['BAIL.PDF', 'BAIL.PDF'],
    ['', 'fichier.pdf'],
    ['.pdf', 'fichier.pdf'],
  ])('%j becomes %j', (given, kept) => {
    expect(cleanFileName(given, 'application/pdf')).toBe(kept);
  });
  it('says what the file is now: a HEIC kept as JPEG ends in .jpg', () => {
    expect(cleanFileName('IMG_0001.HEIC', 'image/jpeg')).toBe('IMG_0001.jpg');
  });
  it('is cut, its extension kept, without cutting a character in two', () => {
    expect(cleanFileName(`${'😀'.repeat(200)}.pdf`, 'application/pdf')).toBe(`${'😀'.repeat(120)}.pdf`);
  });
});
