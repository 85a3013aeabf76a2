import { messageProblem } from '../src/hooks/message.mjs';
import { addedLines, findSecrets } from '../src/hooks/secrets.mjs';

const rooms = ['api', 'rules'];

describe('a commit message', () => {
  it.each([
    'feat(rules): renewal windows of the ten-year card',
    'fix: dates at the end of February',
    'law(rules)!: new term for OQTF\n\nArticle…',
    'Merge branch x',
  ])('accepts %j', (message) => expect(messageProblem(message, rooms)).toBeUndefined());
  it.each([
    'wip',
    'feature(rules): a longer subject',
    'feat(kitchen): a longer subject',
    'fix(api): oops',
    'fix(api): one line\nand a second',
    `fix(api): ${'x'.repeat(200)}`,
  ])('refuses %j', (message) => expect(messageProblem(message, rooms)).toEqual(expect.any(String)));
});

describe('secrets among the added lines', () => {
  const found = (text: string, path = 'apps/api/src/a.ts'): string[] => findSecrets([{ path, line: 1, text }]);
  // Put together here, so that this file passes its own check.
  const key = ['-----BEGIN', 'OPENSSH PRIVATE KEY-----'].join(' ');
  const url = (host: string): string => ['postgresql://owner', `s3cr3t-and-long@${host}/db`].join(':');
  const assignment = ['const pass', "word = 'correct-horse-battery';"].join('');

  it('finds a private key, an address with a password, a password', () => {
    for (const text of [key, url('db.mon-association.fr'), assignment]) expect(found(text)).toHaveLength(1);
  });
  it('does not repeat the secret', () => {
    expect(found(url('db.mon-association.fr')).join()).not.toContain('s3cr3t');
  });
  it('lets pass a local address, a variable, an invented password of a spec', () => {
    expect(found(url('127.0.0.1'))).toEqual([]);
    expect(found(['postgresql://owner', '${OWNER_DB_PASSWORD:?}@postgres/db'].join(':'))).toEqual([]);
    expect(found(assignment, 'apps/api/test/sign-in.int-spec.ts')).toEqual([]);
  });
  it('reads added lines and their numbers from a diff', () => {
    const diff = ['diff --git a/x b/x', '--- a/x', '+++ b/x', '@@ -1,0 +7,2 @@', '+one', '+two', '@@ -9 +20 @@', '-old', '+new'].join('\n');
    expect(addedLines(diff)).toEqual([
      { path: 'x', line: 7, text: 'one' },
      { path: 'x', line: 8, text: 'two' },
      { path: 'x', line: 20, text: 'new' },
    ]);
  });
});
