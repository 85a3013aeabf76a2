import { MAX_FILE_BYTES, MEDIA_TYPES, type PaperDocument } from '@permanence/contracts';
import { ApiProblem } from '../api/problem.ts';
import { sessionGate } from '../api/session-gate.ts';

/** Why a file is not even tried; the server looks at the bytes again. */
export const refusedBeforehand = (file: { size: number; type: string }): 'too-big' | 'wrong-kind' | null =>
  file.size > MAX_FILE_BYTES ? 'too-big' : (MEDIA_TYPES as readonly string[]).includes(file.type) ? null : 'wrong-kind';

/**
 * Sends a paper with its file, telling how far it has come (0 to 1).
 * @throws ApiProblem
 */
export async function sendFile(path: string, data: unknown, file: File, onProgress: (share: number) => void): Promise<PaperDocument> {
  const once = () =>
    new Promise<PaperDocument>((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', `/api/${path}`);
      request.setRequestHeader('Accept', 'application/json');
      request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress(loaded / total);
      request.onerror = () => reject(new ApiProblem(0, {}));
      request.onload = () => {
        let body: unknown = {};
        try {
          body = JSON.parse(request.responseText);
        } catch {
          // A proxy's own page: the status says enough.
        }
        if (request.status < 300) resolve(body as PaperDocument);
        else reject(new ApiProblem(request.status, body as Record<string, unknown>));
      };
      const form = new FormData();
      form.append('data', JSON.stringify(data));
      form.append('file', file);
      request.send(form);
    });
  try {
    return await once();
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 401 && (await sessionGate.reopened()) === 'signed-in') return once();
    throw problem;
  }
}
