import {
  CHILD_FACTS,
  DOCUMENT_NAMES,
  documentTypes,
  FACTS,
  ISSUER_KINDS,
  type AssessInput as RulesAssessInput,
  type ChildFacts,
  type EvidenceDocument,
  type Facts,
  type FactSpec,
} from '@permanence/rules';
import * as z from 'zod';
import { bool, day, oneOf, RuleBasisOrOther, RuleCountry, RuleDay, words } from './fields.ts';

const ofFact = (spec: FactSpec): z.ZodType => {
  switch (spec.type) {
    case 'bool':
      return z.boolean();
    case 'date':
      return RuleDay;
    case 'enum':
      return z.enum(spec.values as [string, ...string[]]);
    case 'int':
      return z.int().min(0);
    case 'number':
      return z.number().min(0);
    case 'string':
      return spec.format === 'country-alpha-3' ? RuleCountry : spec.format === 'basis-id-or-other' ? RuleBasisOrOther : z.string();
  }
};
/** The dictionary decides the shape: a fact added there is accepted here, typed and strict, with nothing to write. */
const ofDictionary = (dictionary: Record<string, FactSpec>) =>
  Object.fromEntries(Object.entries(dictionary).map(([name, spec]) => [name, ofFact(spec).nullish()]));

// The shapes are built from the dictionary, as the types of the rules are: both say the same, which the compiler cannot see.
const Child = z.strictObject(ofDictionary(CHILD_FACTS)) as unknown as z.ZodType<ChildFacts>;
export const AssessFacts = z.strictObject({
  ...ofDictionary(FACTS),
  children: z.array(Child).nullish(),
}) as unknown as z.ZodType<Facts>;

/** A paper as the weighing reads it. */
export const AssessDocument = z.strictObject({
  id: words,
  docType: z.enum(documentTypes as [string, ...string[]]),
  issuerKind: oneOf(ISSUER_KINDS),
  dateDrawnUp: day,
  periodCovered: z.strictObject({ from: day, to: day }).nullish(),
  names: z.array(z.enum(DOCUMENT_NAMES)).nullish(),
  addressMatches: bool,
  handwritten: bool,
  zeroIncome: bool,
  bankMovements: bool,
  language: words,
  translated: bool,
  confidential: bool,
} satisfies Record<keyof EvidenceDocument, z.ZodType>);

/** Input of the `assess` operation, the same for the command and the API. */
export const AssessInput = z.strictObject({
  onDate: RuleDay,
  facts: AssessFacts.nullish(),
  documents: z.array(AssessDocument).nullish(),
}) as unknown as z.ZodType<Pick<RulesAssessInput, 'onDate' | 'facts' | 'documents'>>;
export type AssessInput = z.infer<typeof AssessInput>;
