import type { DocumentType } from '../evidence/document.ts';
import type { FactGroup } from '../facts/dictionary.ts';
import type { FactName } from '../facts/facts.ts';

export type Language = 'fr' | 'en';

export interface FactWords {
  /** A short noun phrase: it stands inside sentences. */
  readonly label: string;
  readonly question: string;
  readonly help?: string;
}
export interface BasisWords {
  readonly title: string;
  /** One sentence for somebody who has never read the code. */
  readonly summary: string;
}
export interface GlossaryEntry {
  readonly term: string;
  readonly meaning: string;
}

/** Every word the weighing shows, in one language. Both languages have the same keys: a test holds it. */
export interface WeighingMessages {
  readonly facts: Readonly<Record<FactName | 'children', FactWords>>;
  /** `partnerStatus=french`, or a bare value shared by several facts. */
  readonly values: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<FactGroup, string>>;
  readonly bases: Readonly<Record<string, BasisWords>>;
  readonly families: Readonly<Record<string, string>>;
  readonly conditions: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly warnings: Readonly<Record<string, string>>;
  readonly documents: Readonly<Record<DocumentType, string>>;
  readonly checklist: Readonly<Record<string, string>>;
  readonly terms: Readonly<Record<string, string>>;
  readonly glossary: Readonly<Record<string, GlossaryEntry>>;
}
