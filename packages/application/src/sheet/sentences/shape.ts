import type { SHEET_LINES } from '@permanence/contracts';

/** What there is to do, at the level of a paper that anybody may find. */
export type SheetKind = 'appeal' | 'window' | 'follow-up';
/** `online` and `counter` are where a request is filed; the courts by family, {name} being a town. */
export type SheetPlace = 'administrative-court' | 'asylum-court' | 'letter' | 'online' | 'counter' | 'us';

export interface SheetSentences {
  title: string;
  label: Record<(typeof SHEET_LINES)[number], string>;
  what: Record<SheetKind, string>;
  /** {words} {figures} */
  when: string;
  /** {words} {figures} {hour} */
  whenAtHour: string;
  where: Record<SheetPlace, string>;
  /** {name} */
  administrativeCourtOf: string;
  bring: string;
  items: Record<SheetKind, readonly string[]>;
  /** {phone} */
  call: string;
  callWithoutPhone: string;
  beware: Record<SheetKind, string>;
}
