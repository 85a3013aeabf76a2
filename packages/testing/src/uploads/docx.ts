import { ZipFile } from 'yazl';
import { DOCX } from './sample.ts';

const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = `${DOCX}.main+xml`;
export const relation = (type: string, target: string, mode = ' TargetMode="External"'): string =>
  `<Relationship Id="rId9" Type="${RELATIONS}/${type}" Target="${target}"${mode}/>`;
export const field = (instruction: string): string => `<w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r>`;

export interface DocxParts {
  text?: string;
  /** Runs and other elements of the only paragraph. */
  runs?: string;
  /** Relationship elements of the document. */
  relations?: string;
  /** `<Override>` and `<Default>` elements of the content types. */
  types?: string;
  main?: string;
  /** More entries, by name. */
  more?: Record<string, string | Buffer>;
  compress?: boolean;
  /** Replaces the XML declaration and body of the document's relations. */
  rawRelations?: Buffer;
}

/** A Word document as word processors write it: parts in a ZIP. */
export async function aDocx({
  text = 'Attestation',
  runs = '',
  relations = '',
  types = '',
  main = MAIN,
  more = {},
  compress = true,
  rawRelations,
}: DocxParts = {}): Promise<Buffer> {
  const zip = new ZipFile();
  const add = (name: string, content: string | Buffer): void => zip.addBuffer(Buffer.from(content), name, { compress });
  add(
    '[Content_Types].xml',
    xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/>${types}</Types>`,
    ),
  );
  add(
    '_rels/.rels',
    xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
  );
  add(
    'word/document.xml',
    xml(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${RELATIONS}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r>${runs}</w:p></w:body></w:document>`,
    ),
  );
  add(
    'word/_rels/document.xml.rels',
    rawRelations ?? xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`),
  );
  for (const [name, content] of Object.entries(more)) add(name, content);
  return finish(zip);
}
/** A ZIP of these entries, and nothing else. */
export function aZip(entries: Record<string, string | Buffer>, compress = true): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name, { compress });
  return finish(zip);
}
async function finish(zip: ZipFile): Promise<Buffer> {
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
