/** One line of the index. Everything is text to be set as it is: what it says was decided where the papers are read. */
export interface IndexLine {
  number: number;
  title: string;
  /** As it is written in the language of the letter; null: not known. */
  drawnUp: string | null;
  /** Where it begins and ends, as stamped on the pages; null: it comes as a file of its own. */
  pages: { from: number; to: number } | null;
  /** What stands in the place of the pages then. */
  apart: string | null;
}
export interface IndexSection {
  title: string;
  lines: IndexLine[];
}
export interface MonthCell {
  /** Letter of its state; empty outside the time looked at. */
  letter: string;
  strong: boolean;
  /** Numbers of the pieces drawn up in it. */
  pieces: string;
}
/** What comes before the pieces: letter, index, table of months. */
export interface FrontMatter {
  title: string;
  letter: { from: string[]; to: string[]; place: string; subject: string; paragraphs: string[]; signature: string[] };
  index: { title: string; intro: string; heads: [string, string, string, string]; sections: IndexSection[] };
  presence: {
    title: string;
    intro: string;
    yearHead: string;
    monthHeads: string[];
    years: { year: string; cells: MonthCell[] }[];
    legend: string[];
  } | null;
  /** Titles in the reader's list of bookmarks. */
  bookmarks: { letter: string; index: string; presence: string };
}
