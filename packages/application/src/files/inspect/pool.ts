import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { AppError } from '@permanence/contracts';
import type { Looked } from './look/looked.ts';
import { TOO_HEAVY } from './look/sentences.ts';

export interface LookJob {
  bytes: Buffer;
  originalName: string;
  declaredType: string;
}
export interface PoolLimits {
  /** Processes at most; each is started when first needed. */
  processes: number;
  /** One file, from handing it over to the answer. */
  timeMs: number;
  /** To start a process on a busy machine. */
  startMs: number;
  /** Memory one process may write to, in bytes, native code included. Held by the kernel where there is one that does (Linux). */
  memory: number;
  /** A process ends after so many files, so that nothing piles up in it. */
  filesPerProcess: number;
  /** Without work for so long, a process ends and gives its memory back. */
  idleMs: number;
}
const LIMITS: PoolLimits = {
  processes: 2,
  timeMs: 30_000,
  startMs: 60_000,
  memory: 1_500 * 1024 * 1024,
  filesPerProcess: 60,
  idleMs: 30_000,
};
/** Once it runs, kinder than the rest of the machine: whoever waits for a page comes before whoever sends a file. */
const NICE = 10;
const SHELL = '/bin/sh';

interface Worker {
  child: ChildProcess;
  ready: Promise<void>;
  files: number;
  /** Set while a file is in its hands. */
  settle: ((looked: Looked) => void) | null;
  idle: NodeJS.Timeout | null;
}
type Answer = { ready: true } | { id: number; looked: Looked };

/**
 * Looks at files in processes of their own, a few at a time. A file that exhausts memory or time, or makes a library crash, takes its
 * process down: that file is refused and the next gets a fresh process. The processes get an empty environment (no key, no address)
 * and may write to no disk, so that no clear byte reaches one.
 */
export class LookingPool {
  private readonly limits: PoolLimits;
  private readonly idle: Worker[] = [];
  private readonly workers = new Set<Worker>();
  private readonly waiting: (() => void)[] = [];
  private busy = 0;
  private closed = false;
  constructor(
    limits: Partial<PoolLimits> = {},
    private readonly entry = entryOfThis(),
  ) {
    this.limits = { ...LIMITS, ...limits };
  }

  /** @throws AppError unavailable when no process could be started: the file is not at fault */
  async look(job: LookJob): Promise<Looked> {
    await this.turn();
    try {
      const worker = this.idle.pop() ?? this.start();
      if (worker.idle) clearTimeout(worker.idle);
      await worker.ready;
      return await this.hand(worker, job);
    } finally {
      this.busy -= 1;
      this.waiting.shift()?.();
    }
  }
  close(): void {
    this.closed = true;
    for (const { child } of this.workers) child.kill('SIGKILL');
  }

  private async turn(): Promise<void> {
    if (this.closed) throw new AppError('unavailable', { message: 'file checks are closed' });
    if (this.busy >= this.limits.processes) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.busy += 1;
  }

  private start(): Worker {
    const fromSource = this.entry.endsWith('.ts');
    const args = [`--max-old-space-size=512`, ...(fromSource ? ['--import', 'tsx'] : []), this.entry];
    const env = { TSX_DISABLE_CACHE: '1', VIPS_DISC_THRESHOLD: '8g', NODE_NO_WARNINGS: '1' };
    const options = {
      env,
      serialization: 'advanced' as const,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'] as ['ignore', 'ignore', 'ignore', 'ipc'],
    };
    // -d counts what native code and WebAssembly take as well, which V8's own limits do not; -f 0: not a byte to any file.
    const held = `ulimit -c 0; ulimit -f 0; ulimit -d ${Math.ceil(this.limits.memory / 1024)}; exec "$0" "$@"`;
    const child = existsSync(SHELL)
      ? spawn(SHELL, ['-c', held, process.execPath, ...args], options)
      : spawn(process.execPath, args, options);
    child.unref();
    child.channel?.unref();
    const worker: Worker = { child, files: 0, settle: null, idle: null, ready: Promise.resolve() };
    this.workers.add(worker);
    worker.ready = new Promise((resolve, reject) => {
      const failed = (why: string) => reject(new AppError('unavailable', { message: `file checks do not start: ${why}` }));
      const late = setTimeout(() => {
        failed('too slow');
        child.kill('SIGKILL');
      }, this.limits.startMs);
      child.once('message', () => {
        clearTimeout(late);
        giveWay(child, NICE);
        resolve();
      });
      child.once('error', (error) => failed(error.message));
      child.once('exit', (code, signal) => {
        clearTimeout(late);
        failed(`ended with ${code ?? signal}`);
        this.forget(worker);
        worker.settle?.({ refused: TOO_HEAVY });
      });
    });
    worker.ready.catch(() => undefined); // told to whoever waits for it; a process that ends later has nobody waiting
    child.on('message', (answer: Answer) => {
      if ('looked' in answer) worker.settle?.(answer.looked);
    });
    return worker;
  }

  private async hand(worker: Worker, { bytes, originalName, declaredType }: LookJob): Promise<Looked> {
    worker.child.ref();
    const late = setTimeout(() => worker.child.kill('SIGKILL'), this.limits.timeMs);
    try {
      const looked = await new Promise<Looked>((resolve) => {
        worker.settle = resolve;
        // An error here is a process that is gone: its exit settles the file.
        worker.child.send({ id: worker.files, bytes, originalName, declaredType }, () => undefined);
      });
      worker.files += 1;
      return 'taken' in looked ? { taken: { ...looked.taken, bytes: asBuffer(looked.taken.bytes) } } : looked;
    } finally {
      clearTimeout(late);
      worker.settle = null;
      worker.child.unref();
      this.rest(worker);
    }
  }
  private rest(worker: Worker): void {
    if (!this.workers.has(worker)) return;
    if (worker.files >= this.limits.filesPerProcess || this.closed) {
      this.forget(worker);
      worker.child.kill('SIGKILL');
      return;
    }
    worker.idle = setTimeout(() => {
      this.forget(worker);
      worker.child.kill('SIGKILL');
    }, this.limits.idleMs);
    worker.idle.unref();
    this.idle.push(worker);
  }
  private forget(worker: Worker): void {
    this.workers.delete(worker);
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** Beside this file: as TypeScript where the sources run (specs), as JavaScript where they were built. */
const entryOfThis = (): string => {
  const here = import.meta.url;
  return fileURLToPath(new URL(here.endsWith('.ts') ? './look/main.ts' : './look/main.js', here));
};

const giveWay = ({ pid }: ChildProcess, nice: number): void => {
  if (pid === undefined) return;
  try {
    setPriority(pid, nice);
  } catch {
    // Already gone, or not allowed to: its exit is told elsewhere, and politeness is no condition.
  }
};
