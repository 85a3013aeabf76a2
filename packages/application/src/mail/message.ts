import type { Language } from './sentences/shape.ts';

/** A message as it will be sent, before it is put into an envelope. */
export interface Message {
  language: string;
  direction: 'ltr' | 'rtl';
  reviewed: boolean;
  subject: string;
  text: string;
  html: string;
}
/** A value to fill in. Figures, Latin names and addresses are set apart, so that a right-to-left line keeps their order. */
export interface Part {
  value: string;
  apart?: boolean;
  /** Someone else's word, in a script we do not know. */
  unknownScript?: boolean;
  /** A link's address. */
  href?: string;
}
export type Parts = Record<string, Part>;
export interface Line {
  sentence: string;
  parts?: Parts;
  strong?: boolean;
  /** One entry of a list; entries that follow each other make one list. */
  entry?: boolean;
  /** A heading within the message. */
  heading?: boolean;
}
/** Lines in one language. */
export interface Section {
  language: Pick<Language, 'code' | 'direction'>;
  lines: readonly Line[];
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!);
/** U+2066 and U+2069: what stands between keeps its own order in any line, in plain text too. */
const apartInText = (value: string): string => `\u2066${value}\u2069`;
/** U+2068: the same for a word whose direction is its own. */
const ownDirection = (value: string): string => `\u2068${value}\u2069`;
/**
 * A whole line in its own direction, whatever that of the page it is shown in: isolated for a program that has one direction for all, and
 * with a mark before it (U+200F, U+200E) for one that asks the first letter, which looks past what is isolated.
 */
const lineApart = (line: string, direction: 'ltr' | 'rtl'): string =>
  direction === 'rtl' ? `\u200f\u2067${line}\u2069` : `\u200e\u2066${line}\u2069`;

const fill = (sentence: string, parts: Parts, plain: (text: string) => string, part: (part: Part) => string): string =>
  sentence
    .split(/(\{\w+\})/)
    .map((piece) => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (!name) return plain(piece);
      const given = parts[name];
      if (!given) throw new Error(`nothing to fill in for ${name}`);
      return part(given);
    })
    .join('');

export const fillText = ({ sentence, parts = {} }: Line, direction: 'ltr' | 'rtl'): string =>
  fill(
    sentence,
    parts,
    (text) => text,
    (part) => {
      if (part.unknownScript) return ownDirection(part.value);
      return part.apart && direction === 'rtl' ? apartInText(part.value) : part.value;
    },
  );
/** What must not be cut by the end of a line: a phone number, a date in figures, a reference. */
const KEPT_WHOLE = 24;
/** A long address is shown by its host; the plain text has it in full. */
const hostOf = (address: string): string => (/^https?:/.test(address) ? new URL(address).host : address);
const partInHtml = ({ value, apart, unknownScript, href }: Part): string => {
  const words = hostOf(value);
  const kept = apart && words.length <= KEPT_WHOLE ? ' style="white-space:nowrap"' : '';
  const text = escapeHtml(words);
  const shown = apart ? `<bdi dir="ltr"${kept}>${text}</bdi>` : unknownScript ? `<bdi>${text}</bdi>` : text;
  return href ? `<a href="${escapeHtml(href)}">${shown}</a>` : shown;
};
/** A colon of a French sentence does not begin a line. */
const sentenceInHtml = (text: string): string => escapeHtml(text.replace(/ ([:;?!])/g, '\u00a0$1'));
const fillHtml = ({ sentence, parts = {} }: Line): string => fill(sentence, parts, sentenceInHtml, partInHtml);
const htmlOf = (lines: readonly Line[]): string =>
  lines
    .map((line, at) => {
      const inner = line.strong ? `<strong>${fillHtml(line)}</strong>` : fillHtml(line);
      if (line.heading) return `<h2 style="font-size:20px;margin:20px 0 8px">${inner}</h2>`;
      if (!line.entry) return `<p style="margin:0 0 12px">${inner}</p>`;
      const open = lines[at - 1]?.entry ? '' : '<ul style="margin:0 0 12px;padding-inline-start:24px">';
      return `${open}<li style="margin:0 0 8px">${inner}</li>${lines[at + 1]?.entry ? '' : '</ul>'}`;
    })
    .join('');
const textOf = (line: Line, direction: 'ltr' | 'rtl', mixed: boolean): string => {
  const written = `${line.entry ? '- ' : ''}${fillText(line, direction)}`;
  return `${line.heading ? '\n' : ''}${mixed ? lineApart(written, direction) : written}`;
};

/** The text part, written for itself: one sentence a line, a blank line between languages. */
export const asText = (sections: readonly Section[]): string => {
  const mixed = sections.some((s) => s.language.direction === 'rtl');
  return `${sections.map((s) => s.lines.map((line) => textOf(line, s.language.direction, mixed)).join('\n')).join('\n\n--\n\n')}\n`;
};

/** A small page without any image or address to load. Language and direction stand on the root, and on each passage that differs. */
export const asHtml = (sections: readonly Section[]): string => {
  const [first] = sections;
  const { code, direction } = first!.language;
  const body = sections.map(
    (s, at) =>
      `${at ? '<hr style="border:0;border-top:1px solid #767676;margin:0 0 20px">' : ''}<div lang="${s.language.code}" dir="${s.language.direction}" style="text-align:${s.language.direction === 'rtl' ? 'right' : 'left'};margin:0 0 24px">${htmlOf(s.lines)}</div>`,
  );
  return (
    `<!doctype html><html lang="${code}" dir="${direction}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title></title></head>` +
    `<body style="font:18px/1.5 sans-serif;color:#1a1a1a;background:#ffffff;margin:24px;max-width:36em;overflow-wrap:anywhere">${body.join('')}</body></html>`
  );
};
