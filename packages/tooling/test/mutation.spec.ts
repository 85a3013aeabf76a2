import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { count, survivors } from '../src/mutation/report.mjs';
import { scopes } from '../src/mutation/scopes.mjs';
import { removeScratch, scratchFolder, workspace } from './scratch.ts';

afterAll(removeScratch);

/** A room of one source: what is planted in it, and what must come of it. */
const source = `
const COUPLE: readonly string[] = ['married', 'pacs'];
let kept: number | undefined;
const counted = (): number => (kept ??= COUPLE.length * 10);
export const isAdult = (age: number): boolean => age >= 18;
export const isCouple = (relation: string): boolean => COUPLE.includes(relation);
export const weight = (): number => counted();
export const smaller = (a: number, b: number): number => (a < b ? a : b);
export const sum = (n: number): number => {
  let total = 0;
  for (let i = 0; i < n; i++) total += i;
  return total;
};
export const never = (): string => 'run';
`;
const spec = `
import { isAdult, isCouple, smaller, sum, weight } from './person.ts';
let ready = false;
describe('a person', () => {
  beforeEach(() => { ready = true; });
  it.each([[17, false], [18, true]])('of %d years: adult %s', (age, adult) => expect(isAdult(age)).toBe(adult));
  it('has a weight, asked first by a test that does not look at it', () => { weight(); });
  it('has a weight', async () => { expect(ready).toBe(true); expect(await Promise.resolve(weight())).toBe(20); });
  it('may be married or not', () => expect(['married', 'pacs', 'none'].map(isCouple)).toEqual([true, true, false]));
  it('has a smaller number', () => expect([smaller(1, 2), smaller(2, 1), smaller(1, 1)]).toEqual([1, 1, 1]));
  it('has a sum', () => expect(sum(4)).toBe(6));
});
`;
type Mutant = { status: string; mutatorName: string; replacement: string; static?: boolean; location: { start: { line: number } } };

const mutate = (files: Record<string, string>) => {
  const room = scratchFolder();
  mkdirSync(join(room, 'src'));
  for (const [name, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...files })) writeFileSync(join(room, name), text);
  const options = {
    name: 'planted',
    room,
    mutate: ['src/person.ts'],
    leftOut: ['src/heavy.spec.ts'],
    reports: join(room, 'reports'),
    temporary: join(room, 'temporary'),
  };
  const script = `import { mutationRun } from ${JSON.stringify(join(workspace, 'packages/tooling/src/mutation/run.mjs'))};
    await mutationRun(${JSON.stringify(options)});`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', cwd: workspace });
  const report = (): Mutant[] =>
    Object.values(
      (JSON.parse(readFileSync(join(room, 'reports/planted.json'), 'utf8')) as { files: { [name: string]: { mutants: Mutant[] } } }).files,
    ).flatMap(({ mutants }) => mutants);
  return { code: run.status, output: run.stdout + run.stderr, report };
};

describe('the runner of mutants', () => {
  it('notices planted faults, static ones and endless ones too, and lets an equivalent one and an unread one be', () => {
    const { code, output, report } = mutate({
      'src/person.ts': source,
      'src/person.spec.ts': spec,
      // Left out by name: it would fail the first run.
      'src/heavy.spec.ts': `it('takes long', () => expect(1).toBe(2));`,
    });
    expect([code, code === 0 ? '' : output]).toEqual([0, '']);
    const mutants = report();
    const of = (status: string) =>
      mutants.filter((one) => one.status === status).map(({ mutatorName, replacement }) => `${mutatorName} ${replacement}`);
    // `never` is called by no test; that it is a function is decided while its module is evaluated.
    expect(of('Survived')).toEqual(['EqualityOperator a <= b', 'ArrowFunction () => undefined']);
    expect(of('NoCoverage')).toEqual(['StringLiteral ""']);
    expect(of('Timeout')).toContain('UpdateOperator i--');
    expect(of('Killed')).toEqual(
      expect.arrayContaining([
        'EqualityOperator age > 18',
        'ArrayDeclaration []',
        'StringLiteral ""',
        'ArithmeticOperator COUPLE.length / 10',
      ]),
    );
    // The table is built while its module is evaluated: its mutants are static, and noticed.
    const table = mutants.filter(({ location }) => location.start.line === 2);
    expect(table.map((one) => [one.static, one.status])).toEqual(Array.from({ length: 3 }, () => [true, 'Killed']));
    expect(of('RuntimeError')).toEqual([]);
  }, 120_000);

  it('does not begin where a spec fails without any mutant', () => {
    const { code, output } = mutate({ 'src/person.ts': source, 'src/person.spec.ts': `it('is wrong', () => expect(1).toBe(2));` });
    expect(code).not.toBe(0);
    expect(output).toContain('is wrong');
  }, 120_000);
});

describe('the count', () => {
  const mutant = (status: string, line = 1) => ({
    status,
    fileName: '/room/src/a.ts',
    mutatorName: 'BooleanLiteral',
    replacement: 'false',
    location: { start: { line, column: 2 } },
  });
  it('takes a loop for noticed, an unread mutant for unnoticed, and rounds the score down', () => {
    const all = [
      ...Array.from({ length: 5 }, () => mutant('Killed')),
      mutant('Timeout'),
      mutant('Survived'),
      mutant('NoCoverage'),
      mutant('Ignored'),
    ];
    expect(count(all)).toEqual({ mutants: 9, killed: 5, timeout: 1, survived: 1, noCoverage: 1, ignored: 1, scorePercent: 75 });
    expect(
      count([...Array.from({ length: 8499 }, () => mutant('Killed')), ...Array.from({ length: 1501 }, () => mutant('Survived'))])
        .scorePercent,
    ).toBe(84.99);
    expect(count([]).scorePercent).toBeNull();
  });
  it('lists what is left, by file and line', () => {
    expect(survivors([mutant('Survived', 9), mutant('Killed'), mutant('NoCoverage', 3)], '/room')).toBe(
      'src/a.ts: 2 of 3 left, 33.33 %\n\nsrc/a.ts\n  3:2 NoCoverage BooleanLiteral → false\n  9:2 Survived BooleanLiteral → false\n',
    );
  });
});

it('says why each spec file that it leaves out is left out', () => {
  for (const { room, leftOut } of Object.values(scopes))
    for (const [path, reason] of Object.entries(leftOut)) {
      expect(readFileSync(join(workspace, room, path), 'utf8')).toContain('it(');
      expect(reason.length).toBeGreaterThan(20);
    }
});
