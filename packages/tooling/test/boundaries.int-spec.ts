import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { rooms } from './rooms.ts';
import { removeScratch, scratchFolder, workspace } from './scratch.ts';

/** The workspace with its real configuration and rooms, each room empty but for what the test puts there. */
function emptyRooms(): string {
  const copy = scratchFolder();
  for (const file of ['package.json', 'package-lock.json', 'nx.json', 'eslint.config.mjs', 'tsconfig.base.json', '.swcrc'])
    cpSync(join(workspace, file), join(copy, file));
  // The packages are those of the workspace; the rooms among them are those of the copy, as npm links them.
  mkdirSync(join(copy, 'node_modules/@permanence'), { recursive: true });
  const packages = readdirSync(join(workspace, 'node_modules')).filter((name) => name !== '@permanence');
  for (const name of packages) symlinkSync(join(workspace, 'node_modules', name), join(copy, 'node_modules', name));
  for (const { name, folder } of rooms()) symlinkSync(join(copy, folder), join(copy, 'node_modules/@permanence', name));
  for (const { folder } of rooms()) write(copy, `${folder}/package.json`, readFileSync(join(workspace, folder, 'package.json'), 'utf8'));
  spawnSync('git', ['init', '--quiet'], { cwd: copy });
  return copy;
}
function write(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
/** Lints the rooms as `npm test` does. */
function lint(root: string, names: string[]): { status: number | null; output: string } {
  const args = [
    'node_modules/nx/dist/bin/nx.js',
    'run-many',
    '-t',
    'lint',
    `--projects=${names.join(',')}`,
    '--outputStyle=static',
    '--skip-nx-cache',
  ];
  const env = {
    ...process.env,
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    NX_TUI: 'false',
    NX_WORKSPACE_DATA_DIRECTORY: join(root, '.nx/data'),
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env });
  return { status, output: stripVTControlCharacters(stdout + stderr) };
}

const forbidden = [
  {
    room: 'packages/rules',
    name: 'another-room',
    content: "import { rows } from '@permanence/persistence';\nexport const seen = rows;\n",
    rule: 'Circular dependency between "rules" and "persistence"', // how the same rule words it here
  },
  {
    room: 'packages/rules',
    name: 'a-package',
    content: "import { z } from 'zod';\nexport const seen = z;\n",
    rule: '@nx/enforce-module-boundaries',
  },
  {
    room: 'packages/rules',
    name: 'node',
    content: "import { readFileSync } from 'node:fs';\nexport const seen = readFileSync;\n",
    rule: 'no-restricted-imports',
  },
  { room: 'packages/rules', name: 'the-clock', content: 'export const now = new Date();\n', rule: 'no-restricted-globals' },
  {
    room: 'packages/application',
    name: 'prisma',
    content: "import { PrismaClient } from '@prisma/client';\nexport const seen = PrismaClient;\n",
    rule: '@nx/enforce-module-boundaries',
  },
  {
    room: 'packages/application',
    name: 'the-environment',
    content: 'export const url = process.env.DATABASE_URL;\n',
    rule: 'no-restricted-syntax',
  },
  {
    room: 'apps/api',
    name: 'a-queue',
    content: "import { Queue } from 'bullmq';\nexport const seen = Queue;\n",
    rule: '@nx/enforce-module-boundaries',
  },
  {
    room: 'apps/backoffice',
    name: 'the-database',
    content: "import { rows } from '@permanence/persistence';\nexport const seen = rows;\n",
    rule: '@nx/enforce-module-boundaries',
  },
];

describe('the boundaries between rooms', () => {
  let allowed: ReturnType<typeof lint>;
  let refused: ReturnType<typeof lint>;
  beforeAll(() => {
    const root = emptyRooms();
    write(root, 'packages/persistence/src/index.ts', 'export const rows = 1;\n');
    write(root, 'packages/application/src/allowed.ts', "import { rows } from '@permanence/persistence';\nexport const seen = rows;\n");
    allowed = lint(root, ['application']);
    for (const { room, name, content } of forbidden) write(root, `${room}/src/${name}.ts`, content);
    refused = lint(root, ['rules', 'application', 'api', 'backoffice']);
  });
  afterAll(removeScratch);

  it('let pass what the table allows', () => expect(allowed).toMatchObject({ status: 0 }));
  it('are errors', () => expect(refused.status).not.toBe(0));
  it.each(forbidden)('stop $name in $room', ({ room, name, rule }) => {
    // ESLint writes the path of a file, then its findings, up to the next path or the total.
    const [, findings = ''] = refused.output.split(`${room}/src/${name}.ts\n`);
    expect(findings.split(/\n\n(?=\/)|✖/)[0]).toMatch(new RegExp(`error [^]*${rule}`));
  });
});
