import type { CheckedUpload } from '@permanence/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, problemSentence } from '../api/problem.ts';
import { useWords } from '../i18n/words.ts';
import { refusedBeforehand } from './refused-beforehand.ts';
import { sendInPieces, takeBack, type Sending } from './upload-file.ts';

export type UploadState =
  | { kind: 'waiting' }
  | { kind: 'sending'; share: number }
  | { kind: 'checking' }
  | { kind: 'ready'; checked: CheckedUpload }
  | { kind: 'refused'; why: string }
  | { kind: 'failed'; why: string };
export interface FileOnItsWay {
  key: number;
  /** Null: a paper seen and not kept. */
  file: File | null;
  state: UploadState;
}
/** On a weak line, one after the other comes through sooner than all at once. */
const AT_ONCE = 2;
let counter = 0;

/** Files on their way, those that wait, those that are there. Everything is forgotten when the page goes. */
export function useUploads(personId: string) {
  const { words, locale } = useWords();
  const t = words.papers;
  const [files, setFiles] = useState<readonly FileOnItsWay[]>([]);
  const running = useRef(new Map<number, Sending>());
  const put = useCallback(
    (key: number, state: UploadState) => setFiles((before) => before.map((one) => (one.key === key ? { ...one, state } : one))),
    [],
  );
  const begin = useCallback(
    ({ key, file }: FileOnItsWay) => {
      if (!file) return;
      const sending = sendInPieces(personId, file, (share) => put(key, share < 1 ? { kind: 'sending', share } : { kind: 'checking' }));
      running.current.set(key, sending);
      sending.checked
        .then(
          (checked) => put(key, { kind: 'ready', checked }),
          (error: unknown) => {
            const why = (error instanceof ApiProblem ? error.problems[0]?.message : undefined) ?? problemSentence(error, locale);
            const final = error instanceof ApiProblem && ['file-refused', 'file-too-large', 'invalid-input'].includes(error.code);
            put(key, { kind: final ? 'refused' : 'failed', why });
          },
        )
        .finally(() => running.current.delete(key));
      put(key, { kind: 'sending', share: 0 });
    },
    [personId, put, locale],
  );
  useEffect(() => {
    const under = files.filter(({ state }) => state.kind === 'sending' || state.kind === 'checking').length;
    if (under >= AT_ONCE) return;
    const next = files.find(({ file, state }) => file && state.kind === 'waiting');
    // oxlint-disable-next-line react/set-state-in-effect -- the queue moves on when one of its files is there
    if (next) begin(next);
  }, [files, begin]);
  useEffect(() => {
    const sendings = running.current;
    return () => {
      for (const sending of sendings.values()) sending.cancel();
    };
  }, []);
  const onTheWay = files.some(({ state }) => ['waiting', 'sending', 'checking'].includes(state.kind));
  useEffect(() => {
    if (!onTheWay) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [onTheWay]);

  const add = (chosen: readonly (File | null)[]) =>
    setFiles((before) => [
      ...before,
      ...chosen.map((file): FileOnItsWay => {
        const why = file ? refusedBeforehand(file) : null;
        const state: UploadState =
          why && file ? { kind: 'refused', why: why === 'too-big' ? t.tooBig(file.name) : t.wrongKind(file.name) } : { kind: 'waiting' };
        return { key: ++counter, file, state };
      }),
    ]);
  /** Described, or given up: what has come of it is taken back unless it became a paper. */
  const drop = (key: number, described = false) => {
    running.current.get(key)?.cancel();
    const state = files.find((one) => one.key === key)?.state;
    if (state?.kind === 'ready' && !described) takeBack(state.checked.id);
    setFiles((before) => before.filter((one) => one.key !== key));
  };
  const retry = (key: number) => put(key, { kind: 'waiting' });
  return { files, add, drop, retry };
}
