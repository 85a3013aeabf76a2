import type { DocumentType, EvidenceDocument } from '../evidence/document.ts';
import { BY_ID } from './registry.ts';

/** First request; renewal of the same card; first multi-year card; first resident card or ten-year certificate. */
export const CHECKLIST_STEPS = ['first', 'renewal', 'multi-year', 'resident'] as const;
export type ChecklistStep = (typeof CHECKLIST_STEPS)[number];

export interface ChecklistItem {
  readonly id: string;
  readonly steps: readonly ChecklistStep[];
  /** Bases it belongs to; absent = all of them. */
  readonly bases?: readonly string[];
  /** Any one of these papers answers it; empty = a paper the vault has no type for (a form, photographs, a stamp). */
  readonly docTypes: readonly DocumentType[];
  /** Oldest accepted, in months, counted from the day of filing. */
  readonly notOlderThanMonths?: number;
  /** Kept in the restricted part of the file. */
  readonly restricted?: true;
  /** The general regime only: the Franco-Algerian agreement does not ask it. */
  readonly generalOnly?: true;
  readonly confidence: 'high' | 'medium' | 'low';
}

const EVERY: readonly ChecklistStep[] = ['first', 'renewal', 'multi-year', 'resident'];
const FIRST: readonly ChecklistStep[] = ['first'];
const LATER: readonly ChecklistStep[] = ['renewal', 'multi-year', 'resident'];
const LONG: readonly ChecklistStep[] = ['multi-year', 'resident'];

const TIES = ['vpf-l423-23', 'dz-6-5'];
const SPOUSES = ['spouse-french-l423-1', 'spouse-french-l423-2', 'dz-6-2', 'resident-spouse-french-l423-6', 'dz-7bis-a'];
const VIOLENCE = ['spouse-french-violence-l423-5', 'spouse-french-death-l423-4', 'family-reunification-violence-l423-18'];
const PARENTS = ['parent-french-child-l423-7', 'dz-6-4', 'resident-parent-french-child-l423-10', 'dz-7bis-g'];
const RECOGNITION = ['parent-french-child-l423-7', 'resident-parent-french-child-l423-10'];
const EXCEPTIONAL = ['aes-l435-1', 'dz-discretionary'];
const ILLNESS = ['illness-l425-9', 'dz-6-7'];
const COMMON_LIFE: readonly DocumentType[] = [
  'lease',
  'rent-receipt',
  'utility-bill',
  'tax-notice',
  'caf-certificate',
  'home-insurance',
  'bank-statement',
  'town-hall-cohabitation',
];

/** Papers asked for (annexe 10 of the code and the order of 30 April 2021, with later additions). Local lists vary. */
export const CHECKLIST: readonly ChecklistItem[] = [
  { id: 'DOC-COM-01', steps: FIRST, docTypes: ['birth-certificate'], confidence: 'high' },
  { id: 'DOC-COM-02', steps: EVERY, docTypes: ['passport', 'nationality-proof'], confidence: 'high' },
  {
    id: 'DOC-COM-03',
    steps: EVERY,
    docTypes: ['utility-bill', 'lease', 'rent-receipt', 'tax-notice', 'relative-statement'],
    notOlderThanMonths: 6,
    confidence: 'high',
  },
  { id: 'DOC-COM-04', steps: EVERY, docTypes: [], confidence: 'high' },
  { id: 'DOC-COM-05', steps: EVERY, docTypes: [], confidence: 'high' },
  { id: 'DOC-COM-06', steps: EVERY, docTypes: [], generalOnly: true, confidence: 'high' },
  { id: 'DOC-COM-07', steps: EVERY, docTypes: ['marriage-certificate', 'pacs-certificate', 'birth-certificate'], confidence: 'medium' },
  { id: 'DOC-COM-08', steps: FIRST, docTypes: ['visa', 'entry-stamp'], confidence: 'medium' },
  { id: 'DOC-COM-09', steps: LATER, docTypes: ['administration-letter'], confidence: 'high' },
  { id: 'DOC-COM-10', steps: LATER, docTypes: [], confidence: 'high' },
  { id: 'DOC-COM-11', steps: ['multi-year'], docTypes: ['course-certificate'], generalOnly: true, confidence: 'high' },
  { id: 'DOC-COM-12', steps: LONG, docTypes: ['french-certificate'], generalOnly: true, confidence: 'high' },
  { id: 'DOC-COM-13', steps: LONG, docTypes: [], generalOnly: true, confidence: 'high' },
  {
    id: 'DOC-COM-14',
    steps: ['renewal'],
    bases: ['csp-general-l433-4'],
    docTypes: ['tax-notice', 'caf-certificate', 'health-insurance'],
    confidence: 'medium',
  },
  {
    id: 'DOC-COM-15',
    steps: LONG,
    docTypes: ['medical-certificate', 'school-certificate'],
    restricted: true,
    generalOnly: true,
    confidence: 'high',
  },
  { id: 'DOC-42323-01', steps: EVERY, bases: TIES, docTypes: COMMON_LIFE, confidence: 'medium' },
  {
    id: 'DOC-42323-02',
    steps: EVERY,
    bases: TIES,
    docTypes: [
      'tax-notice',
      'health-insurance',
      'caf-certificate',
      'school-certificate',
      'public-hospital',
      'administration-letter',
      'payslip',
    ],
    confidence: 'medium',
  },
  {
    id: 'DOC-42323-03',
    steps: EVERY,
    bases: TIES,
    docTypes: ['payslip', 'job-promise', 'support-statement', 'french-certificate', 'course-certificate', 'association-certificate'],
    confidence: 'medium',
  },
  { id: 'DOC-42323-04', steps: FIRST, bases: TIES, docTypes: ['other'], confidence: 'medium' },
  { id: 'DOC-4231-01', steps: EVERY, bases: SPOUSES, docTypes: ['marriage-certificate'], confidence: 'high' },
  { id: 'DOC-4231-02', steps: EVERY, bases: SPOUSES, docTypes: COMMON_LIFE, confidence: 'high' },
  {
    id: 'DOC-4231-03',
    steps: EVERY,
    bases: VIOLENCE,
    docTypes: ['police-paper', 'court-paper', 'medical-certificate', 'association-certificate', 'relative-statement'],
    restricted: true,
    confidence: 'medium',
  },
  {
    id: 'DOC-4237-01',
    steps: EVERY,
    bases: PARENTS,
    docTypes: ['birth-certificate', 'nationality-proof', 'school-certificate'],
    confidence: 'high',
  },
  {
    id: 'DOC-4237-02',
    steps: EVERY,
    bases: PARENTS,
    docTypes: ['bank-statement', 'school-certificate', 'medical-certificate', 'court-paper'],
    confidence: 'medium',
  },
  {
    id: 'DOC-4237-03',
    steps: EVERY,
    bases: RECOGNITION,
    docTypes: ['bank-statement', 'court-paper', 'relative-statement'],
    confidence: 'medium',
  },
  {
    id: 'DOC-4351-01',
    steps: FIRST,
    bases: EXCEPTIONAL,
    docTypes: ['tax-notice', 'health-insurance', 'school-certificate', 'payslip', 'job-promise', 'letter'],
    confidence: 'medium',
  },
  { id: 'DOC-4354-01', steps: FIRST, bases: ['aes-shortage-l435-4'], docTypes: ['payslip', 'work-contract'], confidence: 'high' },
  {
    id: 'DOC-4259-01',
    steps: EVERY,
    bases: ILLNESS,
    docTypes: ['health-insurance', 'tax-notice', 'administration-letter', 'utility-bill'],
    confidence: 'medium',
  },
  { id: 'DOC-4259-02', steps: EVERY, bases: ILLNESS, docTypes: ['letter'], confidence: 'medium' },
];

/** The papers to bring for a basis at a step. @throws RangeError for an unknown basis. */
export const checklistFor = (basisId: string, step: ChecklistStep): readonly ChecklistItem[] => {
  const basis = BY_ID.get(basisId);
  if (basis?.kind !== 'basis') throw new RangeError(`unknown basis: "${basisId}"`);
  return CHECKLIST.filter(
    (item) =>
      item.steps.includes(step) && (!item.bases || item.bases.includes(basisId)) && !(item.generalOnly && basis.regime === 'algerian'),
  );
};

export interface ChecklistState {
  readonly item: ChecklistItem;
  /** Papers of the vault that answer it, newest first; empty = still to bring. */
  readonly held: readonly EvidenceDocument[];
}
const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
/** What the vault already holds for each item, on the day of filing. */
export const checklistState = (
  basisId: string,
  step: ChecklistStep,
  documents: readonly EvidenceDocument[],
  onDate: string,
): readonly ChecklistState[] =>
  checklistFor(basisId, step).map((item) => ({
    item,
    held: documents
      .filter(({ docType, dateDrawnUp }) => {
        if (!item.docTypes.includes(docType)) return false;
        if (item.notOlderThanMonths === undefined) return true;
        if (!dateDrawnUp) return false;
        const age = months(onDate) - months(dateDrawnUp) - (dateDrawnUp.slice(8) > onDate.slice(8) ? 1 : 0);
        return age < item.notOlderThanMonths;
      })
      .sort((a, b) => ((a.dateDrawnUp ?? '') < (b.dateDrawnUp ?? '') ? 1 : -1)),
  }));
