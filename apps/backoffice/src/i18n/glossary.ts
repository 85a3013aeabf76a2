import type { WeighingMessages } from '@permanence/rules';

type Entry = WeighingMessages['glossary'][string];
/** The ways a term is written: `OQTF` and what it stands for, both of `CDI, CDD`. */
const spellings = ({ term }: Entry): string[] => {
  const [head = '', inside = ''] = term.split(/ \(|\)/);
  return [...head.split(', '), ...inside.split(', ')].filter((part) => part.length > 2);
};
/** As part of a longer word too (a plural), but not in the middle of one. Acronyms as they are written. */
const occurs = (spelling: string, text: string): boolean => {
  const isAcronym = spelling === spelling.toUpperCase();
  const [needle, hay] = isAcronym ? [spelling, text] : [spelling.toLowerCase(), text.toLowerCase()];
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(hay[at - 1]!)) return true;
  }
  return false;
};

/** Entries of the glossary for the terms of the trade in these texts, in the order of the glossary. */
export function termsIn(texts: readonly string[], glossary: WeighingMessages['glossary']): { key: string; entry: Entry }[] {
  const text = texts.join(' \n ');
  return Object.entries(glossary)
    .filter(([, entry]) => spellings(entry).some((spelling) => occurs(spelling, text)))
    .map(([key, entry]) => ({ key, entry }));
}
