import { CHECKLIST_STEPS, documentTypes, type DocumentType } from '@permanence/rules';
import { z } from 'zod';
import { Day, Id } from './common.ts';

/** How one paper stands before one item of the list. */
export const PAPER_STANDINGS = ['good', 'to-translate', 'undated', 'too-old', 'expired'] as const;
export type PaperStanding = (typeof PAPER_STANDINGS)[number];
/**
 * How an item stands. `held`: at least one good paper. `by-hand`: a form, photographs, a stamp, which the vault has no type for.
 * `hidden`: its papers are kept in the restricted part, which the caller may not see. Otherwise the best standing of the papers there are.
 */
export const ITEM_STATES = ['held', 'to-translate', 'undated', 'too-old', 'expired', 'missing', 'by-hand', 'hidden'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export const ChecklistQuery = z.strictObject({ step: z.enum(CHECKLIST_STEPS).default('first'), onDate: Day.optional() });
export type ChecklistQuery = z.infer<typeof ChecklistQuery>;

export const ChecklistPaper = z.object({
  id: Id,
  docType: z.string(),
  label: z.string().nullable(),
  drawnUpOn: z.string().nullable(),
  standing: z.enum(PAPER_STANDINGS),
  /** Put into this dossier; otherwise it lies with the person's other papers. */
  linked: z.boolean(),
});
export type ChecklistPaper = z.infer<typeof ChecklistPaper>;
export const ChecklistLine = z.object({
  /** Its words are in the message files of the rules (`checklist`). */
  id: z.string(),
  state: z.enum(ITEM_STATES),
  /** Types of papers that answer it; empty: none the vault knows. */
  docTypes: z.array(z.enum(documentTypes as [DocumentType, ...DocumentType[]])),
  notOlderThanMonths: z.int().nullable(),
  restricted: z.boolean(),
  papers: z.array(ChecklistPaper),
});
export type ChecklistLine = z.infer<typeof ChecklistLine>;
export const DossierChecklist = z.object({
  /** Null: the dossier pursues no basis yet, and the list is empty. */
  basis: z.string().nullable(),
  step: z.enum(CHECKLIST_STEPS),
  /** Day of filing the ages are counted from. */
  onDate: z.string(),
  lines: z.array(ChecklistLine),
  /** Papers of the dossier that answer no item. */
  others: z.array(ChecklistPaper),
});
export type DossierChecklist = z.infer<typeof DossierChecklist>;
