import { SAID_BY, type FactQuestion, type Person, type PersonFacts, type SaidBy } from '@permanence/contracts';
import { useEffect, useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { useChange } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { gather, keyOf, typedOf, withdrawal, type Typed } from '../facts/interview.ts';
import { QuestionField } from '../facts/question-field.tsx';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { Select, Summary } from '../ui/fields.tsx';
import { Glossary } from '../ui/glossary.tsx';
import { today } from '../ui/days.ts';
import { Notice } from '../ui/page.tsx';
import { Refused } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';
import type { Asked } from './asked.ts';
import { StepActions } from './step-actions.tsx';
import { Why } from './why.tsx';

/** Which field of the person's record holds a fact. */
const OF_RECORD: Record<string, string> = { nationality: 'nationality', birthDate: 'birthOn' };

interface Props {
  asked: Asked;
  person: Person;
  facts: PersonFacts;
  couldChange: readonly string[];
  /** It has been answered, or left for later, before. */
  isReview: boolean;
  onNext: () => void;
  onBack: (() => void) | null;
  /** Back to the question of the moment. */
  onNow: (() => void) | null;
  /** Another question was on the screen before. */
  takesFocus: boolean;
}

/** One question on the screen, with why it is asked and all the ways to answer, to leave it, to go back. */
export function InterviewQuestion(props: Props) {
  const { asked, facts } = props;
  const question = facts.questions.find(({ key, childId }) => key === asked.fact && childId === asked.childId);
  // A child removed meanwhile: the next reading moves on.
  return question ? <Form {...props} question={question} /> : null;
}

function Form({ question, person, facts, couldChange, isReview, onNext, onBack, onNow, takesFocus }: Props & { question: FactQuestion }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.interview;
  const notify = useNotify();
  const key = keyOf(question);
  const held = question.heldBy === 'record' ? OF_RECORD[question.key] : undefined;
  const [typed, setTyped] = useState<Typed>(() => typedOf(question));
  const send = useChange((answers: unknown) => api.put<PersonFacts>(`persons/${person.id}/facts`, { answers }));
  const record = useChange((change: object) => api.patch<Person>(`persons/${person.id}`, { version: person.version, ...change }));
  const child = facts.children.find(({ id }) => id === question.childId);
  const { question: text, help } = rules.fact(question.key);
  const entry = useEntry({
    initial: { saidBy: 'person' },
    aliases: held ? { [held]: key } : {},
    send: async ({ saidBy }) => {
      const said = { saidBy: saidBy as SaidBy, saidOn: null };
      const { answers, problems } = gather([{ ...question, heldBy: 'answers' }], new Map([[key, typed]]), said, today());
      if (problems.length) throw new Refused(problems);
      const [answer] = answers;
      if (!answer && !typed.state) throw new Refused([{ field: key, message: t.answerOrLater }]);
      if (answer && held && answer.state === 'value') await record.mutateAsync({ [held]: answer.value });
      else if (answer) await send.mutateAsync([answer]);
      if (answer) notify(t.saved, { type: 'success' });
      onNext();
    },
  });
  const later = async () => {
    await send.mutateAsync([
      { fact: question.key, ...(question.childId ? { childId: question.childId } : {}), state: 'skipped', saidBy: 'person' },
    ]);
    onNext();
  };
  const takeBack = async () => {
    await send.mutateAsync([withdrawal(question)]);
    notify(words.facts.withdrawnNow, { type: 'success' });
    onNext();
  };
  const { state } = question.answer;
  const mayWithdraw = state !== 'unanswered' && !(held && state === 'value');
  // The new question is read out and reached at once, except on arriving: the heading of the page comes first then.
  const box = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  return (
    <>
      <form onSubmit={entry.submit} noValidate className="section" key={key}>
        <h2 ref={box} tabIndex={-1}>
          {child ? t.about(child.label) : rules.group(question.group)}
        </h2>
        <Summary entry={entry} labels={{ [key]: rules.fact(question.key).label, saidBy: words.facts.saidBy }} />
        {isReview ? <Notice tone="info" title={t.changing} /> : null}
        <QuestionField
          id={entry.idOf(key)}
          question={{ ...question, heldBy: 'answers' }}
          typed={typed}
          onType={setTyped}
          problem={entry.problemOf(key)}
          personId={person.id}
          onWithdraw={mayWithdraw ? takeBack : undefined}
        />
        <Select
          entry={entry}
          name="saidBy"
          label={words.facts.saidBy}
          options={SAID_BY.map((value) => ({ value, label: words.facts.saidBys[value] }))}
        />
        <Why couldChange={couldChange} />
        <StepActions personId={person.id} onBack={onBack} onNow={onNow}>
          <button type="submit" className="btn btn-main" aria-disabled={entry.busy || undefined}>
            {entry.busy ? words.form.sending : t.next}
          </button>
          {state === 'skipped' ? null : (
            <button
              type="button"
              className="btn"
              onClick={() => void later().catch(() => undefined)}
              aria-disabled={send.isPending || undefined}
            >
              {t.later}
            </button>
          )}
        </StepActions>
      </form>
      <Glossary
        texts={[
          text,
          help ?? '',
          ...(question.values ?? []).map((value) => rules.answer(question.key, value)),
          ...couldChange.slice(0, 3).map((id) => rules.title(id)),
        ]}
      />
    </>
  );
}
