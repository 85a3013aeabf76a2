import { SAID_BY, type FactQuestion, type Person, type PersonFacts, type SaidBy } from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { personName } from '../persons/person-frame.tsx';
import { today } from '../ui/days.ts';
import { DayField, Select, Summary } from '../ui/fields.tsx';
import { Page, ReadyPage } from '../ui/page.tsx';
import { Reading, Refused } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';
import { Children } from './children.tsx';
import { gather, keyOf, topicsOf, typedOf, withdrawal, type Topic, type Typed } from './interview.ts';
import { QuestionField } from './question-field.tsx';

/** One topic of the interview on one page; what is answered is kept before the next topic comes. */
export default function TopicPage() {
  const { words } = useWords();
  const { id = '', group = '' } = useParams();
  const person = useRead<Person>(`persons/${id}`);
  const facts = useRead<PersonFacts>(`persons/${id}/facts`);
  return (
    <ReadyPage of={person} docTitle={words.facts.docTitle}>
      {(p) => (
        <ReadyPage of={facts} docTitle={words.facts.docTitle}>
          {(all) => <TopicForm key={group + all.children.length} person={p} facts={all} group={group} />}
        </ReadyPage>
      )}
    </ReadyPage>
  );
}

function TopicForm({ person, facts, group }: { person: Person; facts: PersonFacts; group: string }) {
  const { words } = useWords();
  const t = words.facts;
  const rules = useRulesWords();
  const notify = useNotify();
  const navigate = useNavigate();
  const topics = topicsOf(facts.questions);
  const at = Math.max(
    0,
    topics.findIndex((topic) => topic.group === group),
  );
  const topic: Topic = topics[at] ?? { group, questions: [], answered: 0 };
  const next = topics[at + 1];
  const [typed, setTyped] = useState(() => new Map(topic.questions.map((question) => [keyOf(question), typedOf(question)])));
  const save = useChange((answers: unknown) => api.put<PersonFacts>(`persons/${person.id}/facts`, { answers }));
  const there = next ? `/persons/${person.id}/facts/${next.group}` : `/persons/${person.id}/facts`;
  const entry = useEntry({
    initial: { saidBy: 'person', saidOn: '' },
    send: async ({ saidBy, saidOn }) => {
      const reading = new Reading(words);
      const on = reading.day('saidOn', saidOn);
      reading.finish();
      const { answers, problems } = gather(topic.questions, typed, { saidBy: saidBy as SaidBy, saidOn: on }, today());
      if (problems.length) throw new Refused(problems);
      if (answers.length) await save.mutateAsync(answers);
      notify(t.saved(answers.length), { type: 'success' });
      await navigate(there);
    },
  });
  const labels = Object.fromEntries(topic.questions.map((question) => [keyOf(question), rules.fact(question.key).label]));
  const field = (question: FactQuestion) => (
    <QuestionField
      key={keyOf(question)}
      id={entry.idOf(keyOf(question))}
      question={question}
      typed={typed.get(keyOf(question)) ?? { text: '', state: '' }}
      onType={(value: Typed) => setTyped((before) => new Map(before).set(keyOf(question), value))}
      problem={entry.problemOf(keyOf(question))}
      personId={person.id}
      onWithdraw={
        question.heldBy === 'answers' && question.answer.state !== 'unanswered'
          ? async () => {
              await save.mutateAsync([withdrawal(question)]);
              setTyped((before) => new Map(before).set(keyOf(question), { text: '', state: '' }));
              notify(t.withdrawnNow, { type: 'success' });
            }
          : undefined
      }
    />
  );
  const own = topic.questions.filter(({ childId }) => !childId);
  return (
    <Page
      title={rules.group(topic.group)}
      docTitle={`${t.docTitle} : ${rules.group(topic.group)}`}
      back={{ to: `/persons/${person.id}/facts`, label: t.allTopics }}
      intro={
        <p>
          {personName(person)} · {t.topicOf(at + 1, topics.length)} · {t.progress(topic.answered, topic.questions.length)}
        </p>
      }
    >
      <progress className="interview-progress" max={topics.length} value={at + 1} aria-label={t.topicOf(at + 1, topics.length)} />
      {group === 'children' ? <Children personId={person.id} facts={facts} /> : null}
      <form onSubmit={entry.submit} noValidate>
        <Summary entry={entry} labels={{ ...labels, saidBy: t.saidBy, saidOn: t.saidOn }} />
        <div className="section form-grid said">
          <Select entry={entry} name="saidBy" label={t.saidBy} options={SAID_BY.map((value) => ({ value, label: t.saidBys[value] }))} />
          <DayField entry={entry} name="saidOn" label={t.saidOn} hint={t.saidOnHint} />
        </div>
        {facts.children
          .filter(() => group === 'children')
          .map((child) => (
            <section key={child.id} className="section">
              <h2>{t.childSection(child.label)}</h2>
              {topic.questions.filter(({ childId }) => childId === child.id).map(field)}
            </section>
          ))}
        <section className="section">
          <h2 className={group === 'children' ? '' : 'visually-hidden'}>{t.aboutPerson}</h2>
          {own.map(field)}
        </section>
        <div className="actions">
          <button type="submit" className="btn btn-main" aria-disabled={entry.busy || undefined}>
            {entry.busy ? words.form.sending : next ? t.saveNext : t.saveLast}
          </button>
          <Link className="btn btn-quiet" to={there}>
            {t.skip}
          </Link>
        </div>
      </form>
    </Page>
  );
}
