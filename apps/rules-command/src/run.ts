import { problemLine } from '@permanence/contracts/rules';
import { isOperation, OPERATIONS } from './operations.ts';

export const USAGE = `Usage: npm run --silent rules -- <operation> <file.json | ->

  assess    which bases and bars apply to a person on a day
  deadline  the last day to challenge a decision
  renewal   the windows, limits and findings around a permit

The file holds one case, or a list of cases answered in order; - reads standard input.
The answer is one JSON document on standard output. Exit code 2: the input was refused, one line per problem on standard error.`;

export interface Outcome {
  exitCode: 0 | 2;
  stdout: string;
  stderr: string;
}
const refused = (lines: readonly string[]): Outcome => ({ exitCode: 2, stdout: '', stderr: `${lines.join('\n')}\n` });

const parse = (text: string): { ok: true; value: unknown } | { ok: false; message: string } => {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\ufeff/, '')) as unknown };
  } catch (error) {
    const [why] = (error as Error).message.split('\n');
    return { ok: false, message: `not JSON: ${why}` };
  }
};

/** Answers one document: a case, or a list of cases. Nothing is answered when any case of a list is refused. */
export const answerDocument = (name: string | undefined, text: string): Outcome => {
  if (!isOperation(name)) return refused([`unknown operation: ${JSON.stringify(name ?? '')}`, USAGE]);
  const document = parse(text);
  if (!document.ok) return refused([document.message]);
  const many = Array.isArray(document.value);
  const cases: unknown[] = many ? (document.value as unknown[]) : [document.value];
  const results = cases.map((input) => OPERATIONS[name](input));
  const lines = results.flatMap((result, index) => (result.ok ? [] : result.problems.map((p) => problemLine(p, many ? index : undefined))));
  if (lines.length > 0) return refused(lines);
  const answers = results.map((result) => (result.ok ? result.answer : null));
  return { exitCode: 0, stdout: `${JSON.stringify(many ? answers : answers[0], null, 2)}\n`, stderr: '' };
};

/** Reads the arguments, then the file; `read` gives the text of a path, or of standard input for `-`. */
export const runCommand = (args: readonly string[], read: (path: string) => string): Outcome => {
  const [name, path, ...rest] = args;
  if (name === '--help' || name === '-h') return { exitCode: 0, stdout: `${USAGE}\n`, stderr: '' };
  if (!isOperation(name)) return refused([`unknown operation: ${JSON.stringify(name ?? '')}`, USAGE]);
  if (path === undefined || rest.length > 0) return refused(['expected one file, or - for standard input', USAGE]);
  let text: string;
  try {
    text = read(path);
  } catch (error) {
    return refused([`cannot read ${path}: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`]);
  }
  return answerDocument(name, text);
};
