// Nx prints every task; when one fails, only that one is of use.
import { stripVTControlCharacters } from 'node:util';

/** The output of the tasks that failed, out of all that Nx wrote; the end of it when none is named. */
export function failedTasks(output) {
  const text = stripVTControlCharacters(output);
  const failed = [...(text.split('Failed tasks:')[1] ?? '').matchAll(/^- (\S+:\S+)$/gm)].map(([, task]) => task);
  const sections = text.split(/^(?=> nx run )/m).filter((section) => failed.some((task) => section.startsWith(`> nx run ${task}`)));
  const useful = sections.map((section) => section.split(/^\s*NX {3}/m)[0]).join('\n');
  return (useful || text)
    .split('\n')
    .filter((line) => !/^npm (warn|error)/.test(line))
    .join('\n')
    .slice(-6000);
}
