import { addDays, addMonths, addYears } from '../calendar/iso-date.ts';
import { YOUNG_UNTIL_19 } from './lists.ts';
import type { Paper } from './paper.ts';

const entry = (p: Paper): void => {
  const { entryOn, entryVisa, longStayVisaMention: mention, permit, requested } = p.input;
  const vlsTs = permit?.title === 'vls-ts' || mention === 'vls-ts';
  const other = !permit?.title && !vlsTs && requested?.kind !== 'renewal';
  if (vlsTs) {
    if (entryOn) p.date('VLSTS-VALIDATE-3M', addMonths(entryOn, 3));
    else p.want('entryOn');
    return;
  }
  if (!other || (!entryOn && requested?.kind !== 'first')) return;
  if (mention !== 'card-to-be-requested' && entryVisa === 'long-stay') p.want('longStayVisaMention');
  else if (!entryOn) p.want('entryOn');
  else if (mention === 'card-to-be-requested') p.date('VLS-NONTS-2M', addMonths(entryOn, 2));
  else if (!entryVisa) p.want('entryVisa');
  else p.date('FIRST-ENTRY-2M', addMonths(entryOn, 2));
};

/** Born on 29 February: the birthday of a common year is 28 February, the earliest reading. */
const young = (p: Paper): void => {
  const { birthDate, requested, today, filedCompleteOn, permit } = p.input;
  if (requested?.kind !== 'first') return;
  if (!birthDate) {
    p.want('birthDate');
    return;
  }
  const eighteenth = addYears(birthDate, 18);
  const nineteenth = addYears(birthDate, 19);
  if (today >= nineteenth) return;
  p.date('MINOR-PREP', addMonths(eighteenth, -12));
  if (p.basis === null) {
    p.want('basisRequested');
    return;
  }
  const listed = YOUNG_UNTIL_19.includes(p.basis);
  const last = listed ? addDays(nineteenth, -1) : addMonths(eighteenth, 2);
  p.date(listed ? 'MINOR-19-EVE' : 'MINOR-18-2M', last);
  if (filedCompleteOn && permit?.channel === 'anef') p.applies('API-FIRST-YOUNG', filedCompleteOn <= last);
};

/** Limits to ask for a first permit. */
export const firstRequest = (p: Paper): void => {
  entry(p);
  young(p);
};
