import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as mupdf from 'mupdf';
import type { FrontMatter, IndexLine, MonthCell } from './front-matter.ts';
import { woffToFont } from './woff.ts';

const require = createRequire(import.meta.url);
const fonts = new Map<string, mupdf.Font>();
const font = (folder: string, script: string, bold: boolean): mupdf.Font => {
  const name = `${folder}-${script}-${bold ? 700 : 400}-normal`;
  let known = fonts.get(name);
  if (!known) {
    known = new mupdf.Font(name, woffToFont(readFileSync(require.resolve(`@fontsource/${folder}/files/${name}.woff`))));
    fonts.set(name, known);
  }
  return known;
};
/** What a sign is set in that the first font has not, by its script. */
const OTHER_SCRIPTS: Readonly<Record<string, readonly [folder: string, script: string]>> = {
  Arabic: ['noto-sans-arabic', 'arabic'],
  Latin: ['noto-sans', 'latin-ext'],
  Cyrillic: ['noto-sans', 'cyrillic'],
  Greek: ['noto-sans', 'greek'],
  Devanagari: ['noto-sans', 'devanagari'],
};
mupdf.installLoadFontFunction((name, script, bold) => {
  const other = OTHER_SCRIPTS[script];
  if (other) return font(...other, bold);
  return name === 'Sans' ? font('noto-sans', 'latin', bold) : null;
});

const STYLE = `
@page { margin: 48pt; }
body { font-family: Sans; font-size: 10.5pt; line-height: 1.35; color: #111111; }
h1 { font-size: 17pt; margin: 0 0 6pt 0; }
p { margin: 0 0 8pt 0; }
table { border-collapse: collapse; width: 100%; }
td { padding: 3pt 4pt; border: 0.6pt solid #999999; vertical-align: top; }
.right { margin-left: 250pt; }
.block { margin-bottom: 26pt; }
.line { margin: 0; }
.subject { font-weight: bold; margin: 20pt 0 14pt 0; }
.head td, .section td, .number, .year { font-weight: bold; }
.section td { background-color: #ececec; }
.cell { text-align: center; font-size: 9pt; padding: 2pt 1pt; }
.strong { background-color: #dcdcdc; font-weight: bold; }
.pieces { font-size: 6.5pt; font-weight: normal; }
.pages { text-align: right; }
`;
/** A4. */
const [WIDTH, HEIGHT] = [595, 842];

const safe = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const lines = (all: readonly string[], style = 'line'): string => all.map((line) => `<p class="${style}">${safe(line)}</p>`).join('');
const cells = (texts: readonly string[]): string => texts.map((text) => `<td>${safe(text)}</td>`).join('');
const page = (body: string): string => `<html lang="fr"><head><style>${STYLE}</style></head><body>${body}</body></html>`;

const letterPage = ({ letter }: FrontMatter): string =>
  page(
    `<div class="block">${lines(letter.from)}</div><div class="right block">${lines(letter.to)}</div>` +
      `<p class="right">${safe(letter.place)}</p><p class="subject">${safe(letter.subject)}</p>` +
      `${lines(letter.paragraphs, 'paragraph')}<div class="right">${lines(letter.signature)}</div>`,
  );

const pagesOf = ({ pages, apart }: IndexLine): string => {
  if (!pages) return apart ?? '';
  return pages.from === pages.to ? String(pages.from) : `${pages.from} à ${pages.to}`;
};
const indexPage = ({ index }: FrontMatter): string =>
  page(
    `<h1>${safe(index.title)}</h1><p>${safe(index.intro)}</p><table><tr class="head">${cells(index.heads)}</tr>` +
      index.sections
        .map(
          ({ title, lines: own }) =>
            `<tr class="section"><td></td><td>${safe(title)}</td><td></td><td></td></tr>` +
            own
              .map(
                (line) =>
                  `<tr><td class="number">${line.number}</td><td>${safe(line.title)}</td><td>${safe(line.drawnUp ?? '—')}</td>` +
                  `<td class="pages">${safe(pagesOf(line))}</td></tr>`,
              )
              .join(''),
        )
        .join('') +
      '</table>',
  );

const monthCell = ({ letter, strong, pieces }: MonthCell): string =>
  `<td class="cell${strong ? ' strong' : ''}">${safe(letter)}${pieces ? `<br/><span class="pieces">${safe(pieces)}</span>` : ''}</td>`;
const presencePage = (presence: NonNullable<FrontMatter['presence']>): string =>
  page(
    `<h1>${safe(presence.title)}</h1><p>${safe(presence.intro)}</p>` +
      `<table><tr class="head"><td>${safe(presence.yearHead)}</td>${presence.monthHeads.map((m) => `<td class="cell">${safe(m)}</td>`).join('')}</tr>` +
      presence.years.map(({ year, cells: own }) => `<tr><td class="year">${safe(year)}</td>${own.map(monthCell).join('')}</tr>`).join('') +
      `</table><p> </p>${lines(presence.legend)}`,
  );

export interface RenderedFront {
  pdf: Uint8Array;
  /** Where each part begins, counted from 0. */
  starts: { title: string; page: number }[];
}

/**
 * Sets the letter, the index and, where it is wanted, the table of months. MuPDF lays them out from HTML: letters are shaped and lines
 * ordered as each script asks, so that a name in Arabic is itself beside French words and figures.
 */
export function renderFront(front: FrontMatter): RenderedFront {
  const parts = [
    { title: front.bookmarks.letter, html: letterPage(front) },
    { title: front.bookmarks.index, html: indexPage(front) },
    ...(front.presence ? [{ title: front.bookmarks.presence, html: presencePage(front.presence) }] : []),
  ];
  const buffer = new mupdf.Buffer();
  const writer = new mupdf.DocumentWriter(buffer, 'pdf', 'compress');
  const starts: RenderedFront['starts'] = [];
  let page = 0;
  for (const { title, html } of parts) {
    const document = mupdf.Document.openDocument(Buffer.from(html, 'utf8'), 'text/html');
    document.layout(WIDTH, HEIGHT, 10.5);
    starts.push({ title, page });
    for (let i = 0; i < document.countPages(); i++, page++) {
      const one = document.loadPage(i);
      one.run(writer.beginPage(one.getBounds()), mupdf.Matrix.identity);
      writer.endPage();
      one.destroy();
    }
    document.destroy();
  }
  writer.close();
  const pdf = Uint8Array.from(buffer.asUint8Array());
  buffer.destroy();
  return { pdf, starts };
}
