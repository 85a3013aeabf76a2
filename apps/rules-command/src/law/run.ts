import type { Language } from '@permanence/rules';
import { checkedRules, oldestTable } from './oldest.ts';
import { lawPages } from './pages.ts';

export const LAW_USAGE = `Usage: npm run law:print -- [folder] [--en]     one page per rule, for a jurist to sign (default folder: .data/law)
       npm run law:oldest -- [--all] [--en]     the rules whose sources were read longest ago, the least certain first`;

const SHOWN = 25;
const OPTIONS = { print: ['--en'], oldest: ['--all', '--en'] } as const;

export interface LawOutcome {
  exitCode: 0 | 2;
  output: string;
}
const refused: LawOutcome = { exitCode: 2, output: `${LAW_USAGE}\n` };

/** @param write puts one page in a folder, which it makes when needed. */
export const runLaw = ([command, ...args]: readonly string[], write: (folder: string, name: string, text: string) => void): LawOutcome => {
  if (command !== 'print' && command !== 'oldest') return refused;
  const options = args.filter((arg) => arg.startsWith('--'));
  const [folder = '.data/law', ...more] = args.filter((arg) => !arg.startsWith('--'));
  const allowed: readonly string[] = OPTIONS[command];
  if (options.some((option) => !allowed.includes(option)) || more.length > 0) return refused;
  const language: Language = options.includes('--en') ? 'en' : 'fr';
  if (command === 'print') {
    const pages = lawPages(language);
    for (const { name, text } of pages) write(folder, name, text);
    return { exitCode: 0, output: `${pages.length} pages: ${folder}/index.html\n` };
  }
  if (args.some((arg) => !arg.startsWith('--'))) return refused;
  const rules = checkedRules(language);
  const shown = options.includes('--all') ? rules : rules.slice(0, SHOWN);
  return { exitCode: 0, output: `${oldestTable(shown)}${shown.length} / ${rules.length}\n` };
};
