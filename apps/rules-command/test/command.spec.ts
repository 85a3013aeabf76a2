import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'rules-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: string[], input?: string, env: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['packages/tooling/src/rules.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    ...(input !== undefined && { input }),
  });
  return { status, stdout, stderr };
};
const file = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const order = { decision: 'oqtf-un-mois', decisionOn: '2026-08-31', notifiedOn: '2026-09-01', facts: { departement: '75' } };

describe('the rules command', () => {
  it('answers one case from a file with one JSON document', () => {
    const { status, stdout, stderr } = run(['deadline', file('one.json', order)]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ rule: 'oqtf-un-mois', lastDay: '2026-10-02', court: { kind: 'TA-res', name: 'Paris' } });
  });
  it('answers a list from standard input with a list, in order', () => {
    const { status, stdout } = run(['deadline', '-'], JSON.stringify([order, { ...order, notifiedOn: '2026-09-02' }]));
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as { term: string }[]).map((a) => a.term)).toEqual(['2026-10-01', '2026-10-02']);
  });
  it('answers renewal and assess too', () => {
    const renewal = run(['renewal', '-'], '{"today":"2026-11-21","lastContactByPersonOn":"2026-01-31"}');
    expect((JSON.parse(renewal.stdout) as { dates: { id: string; on: string }[] }).dates).toMatchObject([
      { id: 'DATA-2Y', on: '2028-01-31' },
      { id: 'DATA-WARN', on: '2027-11-30' },
    ]);
    const assess = run(['assess', '-'], '{"onDate":"2026-11-21","facts":{"nationality":"MLI"}}');
    expect(assess.status).toBe(0);
    expect(JSON.parse(assess.stdout)).toMatchObject({ onDate: '2026-11-21', results: { 'vpf-l423-23': { status: 'unknown' } } });
  });
  it('takes null as absent, everywhere', () => {
    const nothing = { ...order, notifiedAt: null, facts: { departement: '75', measure: null, limitPrintedOnLetter: null } };
    expect(run(['deadline', '-'], JSON.stringify(nothing)).stdout).toBe(run(['deadline', '-'], JSON.stringify(order)).stdout);
  });
  it('refuses bad input: nothing on standard output, a line per problem, exit 2', () => {
    const bad = { onDate: '2026-11-21', facts: { children: [{ birthDate: '2026-02-30' }], bornInFrance: 'yes' }, extra: 1 };
    const { status, stdout, stderr } = run(['assess', '-'], JSON.stringify(bad));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(new Set(stderr.trimEnd().split('\n'))).toEqual(
      new Set([
        'extra: unknown field',
        'facts.bornInFrance: expected true or false, got "yes"',
        'facts.children[0].birthDate: not a calendar date: "2026-02-30"',
      ]),
    );
  });
  it('begins the line with the index of the case in a list, and answers none of them', () => {
    const { status, stdout, stderr } = run(['deadline', '-'], JSON.stringify([order, { decision: 'oqtf-demain' }]));
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: '1: decision: unknown id: "oqtf-demain"\n' });
  });
  it('refuses what is not JSON, an unknown operation, a missing file', () => {
    expect(run(['deadline', '-'], '{"decision":')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^not JSON: /) });
    expect(run(['weigh', '-'], '{}')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^unknown operation: "weigh"\nUsage: /),
    });
    expect(run(['deadline', join(folder, 'none.json')])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/none\.json: ENOENT\n$/),
    });
    expect(run(['deadline'])).toMatchObject({ status: 2, stdout: '' });
    expect(run(['deadline', '-'], '12')).toEqual({ status: 2, stdout: '', stderr: 'expected an object, got 12\n' });
  });
  it('prints how it is used', () => {
    expect(run(['--help'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Usage: /), stderr: '' });
  });
  it('says the same in every time zone and locale', () => {
    const held = {
      decision: 'oqtf-retention',
      decisionOn: '2026-10-23',
      notifiedAt: '2026-10-23T18:40:00+02:00',
      facts: { departement: '974' },
    };
    const answers = [
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'ar_EG.UTF-8' },
      { TZ: 'America/Los_Angeles', LC_ALL: 'C' },
      { TZ: 'Europe/Paris', LC_ALL: 'fr_FR.UTF-8' },
    ].map((env) => run(['deadline', '-'], JSON.stringify([held, order]), env).stdout);
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('2026-10-25T20:40:00+04:00');
  });
  it('answers a case within a second, at its best of three', () => {
    const times = [1, 2, 3].map(() => {
      const begun = performance.now();
      run(['deadline', '-'], JSON.stringify(order));
      return performance.now() - begun;
    });
    expect(Math.min(...times)).toBeLessThan(1000);
  });
});
