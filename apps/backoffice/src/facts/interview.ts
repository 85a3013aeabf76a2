import { answerProblem, type AnswerInput, type FactQuestion, type SaidBy } from '@permanence/contracts';
import type { IsoDate } from '@permanence/rules';
import { parseDay, typedDay } from '../ui/days.ts';

/** What the form holds for one question: the text or choice, and whether it is withheld instead. */
export interface Typed {
  text: string;
  state: '' | 'value' | 'dont-know' | 'prefers-not';
}
export const keyOf = ({ key, childId }: Pick<FactQuestion, 'key' | 'childId'>): string => (childId ? `${key}@${childId}` : key);
export const isTyped = ({ type }: FactQuestion): boolean => type === 'date' || type === 'int' || type === 'number';

/** Answers as they are stored, turned into what the form shows. */
export function typedOf(question: FactQuestion): Typed {
  const { state, value } = question.answer;
  if (state === 'unanswered') return { text: '', state: '' };
  if (state === 'skipped') return { text: '', state: '' };
  if (state !== 'value' || value === null) return { text: '', state: state === 'value' ? '' : state };
  return { text: question.type === 'date' ? typedDay(String(value)) : String(value), state: 'value' };
}

const valueOf = (question: FactQuestion, text: string): boolean | number | string => {
  if (question.type === 'bool') return text === 'true';
  if (question.type === 'date') {
    const day = parseDay(text);
    return day === 'invalid' || day === null ? text : day;
  }
  return question.type === 'int' || question.type === 'number' ? Number(text.trim().replace(/\s/g, '').replace(',', '.')) : text;
};

export interface Gathered {
  answers: AnswerInput[];
  problems: { field: string; message: string }[];
}
/** Only what changed is sent: an answer left as it was keeps who said it and when. */
export function gather(
  questions: readonly FactQuestion[],
  typed: ReadonlyMap<string, Typed>,
  said: { saidBy: SaidBy; saidOn: IsoDate | null },
  today: string,
): Gathered {
  const gathered: Gathered = { answers: [], problems: [] };
  for (const question of questions) {
    if (question.heldBy === 'record') continue;
    const now = typed.get(keyOf(question));
    const before = typedOf(question);
    const same = now?.state === before.state && (now.state !== 'value' || now.text.trim() === before.text);
    if (!now || same || !now.state || (now.state === 'value' && !now.text.trim())) continue;
    const base = { fact: question.key, ...(question.childId ? { childId: question.childId } : {}), ...said };
    if (now.state !== 'value') {
      gathered.answers.push({ ...base, state: now.state });
      continue;
    }
    const value = valueOf(question, now.text);
    const message = answerProblem(question.key, value, today);
    if (message) gathered.problems.push({ field: keyOf(question), message });
    else gathered.answers.push({ ...base, state: 'value', value });
  }
  return gathered;
}

/** The request that takes an answer back: a version of its own, unknown. */
export const withdrawal = ({ key, childId }: Pick<FactQuestion, 'key' | 'childId'>): AnswerInput => ({
  fact: key,
  ...(childId ? { childId } : {}),
  state: 'withdrawn',
  saidBy: 'person',
});

export interface Topic {
  readonly group: string;
  readonly questions: readonly FactQuestion[];
  /** Answered in any way: a refusal to answer is an answer, leaving it for later is not. */
  readonly answered: number;
}
/** Questions by topic, in the order of the interview. */
export function topicsOf(questions: readonly FactQuestion[]): Topic[] {
  const groups = new Map<string, FactQuestion[]>();
  for (const question of questions) groups.set(question.group, [...(groups.get(question.group) ?? []), question]);
  return [...groups].map(([group, list]) => ({
    group,
    questions: list,
    answered: list.filter(({ answer }) => answer.state !== 'unanswered' && answer.state !== 'skipped').length,
  }));
}
