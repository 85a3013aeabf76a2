import { fillText } from './message.ts';
import { shortLinesOf } from './person-lines.ts';
import type { PersonNotice } from './person-message.ts';
import { plainForSms } from './sms-length.ts';
import { languageOf } from './sentences/languages.ts';

/** Written without their accents they stay readable; Turkish would change its words. */
const PLAIN_LANGUAGES = new Set(['fr', 'en', 'es', 'pt']);

/** The same notice as a short message: in the person's language only, without link, place or greeting. */
export function personSms(notice: PersonNotice): string {
  const language = languageOf(notice.language);
  const text = shortLinesOf(language, notice)
    .map((line) => fillText(line, language.direction))
    .join(' ');
  return PLAIN_LANGUAGES.has(language.code) ? plainForSms(text) : text;
}
