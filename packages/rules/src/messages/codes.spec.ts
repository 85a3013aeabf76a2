import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLOCK_RULES } from '../clocks/registry.ts';
import { clockMessages } from './say.ts';

/** Codes written in the sources: `c.step('…')`, `c.warn('…')`, `code: '…'`, and the pairs chosen with a question mark. */
const codesInSources = () => {
  const folder = join(import.meta.dirname, '../clocks');
  const text = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !/\.(spec|cases)\.ts$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const direct = [...text.matchAll(/(?:\.(?:step|warn|unwarn)\(|code: )\s*'([a-z0-9-]+)'/g)].map((m) => m[1]!);
  const chosen = [...text.matchAll(/(?:\.step\([^;]*?|code: [^,]*?)\? '([a-z0-9-]+)' : '([a-z0-9-]+)'/g)].flatMap((m) => [m[1]!, m[2]!]);
  const graded = [...text.matchAll(/grade\(\d, '([a-z-]+)'/g)].map((m) => m[1]!);
  return new Set([...direct, ...chosen, ...graded, ...CLOCK_RULES.flatMap((r) => r.warnings ?? [])]);
};

describe('the codes that the sources of the clocks write', () => {
  it('has every code of the sources in both languages', () => {
    const [fr, en] = [clockMessages('fr'), clockMessages('en')];
    const codes = codesInSources();
    expect(codes.size).toBeGreaterThan(70);
    expect([...codes].filter((code) => !(code in fr))).toEqual([]);
    expect([...codes].filter((code) => !(code in en))).toEqual([]);
  });
});
