import { readFileSync, writeSync } from 'node:fs';
import { runCommand } from './run.ts';

const STDIN = 0;
const write = (fd: number, text: string) => {
  // Written whole before the exit: a pipe that is slow to read must not lose the end of a long answer.
  for (let rest = Buffer.from(text); rest.length > 0;) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPIPE') return;
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
};

const outcome = runCommand(process.argv.slice(2), (path) => readFileSync(path === '-' ? STDIN : path, 'utf8'));
write(1, outcome.stdout);
write(2, outcome.stderr);
process.exitCode = outcome.exitCode;
