const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

/** A piece of page that is already HTML: anything else is escaped where it is put in. */
export interface Html {
  readonly html: string;
}
export type Piece = Html | string | number | readonly Piece[];
const written = (piece: Piece): string =>
  typeof piece === 'string' || typeof piece === 'number'
    ? escape(String(piece))
    : 'html' in piece
      ? piece.html
      : piece.map(written).join('');
/** `html\`<p>${text}</p>\``: what is put in is escaped, unless it is a piece itself. */
export const html = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  html: parts.reduce((page, part, i) => page + part + (i < pieces.length ? written(pieces[i]!) : ''), ''),
});

export const list = (items: readonly Piece[]): Html =>
  html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;
export const table = (head: readonly string[], rows: readonly (readonly Piece[])[]): Html =>
  html`<table>
    <thead>
      <tr>
        ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell) => html`<td>${cell}</td>`)}
          </tr> `,
      )}
    </tbody>
  </table>`;
/** Names beside what they stand for. */
export const sheet = (rows: readonly (readonly [name: string, value: Piece])[]): Html =>
  html`<table class="sheet">
    <tbody>
      ${rows.map(
        ([name, value]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;

const STYLE = `body{font:11pt/1.45 system-ui,sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem;color:#111}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.2rem}th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top}
th{background:#eee}.sheet th{width:14rem}ul{margin:0;padding-left:1.1rem}a{color:#123b7a;overflow-wrap:anywhere}td{overflow-wrap:anywhere}
.signature td{height:3rem}@media print{a{color:inherit}h2{break-after:avoid}tr{break-inside:avoid}}`;

/** A whole page that stands alone: no script, nothing loaded from elsewhere. */
export const page = (language: string, title: string, body: Piece): string =>
  `<!doctype html>\n${
    html`<html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${{ html: STYLE }}
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        ${body}
      </body>
    </html> `.html
  }`;
