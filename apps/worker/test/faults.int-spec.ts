import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ON_REDIS } from './backend.ts';

const workspace = join(fileURLToPath(import.meta.url), '../../../..');
const command = (args: string[]): Promise<{ code: number | null; output: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['packages/tooling/src/faults.mjs', 'reminders', ...args], { cwd: workspace });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += String(chunk)));
    child.once('close', (code) => resolve({ code, output }));
  });

/** A small part of what `npm run faults -- reminders` does. */
describe('a worker killed between the yes of the mail server and its own commit', () => {
  it('leaves a doubt, sends nothing twice and loses nothing', async () => {
    const backend = ON_REDIS ? 'redis' : 'postgres';
    const { code, output } = await command(['--only', 'after 250', '--notices', '12', '--backend', backend]);
    const last = output.trim().split('\n').at(-1)!;
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
    const told = JSON.parse(last) as { inDoubt: number };
    expect(told).toMatchObject({ notices: 12, lost: 0, doubled: 0 });
    expect(told.inDoubt).toBeGreaterThan(0);
  }, 600_000);
});
