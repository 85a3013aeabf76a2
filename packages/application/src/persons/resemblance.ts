/** Trigrams of a word, padded as PostgreSQL's pg_trgm does. */
const trigrams = (word: string): Set<string> => {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
};
const alike = (a: string, b: string): number => {
  const [x, y] = [trigrams(a), trigrams(b)];
  const shared = [...x].filter((t) => y.has(t)).length;
  return shared / (x.size + y.size - shared);
};

/**
 * Whether two people are likely one: every word of the shorter name finds a close word in the other (order and one typing error
 * forgiven), and the birth dates do not contradict each other; a swapped day and month or the same year still count as close.
 */
export const likelySame = (
  a: { words: readonly string[]; birthOn: string | null },
  b: { words: readonly string[]; birthOn: string | null },
): boolean => {
  const [few, many] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (!few.length) return false;
  const namesMatch = few.every((word) => many.some((other) => word === other || alike(word, other) >= 0.5));
  if (!namesMatch || !a.birthOn || !b.birthOn || a.birthOn === b.birthOn) return namesMatch;
  const [y1, m1, d1] = a.birthOn.split('-');
  const [y2, m2, d2] = b.birthOn.split('-');
  return (y1 === y2 && (m1 === m2 || d1 === d2)) || (y1 === y2 && m1 === d2 && d1 === m2) || (m1 === m2 && d1 === d2);
};
