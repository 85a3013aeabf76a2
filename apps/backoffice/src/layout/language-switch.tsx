import { useEffect } from 'react';
import { useSetLocale } from 'react-admin';
import { useWords } from '../i18n/words.ts';

/** French or English; the page's own language follows, for screen readers. Kept in memory only. */
export function LanguageSwitch() {
  const { words, locale } = useWords();
  const setLocale = useSetLocale();
  const other = locale === 'fr' ? 'en' : 'fr';
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <button type="button" className="btn btn-quiet" lang={other} title={words.layout.languageLabel} onClick={() => setLocale(other)}>
      {words.layout.language}
    </button>
  );
}
