import { administrations } from './layouts/administrations.ts';
import { institutions } from './layouts/institutions.ts';
import { people } from './layouts/people.ts';
import { chance } from './chance.ts';
import { inkOf, type Answer, type Layout } from './made-paper.ts';
import { pictureAsPdf, scanned } from './scan.ts';
import { Sheet } from './sheet.ts';

export const LAYOUTS: Readonly<Record<string, Layout>> = { ...administrations, ...institutions, ...people };

export interface MadePaper {
  /** `edfBill-2`: which layout, which made one of it. */
  name: string;
  answer: Answer;
  pdf: Buffer;
  handwritten: boolean;
}
/** One paper of a layout; `nth` changes the people, the days and the way they are written. */
export function aPaper(layout: string, nth: number): MadePaper {
  const draw = LAYOUTS[layout];
  if (!draw) throw new RangeError(`no layout ${layout}`);
  const seed = Array.from(layout).reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, nth * 7_919);
  const luck = chance(seed);
  const ink = inkOf(luck);
  const sheet = new Sheet();
  const { drawnUpOn, ...answer } = draw(sheet, ink);
  return {
    name: `${layout}-${nth}`,
    answer: { ...answer, drawnUpOn: drawnUpOn === null ? null : ink.drawn },
    pdf: sheet.toPdf(luck.next),
    handwritten: sheet.handwritten,
  };
}
/** Every layout `each` times. */
export const corpus = (each: number): MadePaper[] =>
  Object.keys(LAYOUTS).flatMap((layout) => Array.from({ length: each }, (_, nth) => aPaper(layout, nth)));

export interface MadeScan {
  mediaType: 'application/pdf' | 'image/jpeg';
  bytes: Buffer;
}
/** The paper as a scan: a JPEG as a phone sends it, or a PDF without text as a scanner makes it. */
export async function aScan({ name, pdf }: MadePaper): Promise<MadeScan> {
  const luck = chance(Array.from(name).reduce((sum, sign) => (sum * 33 + sign.charCodeAt(0)) >>> 0, 5));
  const jpeg = await scanned(pdf, {
    dpi: luck.pick([150, 200, 200, 240]),
    turn: (luck.next() - 0.5) * 4,
    grain: luck.whole(6, 22),
    blur: 0.3 + luck.next() * 0.6,
    quality: luck.whole(45, 80),
    paper: 0.84 + luck.next() * 0.16,
  });
  return luck.next() < 0.5 ? { mediaType: 'image/jpeg', bytes: jpeg } : { mediaType: 'application/pdf', bytes: await pictureAsPdf(jpeg) };
}
