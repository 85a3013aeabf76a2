/** Text without accents, case or punctuation, so that “Éa N’Diaye” is found by “ndiaye” and “ea”. */
export const searchText = (...parts: readonly string[]): string =>
  parts
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const searchWords = (query: string): string[] => searchText(query).split(' ').filter(Boolean).slice(0, 6);
