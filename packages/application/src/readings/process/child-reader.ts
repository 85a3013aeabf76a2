import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadingFailure } from '@permanence/contracts';
import type { Box, TextLine } from '../model/text-line.ts';
import type { PageLimits, ReaderAnswer, ReaderRequest, ReadingProgress } from './messages.ts';

export interface ClearFile {
  bytes: Uint8Array;
  mediaType: string;
}
/** Reads a paper's letters. The file is given in memory and never touches the disk. */
export interface PaperReader {
  /** @throws ReadingFailed */
  read(
    file: ClearFile,
    onProgress: (progress: ReadingProgress) => void,
    signal: AbortSignal,
  ): Promise<{ lines: TextLine[]; partial: boolean }>;
  /** A cut of the page around a place, PNG. @throws ReadingFailed */
  picture(file: ClearFile, page: number, box: Box): Promise<Uint8Array>;
}
export class ReadingFailed extends Error {
  readonly failure: ReadingFailure;
  constructor(failure: ReadingFailure) {
    super(failure);
    this.name = 'ReadingFailed';
    this.failure = failure;
  }
}
export interface ReaderLimits {
  pages: PageLimits;
  /** Of the whole reading, and of one picture. */
  readMs: number;
  pictureMs: number;
  /** Resident memory of the reading process. Looked at where /proc tells it (Linux); elsewhere the page limits alone hold. */
  bytes: number;
}
const LIMITS: ReaderLimits = { pages: { text: 40, pictures: 6 }, readMs: 240_000, pictureMs: 20_000, bytes: 1_200_000_000 };
const MEMORY_LOOK_MS = 400;

/** Specs run from the sources, the service from what was built. */
const SOURCE = import.meta.url.endsWith('.ts');
const ENTRY = fileURLToPath(new URL(`./reader-process.${SOURCE ? 'ts' : 'js'}`, import.meta.url));

const residentBytes = async (pid: number): Promise<number> =>
  Number(/VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''))?.[1] ?? 0) * 1024;

/**
 * One process per request, ended after it. Its environment holds nothing of ours, what it prints goes nowhere, and the request comes through a pipe.
 * @param entry for specs: another program in its place
 */
export function childReader(change: Partial<ReaderLimits> = {}, entry = ENTRY): PaperReader {
  const limits = { ...LIMITS, ...change };
  const ask = (request: ReaderRequest, ms: number, onAnswer: (answer: ReaderAnswer) => void, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(entry, [], {
        cwd: dirname(entry),
        // Nothing of ours; large pictures stay in memory instead of a temporary file.
        env: { VIPS_DISC_THRESHOLD: '8g', TSX_DISABLE_CACHE: '1' },
        execArgv: ['--max-old-space-size=512', ...(entry.endsWith('.ts') ? ['--import', 'tsx'] : [])],
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      let over = false;
      const settle = (failure: ReadingFailure | null): void => {
        if (over) return;
        over = true;
        clearTimeout(late);
        clearInterval(look);
        signal?.removeEventListener('abort', stop);
        child.kill('SIGKILL');
        if (failure) reject(new ReadingFailed(failure));
        else resolve();
      };
      const stop = (): void => settle('unavailable');
      const late = setTimeout(() => settle('too-long'), ms);
      const look = setInterval(() => {
        if (child.pid) void residentBytes(child.pid).then((bytes) => bytes > limits.bytes && settle('too-much-memory'));
      }, MEMORY_LOOK_MS);
      child.on('message', (answer: ReaderAnswer) => {
        if (over) return;
        if (answer.kind === 'failed') return settle(answer.failure);
        onAnswer(answer);
        if (answer.kind === 'read' || answer.kind === 'picture') settle(null);
      });
      child.on('error', () => settle('unavailable'));
      child.on('exit', () => settle('crashed'));
      if (signal?.aborted) return stop();
      signal?.addEventListener('abort', stop);
      child.send(request, (error) => error && settle('crashed'));
    });
  return {
    read: async (file, onProgress, signal) => {
      const lines: TextLine[] = [];
      let partial = false;
      await ask(
        { kind: 'read', ...file, limits: limits.pages },
        limits.readMs,
        (answer) => {
          if (answer.kind === 'progress') onProgress(answer.progress);
          if (answer.kind === 'lines') lines.push(...answer.lines);
          if (answer.kind === 'read') partial = answer.partial;
        },
        signal,
      );
      return { lines, partial };
    },
    picture: async (file, page, box) => {
      let png: Uint8Array | null = null;
      await ask({ kind: 'picture', ...file, page, box }, limits.pictureMs, (answer) => {
        if (answer.kind === 'picture') png = answer.png;
      });
      if (!png) throw new ReadingFailed('unreadable');
      return png;
    },
  };
}
