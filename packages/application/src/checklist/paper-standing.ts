import type { ChecklistLine, ChecklistPaper, ItemState, PaperStanding } from '@permanence/contracts';
import { addMonths, type ChecklistItem, type DocumentType, type EvidenceDocument, type IsoDate } from '@permanence/rules';

/** Papers that say until when they are good. */
const EXPIRE: readonly DocumentType[] = ['passport', 'nationality-proof'];

/** How a paper stands before an item on the day of filing. A paper whose language nobody noted is taken as it is: the screen shows it. */
export function paperStanding(item: ChecklistItem, paper: EvidenceDocument, onDate: IsoDate): PaperStanding {
  const until = paper.periodCovered?.to;
  if (EXPIRE.includes(paper.docType) && until && until < onDate) return 'expired';
  if (item.notOlderThanMonths !== undefined) {
    if (!paper.dateDrawnUp) return 'undated';
    // Six months to the day are no longer “less than six months”.
    if (paper.dateDrawnUp <= addMonths(onDate, -item.notOlderThanMonths)) return 'too-old';
  }
  if (paper.language && paper.language !== 'fr' && paper.translated !== true) return 'to-translate';
  return 'good';
}

/** The nearest to being good first. */
const BEST: readonly PaperStanding[] = ['good', 'to-translate', 'undated', 'too-old', 'expired'];
export function itemState(item: ChecklistItem, papers: readonly Pick<ChecklistPaper, 'standing'>[], seesRestricted: boolean): ItemState {
  if (!item.docTypes.length) return 'by-hand';
  const best = BEST.find((standing) => papers.some((paper) => paper.standing === standing));
  if (best) return best === 'good' ? 'held' : best;
  return item.restricted && !seesRestricted ? 'hidden' : 'missing';
}

export const toLine = (item: ChecklistItem, papers: ChecklistPaper[], seesRestricted: boolean): ChecklistLine => ({
  id: item.id,
  state: itemState(item, papers, seesRestricted),
  docTypes: [...item.docTypes],
  notOlderThanMonths: item.notOlderThanMonths ?? null,
  restricted: item.restricted ?? false,
  papers: [...papers].sort((a, b) => BEST.indexOf(a.standing) - BEST.indexOf(b.standing)),
});
