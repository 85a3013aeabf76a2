import { ANSWER_KINDS, type AnswerKind } from '@permanence/contracts';
import { ANSWER_SENTENCES, type AnswerSentences } from './page-sentences.ts';
import type { AnswerPage } from './answer-message.ts';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!);

/** The person's language first, French beside it for whoever helps them to read; without either, French and English. */
const languagesOf = (language: string | null): string[] => [
  ...new Set([language && language in ANSWER_SENTENCES ? language : 'fr', ...(language ? ['fr'] : ['fr', 'en'])]),
];
const STYLE =
  'body{font:20px/1.5 sans-serif;color:#1a1a1a;background:#fff;margin:0 auto;padding:24px;max-width:32em}' +
  'button{display:block;width:100%;margin:0 0 16px;padding:14px;font:inherit;text-align:start;color:#1a1a1a;background:#f2f2f2;' +
  'border:2px solid #555;border-radius:8px;cursor:pointer}button:focus-visible{outline:4px solid #0a58ca;outline-offset:2px}' +
  'button span{display:block}button .beside{font-size:16px;color:#444}section{margin:0 0 24px}';

function document(languages: readonly string[], nonce: string, body: string): string {
  const [first = 'fr'] = languages;
  const { direction, title } = ANSWER_SENTENCES[first]!;
  return (
    `<!doctype html><html lang="${first}" dir="${direction}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow">` +
    `<meta name="referrer" content="no-referrer"><style nonce="${escapeHtml(nonce)}">${STYLE}</style></head>` +
    `<body><main>${body}</main></body></html>`
  );
}
const passages = (languages: readonly string[], lines: (s: AnswerSentences) => readonly string[]): string =>
  languages
    .map((code) => {
      const s = ANSWER_SENTENCES[code]!;
      return `<section lang="${code}" dir="${s.direction}">${lines(s)
        .map((line, i) => (i ? `<p>${escapeHtml(line)}</p>` : `<h1>${escapeHtml(line)}</h1>`))
        .join('')}</section>`;
    })
    .join('');

/** Four buttons and nothing else. No script and no form that sends itself: only a press acts. */
export function answerFormHtml(page: AnswerPage, token: string, nonce: string): string {
  const languages = languagesOf(page.language);
  const [first = 'fr', second] = languages;
  const button = (kind: AnswerKind): string =>
    `<button type="submit" formaction="/api/answer/${escapeHtml(token)}/${kind}"><span>${escapeHtml(ANSWER_SENTENCES[first]![kind])}</span>` +
    (second ? `<span class="beside" lang="${second}" dir="ltr">${escapeHtml(ANSWER_SENTENCES[second]![kind])}</span>` : '') +
    '</button>';
  const intro = passages(languages, (s) => [s.title, s.choose]);
  return document(languages, nonce, `${intro}<form method="post">${ANSWER_KINDS.map(button).join('')}</form>`);
}

/** What is shown after an answer, the first time and every other time. */
export function answeredHtml(page: AnswerPage, kind: AnswerKind, nonce: string): string {
  const languages = languagesOf(page.language);
  const { phone } = page;
  const lines = (s: AnswerSentences): string[] => [
    kind === 'stop' ? s.stopped : s.kept,
    ...(phone && kind !== 'stop' ? [s.call.replace('{phone}', phone)] : []),
  ];
  return document(languages, nonce, passages(languages, lines));
}

/** A link that is unknown, malformed or over: one page for all of them. */
export function answerOverHtml(nonce: string): string {
  const languages = languagesOf(null);
  return document(
    languages,
    nonce,
    passages(languages, (s) => [s.title, s.over]),
  );
}
