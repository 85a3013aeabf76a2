import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isBuilt, kindOf } from '../src/spec-files.mjs';
import { untaggedRooms } from '../src/testing/boundaries.mjs';
import { countReport } from '../src/testing/jest-run.mjs';
import { parseOptions } from '../src/testing/options.mjs';
import { summary } from '../src/testing/report.mjs';
import { checkSpecs } from '../src/testing/specs.mjs';
import { removeScratch, scratchFolder, workspace } from './scratch.ts';

function workspaceWith(files: Record<string, string>): string {
  const root = scratchFolder();
  const manifest = JSON.stringify({ scripts: { test: 'jest', 'test-int': 'jest' }, nx: { tags: ['type:rules'] } });
  const config = (pattern: string): string => `export default { testMatch: ['<rootDir>/${pattern}'] };`;
  const base = {
    'apps/.keep': '',
    'packages/rules/package.json': manifest,
    'packages/rules/jest.config.mjs': config('src/**/*.{spec,test}.{ts,tsx}'),
    'packages/rules/jest.int.config.mjs': config('src/**/*.int-spec.ts'),
  };
  for (const [path, content] of Object.entries({ ...base, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}
afterAll(removeScratch);

describe('every spec is run by exactly one target', () => {
  it('in this repository', async () => {
    const { specs, problems } = await checkSpecs(workspace);
    expect(problems).toEqual([]);
    expect(specs.length).toBeGreaterThan(10);
  });
  it('and is known by its kind', async () => {
    const root = workspaceWith({
      'packages/rules/src/a.spec.ts': '',
      'packages/rules/src/deep/b.int-spec.ts': '',
      'packages/rules/src/c.test.tsx': '',
    });
    const { specs, problems } = await checkSpecs(root);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(specs.map(({ path, kind, room }) => [path, `${room} ${kind}`]))).toEqual({
      'packages/rules/src/a.spec.ts': 'rules unit',
      'packages/rules/src/c.test.tsx': 'rules unit',
      'packages/rules/src/deep/b.int-spec.ts': 'rules int',
    });
  });
  it.each([
    ['a suffix no configuration matches', 'packages/rules/src/a.property-spec.ts', /no Jest configuration/],
    ['a folder no configuration matches', 'packages/rules/elsewhere/a.spec.ts', /no Jest configuration/],
    ['a journey in a room without that target', 'packages/rules/src/a.e2e-spec.ts', /no "test-e2e" script/],
    ['a spec outside the rooms', 'prisma/a.spec.ts', /no Jest configuration/],
  ])('else it is named: %s', async (_why, path, problem) => {
    const { problems } = await checkSpecs(workspaceWith({ [path]: '' }));
    expect(problems.join('\n')).toMatch(problem);
    expect(problems.join('\n')).toContain(path);
  });
  it('a spec that two configurations pick up is named too', async () => {
    const second = "export default { testMatch: ['<rootDir>/src/**/*.spec.ts'] };";
    const { problems } = await checkSpecs(
      workspaceWith({ 'packages/rules/jest.slow.config.mjs': second, 'packages/rules/src/a.spec.ts': '' }),
    );
    expect(problems.join()).toContain('jest.config.mjs and packages/rules/jest.slow.config.mjs');
  });
  it('and no spec is built', () => {
    const names = [
      'a.ts',
      'a.tsx',
      'a.d.ts',
      'a.spec.ts',
      'a.int-spec.ts',
      'a.e2e-spec.ts',
      'a.property-spec.ts',
      'a.test.tsx',
      'a.bench.ts',
      'latest.ts',
    ];
    expect(names.filter((name) => isBuilt(name))).toEqual(['a.ts', 'a.tsx', 'latest.ts']);
    expect(names.map((name) => kindOf(name))).toEqual([
      undefined,
      undefined,
      undefined,
      'unit',
      'int',
      'e2e',
      'unit',
      'unit',
      undefined,
      undefined,
    ]);
  });
});

type Run = { kind: string; backend?: string; passed: number; failed: number; seconds: number };

describe('what a report counts', () => {
  const suite = (name: string, tests: number): object => ({
    name,
    status: 'passed',
    message: '',
    assertionResults: Array.from({ length: tests }, () => ({})),
  });
  const report = (changes: object): object => ({
    success: true,
    numPassedTests: 2,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [suite('/a', 2)],
    ...changes,
  });

  it('passed tests', () => expect(countReport(report({}), ['/a'])).toMatchObject({ passed: 2, failed: 0 }));
  it('a spec that did not run as failed', () => expect(countReport(report({}), ['/a', '/b'])).toMatchObject({ passed: 2, failed: 1 }));
  it('a spec without a test as failed', () =>
    expect(countReport(report({ testResults: [suite('/a', 0)] }), ['/a'])).toMatchObject({ failed: 1 }));
  it('skipped tests as failed', () => expect(countReport(report({ numPendingTests: 1 }), ['/a'])).toMatchObject({ failed: 1 }));
  it('a failure outside the tests', () => expect(countReport(report({ success: false }), ['/a'])).toMatchObject({ failed: 1 }));
  it('runs of one kind together, each queue backend apart', () => {
    const run = (kind: string, backend: string | undefined, passed: number, failed = 0): Run => ({
      kind,
      ...(backend ? { backend } : {}),
      passed,
      failed,
      seconds: 1,
    });
    const { table, passed, failed } = summary([
      run('unit', undefined, 3),
      run('unit', undefined, 4),
      run('int', 'PostgreSQL', 5),
      run('int', 'Redis', 5, 1),
    ]);
    expect([passed, failed]).toEqual([17, 1]);
    expect(table.split('\n')).toHaveLength(4);
    expect(table).toMatch(/unit +7 +0/);
    expect(table).toMatch(/int +Redis +5 +1/);
  });
});

describe('the options of npm test', () => {
  it('choose kinds and rooms', () => {
    const { only, rooms } = parseOptions(['--only', 'unit,int', '--room=api'], ['api', 'rules']);
    expect([...only]).toEqual(['unit', 'int']);
    expect([...(rooms ?? [])]).toEqual(['api']);
    expect(parseOptions([], ['api']).rooms).toBeUndefined();
  });
  it.each([[['--only', 'units']], [['--room', 'kitchen']], [['--fast']], [['--only']]])('refuse %j', (args) => {
    expect(() => parseOptions(args, ['api'])).toThrow(/--|option/);
  });
});

describe('the tags of rooms', () => {
  const manifest = (tags: string[]): string => JSON.stringify({ nx: { tags } });
  it.each([
    ['no tag', manifest([])],
    ['a tag no constraint knows', manifest(['type:kitchen'])],
    ['two types', manifest(['type:rules', 'type:app'])],
  ])('%s: the room is named', (_why, content) => {
    expect(untaggedRooms(workspaceWith({ 'packages/rules/package.json': content }), new Set(['type:rules', 'type:app']))).toEqual([
      expect.stringContaining('packages/rules'),
    ]);
  });
  it('one known type: nothing to say', () => expect(untaggedRooms(workspaceWith({}), new Set(['type:rules']))).toEqual([]));
});
