import { weighingMessages } from '@permanence/rules';
import { termsIn } from './glossary.ts';

/** Terms of the law that the screens use and a volunteer may not know, beside every acronym. */
const TERMS = {
  fr: `récépissé, préfecture, titre de séjour, mention, ordre public, polygamie, filiation, autorité parentale, ascendant, apatride,
    protection subsidiaire, résidence habituelle, métiers en tension, rente, regroupement familial, réunification familiale,
    ordonnance de protection, main courante, transcription, examen civique, concubinage, commission du titre de séjour, discrétionnaire,
    aide juridictionnelle, visa court séjour, visa long séjour`,
  en: 'récépissé, préfecture, polygamy, filiation, parental authority, stateless, subsidiary protection, shortage occupations',
};
/** Names of the checklist's own items, no words of the trade. */
const NO_TERM = /^DOC-/;

describe.each(['fr', 'en'] as const)('the glossary (%s)', (language) => {
  const { glossary, ...rest } = weighingMessages(language);
  it('has an entry for every acronym on the screens', () => {
    const texts: string[] = [];
    const gather = (value: unknown): void => {
      if (typeof value === 'string') texts.push(value);
      else if (typeof value === 'object' && value) Object.values(value).forEach(gather);
    };
    gather(rest);
    const acronyms = new Set(texts.flatMap((text) => text.match(/\b[A-Z]{3,}(?:-[A-Z]{2,})?\b/g) ?? []));
    expect(acronyms.size).toBeGreaterThan(15);
    expect([...acronyms].filter((word) => !NO_TERM.test(word) && termsIn([word], glossary).length === 0)).toEqual([]);
  });
  it('has an entry for the terms of the law', () => {
    const missing = TERMS[language].split(/,\s*/).filter((term) => termsIn([term], glossary).length === 0);
    expect(missing).toEqual([]);
  });
});

describe('the terms of a text', () => {
  const { glossary } = weighingMessages('fr');
  const keys = (text: string) => termsIn([text], glossary).map(({ key }) => key);
  it('are found as acronyms, in full and in the plural, but not inside another word', () => {
    expect(keys('Une OQTF et des récépissés.')).toEqual(expect.arrayContaining(['oqtf', 'recepisse']));
    expect(keys('obligation de quitter le territoire français')).toContain('oqtf');
    expect(keys('une parente')).toEqual([]);
  });
});
