import { COUNTRY_CODES, CHILD_FACTS, FACTS, isChildFact, isFactName, isIsoDate, factSpec, type FactSpec } from '@permanence/rules';
import { z } from 'zod';
import { BASIS_IDS } from '../rules/fields.ts';
import { Day, Id, Instant, text } from './common.ts';

/**
 * What was noted for a question. Only `value` is known to the rules; all others leave the fact unknown, and are never shown alike.
 * `skipped`: left for later in the interview. `withdrawn`: what was said before no longer stands, and the question is open again.
 */
export const ANSWER_STATES = ['value', 'dont-know', 'prefers-not', 'skipped', 'withdrawn'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];
export const SAID_BY = ['person', 'adviser', 'document', 'third-party'] as const;
export type SaidBy = (typeof SAID_BY)[number];
/** The question “are there children?”; its one stored value is `none`. With children registered, their list is the answer. */
export const CHILDREN_FACT = 'children';
export const NO_CHILDREN = 'none';
/** Facts held by the person's own record, answered there and only shown among the others. */
export const FACTS_OF_THE_RECORD = ['nationality', 'birthDate'] as const;
/** The only days that may lie ahead. */
const MAY_LIE_AHEAD: ReadonlySet<string> = new Set(['protectionOrderEnd', 'returnBanUntil']);
/** Highest answer that makes sense, by what is counted; the lowest is 0. */
const HIGHEST = { years: 80, months: 600, 'euros-a-month': 100_000, persons: 30, 'square-metres': 2_000, percent: 100, times: 20 } as const;
const EARLIEST_DAY = '1900-01-01';

export const FactValue = z.union([z.boolean(), z.number(), z.string().max(60)]);
export type FactValue = z.infer<typeof FactValue>;

/**
 * What is wrong with a value as the answer to this question, as a sentence in French; null when it fits. Also used by the form.
 * @param today when given, refuses days that cannot lie ahead
 */
export const answerProblem = (fact: string, value: unknown, today?: string): string | null => {
  if (fact === CHILDREN_FACT) return value === NO_CHILDREN ? null : 'Ajoutez les enfants un par un, ou répondez qu’il n’y en a pas.';
  if (!isFactName(fact)) return 'Question inconnue.';
  const spec: FactSpec = factSpec(fact);
  switch (spec.type) {
    case 'bool':
      return typeof value === 'boolean' ? null : 'Oui ou non attendu.';
    case 'date':
      if (!isIsoDate(value)) return 'Cette date n’existe pas (attendu : AAAA-MM-JJ).';
      if (value < EARLIEST_DAY) return 'Cette date est trop ancienne.';
      return today !== undefined && value > today && !MAY_LIE_AHEAD.has(fact) ? 'Cette date est dans le futur.' : null;
    case 'enum':
      return spec.values?.includes(value as string) ? null : 'Cette valeur ne fait pas partie des choix possibles.';
    case 'int':
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'Un nombre est attendu.';
      if (spec.type === 'int' && !Number.isInteger(value)) return 'Un nombre entier est attendu.';
      if (value < 0) return 'Un nombre négatif n’est pas possible.';
      return spec.unit && value > HIGHEST[spec.unit] ? `Au plus ${HIGHEST[spec.unit]}.` : null;
    default:
      if (typeof value !== 'string' || !value.trim()) return 'À renseigner.';
      if (spec.format === 'country-alpha-3')
        return COUNTRY_CODES.has(value) ? null : 'Ce code de pays n’existe pas (trois lettres : DZA, MLI…).';
      return value === 'other' || BASIS_IDS.includes(value) ? null : 'Ce fondement n’existe pas dans les règles.';
  }
};

/** One answer. `childId` for a question about a child (`children[].…`), and only then; `value` with the state `value`, and only then. */
export const AnswerInput = z
  .strictObject({
    fact: z.string().max(60),
    childId: Id.nullish(),
    state: z.enum(ANSWER_STATES),
    value: FactValue.nullish(),
    saidBy: z.enum(SAID_BY).default('person'),
    /** Day it was said; absent: today. */
    saidOn: Day.nullish(),
  })
  .superRefine(({ fact, childId, state, value }, ctx) => {
    const problem = (path: string, message: string): void => ctx.addIssue({ code: 'custom', path: [path], message });
    if (fact !== CHILDREN_FACT && !isFactName(fact)) return problem('fact', 'Question inconnue.');
    if (state === 'value' && (FACTS_OF_THE_RECORD as readonly string[]).includes(fact))
      return problem('fact', 'À corriger sur la fiche de la personne.');
    const aboutChild = fact !== CHILDREN_FACT && isFactName(fact) && isChildFact(fact);
    if (aboutChild && !childId) problem('childId', 'Précisez de quel enfant il s’agit.');
    if (!aboutChild && childId) problem('childId', 'Cette question ne porte pas sur un enfant.');
    const given = value !== undefined && value !== null;
    if (state !== 'value') {
      if (given) problem('value', 'Pas de valeur quand la personne ne sait pas ou préfère ne pas répondre.');
    } else {
      const wrong = given ? answerProblem(fact, value) : 'À renseigner.';
      if (wrong) problem('value', wrong);
    }
  });
export type AnswerInput = z.infer<typeof AnswerInput>;

const questionCount = Object.keys(FACTS).length + Object.keys(CHILD_FACTS).length * 20;
/** All of it is kept, or none. */
export const AnswerFactsRequest = z
  .strictObject({ answers: z.array(AnswerInput).min(1).max(questionCount) })
  .superRefine(({ answers }, ctx) => {
    const seen = new Set<string>();
    answers.forEach(({ fact, childId }, i) => {
      const key = `${fact} ${childId ?? ''}`;
      if (seen.has(key)) ctx.addIssue({ code: 'custom', path: ['answers', i, 'fact'], message: 'Deux réponses à la même question.' });
      seen.add(key);
    });
  });
export type AnswerFactsRequest = z.infer<typeof AnswerFactsRequest>;

/** The answer in force. `unanswered`: nobody asked, or what was said was withdrawn; every other field is then null. */
export const CurrentAnswer = z.object({
  state: z.enum(['value', 'dont-know', 'prefers-not', 'skipped', 'unanswered']),
  value: FactValue.nullable(),
  saidBy: z.enum(SAID_BY).nullable(),
  saidOn: z.string().nullable(),
  recordedByName: z.string().nullable(),
  recordedAt: Instant.nullable(),
});
export type CurrentAnswer = z.infer<typeof CurrentAnswer>;

export const FactQuestion = z.object({
  key: z.string(),
  type: z.enum(['bool', 'date', 'enum', 'int', 'number', 'string']),
  group: z.string(),
  values: z.array(z.string()).nullable(),
  unit: z.string().nullable(),
  format: z.string().nullable(),
  sensitive: z.boolean(),
  /** `record`: held by the person's own record, changed there. */
  heldBy: z.enum(['answers', 'record']),
  /** The child asked about; null for a question about the person. */
  childId: Id.nullable(),
  answer: CurrentAnswer,
});
export type FactQuestion = z.infer<typeof FactQuestion>;

export const Child = z.object({ id: Id, label: z.string(), position: z.int() });
export type Child = z.infer<typeof Child>;

export const PersonFacts = z.object({
  /** In the order of a full interview; the questions about a child once per child, with `childId`. */
  questions: z.array(FactQuestion),
  children: z.array(Child),
  /** Whether there are children at all: `value` with `none` when it is known that there are none, or when `children` is not empty. */
  childrenAnswer: CurrentAnswer,
});
export type PersonFacts = z.infer<typeof PersonFacts>;

/** One question of the interview. `children`: whether there are children at all. */
export const InterviewStep = z.object({
  fact: z.string(),
  /** The child asked about; null for a question about the person. */
  childId: Id.nullable(),
  childLabel: z.string().nullable(),
  /** Bases whose status an answer could change: why it is asked. */
  couldChange: z.array(z.string()),
});
export type InterviewStep = z.infer<typeof InterviewStep>;
/**
 * Where the interview stands. It is kept nowhere but in the answers themselves, so that it can be stopped and taken up again anywhere.
 */
export const Interview = z.object({
  /** Questions still useful, the most useful first. Each answer may add some or make some needless. */
  steps: z.array(InterviewStep),
  /** Left for later, and still useful. */
  skipped: z.array(InterviewStep),
  /** Answered so far, oldest first: the way back. */
  given: z.array(z.object({ fact: z.string(), childId: Id.nullable(), state: z.enum(['value', 'dont-know', 'prefers-not', 'skipped']) })),
  /** Violence is recorded: of the partner, only what a ground for victims still reads is asked. */
  guarded: z.boolean(),
});
export type Interview = z.infer<typeof Interview>;

/** One line of the history, newest first. */
export const FactHistoryLine = z.object({
  id: Id,
  fact: z.string(),
  childId: Id.nullable(),
  childLabel: z.string().nullable(),
  state: z.enum(ANSWER_STATES),
  value: FactValue.nullable(),
  saidBy: z.enum(SAID_BY),
  saidOn: z.string(),
  recordedByName: z.string().nullable(),
  recordedAt: Instant,
  /** Null while in force. */
  supersededAt: Instant.nullable(),
});
export type FactHistoryLine = z.infer<typeof FactHistoryLine>;

/** How the child is called in the file: a first name or “l’aîné”. */
export const ChildRequest = z.strictObject({ label: text(80) });
export type ChildRequest = z.infer<typeof ChildRequest>;
