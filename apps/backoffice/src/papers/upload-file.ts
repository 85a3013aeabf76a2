import { CheckedUpload, type ErrorCode } from '@permanence/contracts';
import { Upload, type DetailedError } from 'tus-js-client';
import { api } from '../api/http.ts';
import { ApiProblem } from '../api/problem.ts';
import { sessionGate } from '../api/session-gate.ts';

/** Small enough that a weak line finishes one, large enough not to ask all the time. */
const CHUNK = 1024 * 1024;
/** Milliseconds before each new try: two minutes of a lost line in all. */
const RETRIES = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000];
/** Codes that another try would not change. */
const FINAL: readonly ErrorCode[] = ['too-many-uploads', 'not-found', 'forbidden', 'file-too-large', 'invalid-input', 'restricted-paper'];

export interface Sending {
  /** @throws ApiProblem */
  checked: Promise<CheckedUpload>;
  /** Stops it and takes back what has come. */
  cancel: () => void;
}

const problemOf = (error: Error | DetailedError): ApiProblem => {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  let body: Record<string, unknown> = {};
  try {
    body = JSON.parse(response?.getBody() ?? '{}') as Record<string, unknown>;
  } catch {
    // A proxy's own page: the status says enough.
  }
  return new ApiProblem(response?.getStatus() ?? 0, body);
};

/**
 * Sends one file in pieces, going on where it stood when the line comes back; then has it looked at. Nothing is remembered in the
 * browser: a page that was closed begins anew.
 * @param onProgress 0 to 1; 1 while the server looks at it
 */
export function sendInPieces(personId: string, file: File, onProgress: (share: number) => void): Sending {
  let upload: Upload | undefined;
  const sent = new Promise<string>((resolve, reject) => {
    upload = new Upload(file, {
      endpoint: '/api/uploads',
      metadata: { personId, filename: file.name, filetype: file.type },
      chunkSize: CHUNK,
      retryDelays: RETRIES,
      storeFingerprintForResuming: false,
      fingerprint: async () => '',
      urlStorage: {
        findAllUploads: async () => [],
        findUploadsByFingerprint: async () => [],
        removeUpload: async () => undefined,
        addUpload: async () => '',
      },
      onProgress: (done, total) => onProgress(total ? done / total : 0),
      onShouldRetry: (error) => {
        const problem = problemOf(error);
        return problem.code !== 'unauthenticated' && !FINAL.includes(problem.code as ErrorCode);
      },
      onSuccess: () => resolve(upload?.url?.split('/').at(-1) ?? ''),
      onError: (error) => {
        const problem = problemOf(error);
        if (problem.code !== 'unauthenticated') return reject(problem);
        // The session ended on the way: once signed in again, the same file goes on where it stood.
        void sessionGate.reopened().then((outcome) => (outcome === 'signed-in' ? upload?.start() : reject(problem)));
      },
    });
    upload.start();
  });
  const checked = sent.then(async (id) => {
    onProgress(1);
    return CheckedUpload.parse(await api.post<unknown>(`uploads/${id}/check`, {}));
  });
  return { checked, cancel: () => void upload?.abort(true).catch(() => undefined) };
}

/** Gives up a file that has come whole and will not be described; one that cannot be told is forgotten by the server in a day. */
export const takeBack = (id: string): void => void Upload.terminate(`/api/uploads/${id}`, { retryDelays: [] }).catch(() => undefined);
