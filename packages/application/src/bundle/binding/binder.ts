import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { AppError } from '@permanence/contracts';
import type { FrontMatter } from './front-matter.ts';
import type { BinderAnswer, FinishJob, PieceJob } from './main.ts';

export interface BinderLimits {
  /** Memory the process may write to, in bytes, native code included. Held by the kernel where there is one that does (Linux). */
  memory: number;
  /** One piece, from handing it over to the answer. */
  timeMs: number;
  startMs: number;
}
const LIMITS: BinderLimits = { memory: 1_000 * 1024 * 1024, timeMs: 120_000, startMs: 60_000 };
const NICE = 10;
const SHELL = '/bin/sh';

/** The file itself is at fault: it cannot be bound in. */
export class UnreadablePiece extends Error {}

/** Binds one PDF in a process of its own. Pieces are handed over one at a time; the PDF comes out of `output` meanwhile. */
export class Binder {
  private readonly limits: BinderLimits;
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;
  private done = false;
  private answered: ((answer: BinderAnswer) => void) | null = null;
  private gone: Error | null = null;
  private onGone: (error: Error) => void = () => undefined;

  constructor(limits: Partial<BinderLimits> = {}) {
    this.limits = { ...LIMITS, ...limits };
    const entry = entryOfThis();
    const args = ['--max-old-space-size=256', ...(entry.endsWith('.ts') ? ['--import', 'tsx'] : []), entry];
    const env = { TSX_DISABLE_CACHE: '1', NODE_NO_WARNINGS: '1' };
    const stdio = ['ignore', 'pipe', 'ignore', 'ipc'] as ['ignore', 'pipe', 'ignore', 'ipc'];
    const options = { env, serialization: 'advanced' as const, stdio };
    // -d counts what native code and WebAssembly take as well; -f 0: not a byte to any file.
    const held = `ulimit -c 0; ulimit -f 0; ulimit -d ${Math.ceil(this.limits.memory / 1024)}; exec "$0" "$@"`;
    this.child = existsSync(SHELL)
      ? spawn(SHELL, ['-c', held, process.execPath, ...args], options)
      : spawn(process.execPath, args, options);
    this.child.on('message', (answer: BinderAnswer) => {
      if (answer.kind === 'done') this.done = true;
      this.answered?.(answer);
    });
    this.ended = new Promise((resolve) => {
      const over = (why: string): void => {
        this.gone ??= new AppError('unavailable', { message: `the binding process ended: ${why}` });
        this.onGone(this.gone);
        resolve();
      };
      this.child.once('error', (error) => over(error.message));
      this.child.once('close', (code, signal) => over(`${code ?? signal}`));
    });
    if (this.child.pid !== undefined)
      try {
        setPriority(this.child.pid, NICE);
      } catch {
        // Already gone, or not allowed to: politeness is no condition.
      }
  }

  /** The PDF as it is made. Breaks off with an error when the process ends before its end: half a bundle is none. */
  async *output(): AsyncIterable<Uint8Array> {
    for await (const chunk of this.child.stdout as Readable) yield chunk as Uint8Array;
    if (!this.done) await this.ended;
    if (!this.done) throw this.gone ?? new AppError('unavailable', { message: 'the binding process ended' });
  }
  /** @throws AppError unavailable when no process could be started */
  async ready(): Promise<void> {
    await this.answer(this.limits.startMs);
  }
  /** @returns its number of pages. @throws UnreadablePiece */
  async bind(piece: Omit<PieceJob, 'kind'>): Promise<number> {
    const answer = await this.ask({ kind: 'piece', ...piece });
    if (answer.kind === 'piece') return answer.pages;
    throw new UnreadablePiece(`piece ${piece.number}`);
  }
  /** @returns pages in all, and the most memory the process ever held */
  async finish(front: FrontMatter, madeAt: string): Promise<{ pages: number; peakKilobytes: number }> {
    const answer = await this.ask({ kind: 'finish', front, madeAt });
    if (answer.kind !== 'done') throw new AppError('unavailable', { message: 'the binding process did not finish' });
    return { pages: answer.pages, peakKilobytes: answer.peakKilobytes };
  }
  /** Ends the process whatever it does; nothing of it stays. */
  async close(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  private ask(job: PieceJob | FinishJob): Promise<BinderAnswer> {
    const answer = this.answer(this.limits.timeMs);
    // An error here is a process that is gone, which its end tells.
    this.child.send(job, () => undefined);
    return answer;
  }
  private async answer(ms: number): Promise<BinderAnswer> {
    if (this.gone) throw this.gone;
    const late = setTimeout(() => this.child.kill('SIGKILL'), ms);
    try {
      return await new Promise<BinderAnswer>((resolve, reject) => {
        this.answered = resolve;
        this.onGone = reject;
      });
    } finally {
      clearTimeout(late);
      this.answered = null;
      this.onGone = () => undefined;
    }
  }
}

/** Beside this file: as TypeScript where the sources run (specs), as JavaScript where they were built. */
const entryOfThis = (): string => {
  const here = import.meta.url;
  return fileURLToPath(new URL(here.endsWith('.ts') ? './main.ts' : './main.js', here));
};
