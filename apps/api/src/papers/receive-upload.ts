import { tooLarge, type ReceivedFile } from '@permanence/application';
import { AddDocumentRequest, AppError, MAX_FILE_BYTES, toFieldProblems } from '@permanence/contracts';
import type { Request, Response } from 'express';
import multer from 'multer';

/** Room for the other part and the boundaries. */
const AROUND_THE_FILE = 64 * 1024;
const MOST_BYTES = MAX_FILE_BYTES + AROUND_THE_FILE;
/** Files are held in memory until they are encrypted, so that no clear byte reaches a disk: this bounds that memory. */
const MOST_AT_ONCE = 8;
/** How long a client that was refused may go on sending, to have the time to read why. */
const GRACE_MS = 5_000;
let underWay = 0;

export interface Upload {
  document: AddDocumentRequest;
  file: ReceivedFile | null;
}

const invalid = (field: string, message: string): AppError => new AppError('invalid-input', { problems: [{ field, message }] });

const readData = (text: unknown): AddDocumentRequest => {
  if (typeof text !== 'string') throw invalid('data', 'À renseigner.');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw invalid('data', 'JSON mal formé.');
  }
  return readDocument(json);
};
const readDocument = (json: unknown): AddDocumentRequest => {
  const parsed = AddDocumentRequest.safeParse(json);
  if (!parsed.success) throw new AppError('invalid-input', { problems: toFieldProblems(parsed.error.issues) });
  return parsed.data;
};

const asAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error;
  if (!(error instanceof multer.MulterError)) return invalid('file', 'L’envoi est incomplet ou abîmé. Recommencez.');
  if (error.code === 'LIMIT_FILE_SIZE') return tooLarge();
  if (error.code === 'LIMIT_UNEXPECTED_FILE' || error.code === 'LIMIT_FILE_COUNT') return invalid('file', 'Un seul fichier à la fois.');
  return invalid('data', 'Cet envoi n’a pas la forme attendue.');
};

/**
 * Reads what is sent about one paper: JSON alone, or `multipart/form-data` with a part `data` and a part `file`. The size is held while
 * it streams: what is too large is refused as soon as it is known to be, by its announced length or at the first byte too many.
 * @param check refuses on what `data` says, before the file is taken in (when `data` comes first, as it should)
 * @throws AppError file-too-large, invalid-input, unavailable, and what `check` throws
 */
export async function receiveUpload(
  request: Request,
  response: Response,
  check: (document: AddDocumentRequest) => Promise<void>,
): Promise<Upload> {
  if (!request.is('multipart/form-data')) {
    const document = readDocument(request.body ?? {});
    await check(document);
    return { document, file: null };
  }
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) {
    cutLater(request, response);
    throw tooLarge();
  }
  if (underWay >= MOST_AT_ONCE) throw new AppError('unavailable', { message: `${MOST_AT_ONCE} uploads under way` });
  underWay += 1;
  try {
    return await readMultipart(request, response, check);
  } finally {
    underWay -= 1;
  }
}

function readMultipart(request: Request, response: Response, check: (document: AddDocumentRequest) => Promise<void>): Promise<Upload> {
  return new Promise((resolve, reject) => {
    let document: AddDocumentRequest | null = null;
    let refused = false;
    const refuse = (error: unknown): void => {
      if (refused) return;
      refused = true;
      cutLater(request, response);
      reject(asAppError(error));
    };
    const parse = multer({
      storage: multer.memoryStorage(),
      defParamCharset: 'utf8',
      limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 1, fieldSize: 16 * 1024, parts: 3, fieldNameSize: 40, headerPairs: 20 },
      fileFilter: (parsing, _file, accept) => {
        const { data } = parsing.body as { data?: unknown };
        // `data` after the file: looked at once all is there.
        if (data === undefined) return accept(null, true);
        Promise.resolve()
          .then(() => (document = readData(data)))
          .then(check)
          .then(
            () => accept(null, true),
            (error: unknown) => {
              refuse(error);
              accept(error as Error);
            },
          );
      },
    }).single('file');
    // Multer answers a refused file only when the client has sent all of it; counting here, the answer comes at once.
    let seen = 0;
    request.on('data', (chunk: Buffer) => {
      seen += chunk.length;
      if (seen > MOST_BYTES) refuse(tooLarge());
    });
    parse(request, response, (error: unknown) => {
      if (error) return refuse(error);
      const { file, body } = request as Request & { body: { data?: unknown } };
      Promise.resolve()
        .then(async () => {
          if (!document) await check((document = readData(body.data)));
          return {
            document,
            file: file ? { bytes: file.buffer, originalName: file.originalname, declaredType: file.mimetype } : null,
          };
        })
        .then(resolve, reject);
    });
  });
}

/** A client that goes on sending what was refused is cut off, once it had the time to read the answer. */
const cutLater = (request: Request, response: Response): void => {
  response.once('finish', () => {
    if (!request.complete) setTimeout(() => request.destroy(), GRACE_MS).unref();
  });
};
