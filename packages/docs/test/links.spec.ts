import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const pages = [
  'README.md',
  ...readdirSync(join(root, 'packages/docs/src'), { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.md'))
    .map((f) => `packages/docs/src/${f}`),
];

describe('the written pages', () => {
  it.each(pages)('%s links only to what exists', (page) => {
    const links = [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map((m) => m[1] ?? '');
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });
  it('names every room on the map', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const rooms = ['apps', 'packages'].flatMap((top) => readdirSync(join(root, top)).map((room) => `${top}/${room}`));
    expect(rooms.filter((room) => !readme.includes(`\`${room}\``))).toEqual([]);
  });
  it('draws every room of the architecture', () => {
    const page = readFileSync(join(root, 'packages/docs/src/architecture.md'), 'utf8');
    for (const room of ['rules', 'contracts', 'persistence', 'application', 'testing', 'tooling'])
      expect(page).toContain(`packages/${room}`);
    for (const room of ['api', 'worker', 'backoffice', 'e2e', 'rules-command']) expect(page).toContain(`apps/${room}`);
  });
});
