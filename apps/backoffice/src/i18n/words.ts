import { useCallback } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import type { Locale } from '../api/problem.ts';
import { en } from './messages.en.ts';
import { fr } from './messages.fr.ts';
import { problemIn } from './problems.ts';

/** Every word of the screens; English must say all that French says, or it does not compile. */
export type Words = typeof fr;
export const WORDS: Record<Locale, Words> = { fr, en };

export function useWords() {
  const [current] = useLocaleState();
  const translate = useTranslate();
  const locale: Locale = current === 'en' ? 'en' : 'fr';
  return {
    words: WORDS[locale],
    locale,
    /** A sentence of the API about a field, in the language of the screen. */
    problem: (sentence: string) => problemIn(sentence, locale),
    /** A message of react-admin's own, or a sentence as it is. */
    say: useCallback((message: string) => translate(message, { _: message }), [translate]),
  };
}
