import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Sheets of law that a jurist has reviewed, kept beside their spec (`*.reviewed.json`): the rules as data, and the whole answer to each
 * worked example. A change of law changes its line, and the change is read with the code. `LAW_REVIEW=write` writes them anew.
 */
type Entries = Readonly<Record<string, unknown>>;

/** As it would be stored: without functions and without what is undefined. */
const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));
const isEmpty = (value: object) => Object.keys(value).length === 0;
/** One line for each field of an entry, so that a difference reads as a sentence and not as a page. */
const printEntry = (value: unknown): string =>
  value === null || typeof value !== 'object' || isEmpty(value)
    ? JSON.stringify(value)
    : Array.isArray(value)
      ? `[\n${value.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`
      : `{\n${Object.entries(value)
          .map(([key, field]) => `    ${JSON.stringify(key)}: ${JSON.stringify(field)}`)
          .join(',\n')}\n  }`;
const print = (entries: Entries): string =>
  `{\n${Object.entries(entries)
    .map(([key, entry]) => `  ${JSON.stringify(key)}: ${printEntry(entry)}`)
    .join(',\n')}\n}\n`;

const writing = process.env.LAW_REVIEW === 'write';

/** A reviewed sheet, and the test that says whether one entry is still what was reviewed. */
export const reviewedSheet = (file: string, keys: readonly string[]) => {
  let read: Entries | undefined;
  const reviewed = (): Entries => (read ??= existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Entries) : {});
  const written: Record<string, unknown> = {};
  return {
    /** Fails where the entry differs from what was reviewed. */
    check: (key: string, now: unknown): void => {
      if (writing) {
        written[key] = plain(now);
        if (Object.keys(written).length === keys.length) writeFileSync(file, print(written));
        return;
      }
      expect(plain(now)).toEqual(reviewed()[key]);
    },
    /** What sets the sheet apart from the entries: those gone, those never reviewed, those named twice. */
    differences: (): readonly string[] => {
      const before = writing ? keys : Object.keys(reviewed());
      return [...before.filter((key) => !keys.includes(key)), ...keys.filter((key, i) => !before.includes(key) || keys.indexOf(key) !== i)];
    },
  };
};

/** One test for each entry, and one for the list of them. */
export const itIsAsReviewed = (file: string, entries: Entries): void => {
  const sheet = reviewedSheet(file, Object.keys(entries));
  it('holds the entries reviewed and no other', () => expect(sheet.differences()).toEqual([]));
  it.each(Object.keys(entries))('%s is as reviewed', (key) => sheet.check(key, entries[key]));
};
