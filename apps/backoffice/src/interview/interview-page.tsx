import { CHILDREN_FACT, type Interview, type Person, type PersonFacts } from '@permanence/contracts';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useRead } from '../api/hooks.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { PersonFrame } from '../persons/person-frame.tsx';
import { Notice, Ready, Section } from '../ui/page.tsx';
import { InterviewChildren } from './interview-children.tsx';
import { InterviewQuestion } from './interview-question.tsx';
import { sameQuestion, type Asked } from './asked.ts';

/** The interview: one question at a time, the one that moves most grounds first. Its state is the answers; nothing is kept here. */
export default function InterviewPage() {
  const { words } = useWords();
  return <PersonFrame docTitle={words.interview.docTitle}>{(person) => <Loaded key={person.id} person={person} />}</PersonFrame>;
}

function Loaded({ person }: { person: Person }) {
  const interview = useRead<Interview>(`persons/${person.id}/interview`);
  const facts = useRead<PersonFacts>(`persons/${person.id}/facts`);
  return (
    <Ready of={interview}>{(state) => <Ready of={facts}>{(all) => <Course person={person} interview={state} facts={all} />}</Ready>}</Ready>
  );
}

function Course({ person, interview, facts }: { person: Person; interview: Interview; facts: PersonFacts }) {
  const { words } = useWords();
  const t = words.interview;
  const { steps, skipped, given, guarded } = interview;
  /** A question gone back to or chosen by hand; null: the most useful one. */
  const [chosen, setChosen] = useState<Asked | null>(null);
  /** The question of the moment stays until it is answered, whatever a reading in between says. */
  const [pinned, setPinned] = useState<Asked | null>(null);
  const [moves, setMoves] = useState(0);
  const isThere = ({ fact, childId }: Asked): boolean =>
    fact === CHILDREN_FACT || facts.questions.some((question) => question.key === fact && question.childId === childId);
  const first = steps[0] ?? null;
  const held = pinned && isThere(pinned) ? pinned : first;
  if (held !== pinned) setPinned(held);
  const now = chosen && isThere(chosen) ? chosen : held;
  const answered = given.filter(({ state }) => state !== 'skipped').length;
  const at = now ? given.findIndex((one) => sameQuestion(one, now)) : -1;
  const before = given.slice(0, at < 0 ? given.length : at).at(-1) ?? null;
  const go = (to: Asked | null) => {
    setMoves(moves + 1);
    setChosen(to);
    if (!to) setPinned(null);
  };
  const next = () => go(null);
  const back = before ? () => go(before) : null;
  const step = now ? ([...steps, ...skipped].find((one) => sameQuestion(one, now)) ?? null) : null;
  return (
    <>
      <p className="intro">{t.intro}</p>
      <p className="line">
        <span aria-live="polite">
          {t.left(steps.length)} {t.done(answered)}
        </span>
      </p>
      <progress className="interview-progress" max={Math.max(1, answered + steps.length)} value={answered} aria-label={t.progress} />
      {guarded ? <Notice tone="info" title={t.guarded} /> : null}
      {now && now.fact === CHILDREN_FACT ? (
        <InterviewChildren key="children" person={person} facts={facts} couldChange={step?.couldChange ?? []} onNext={next} onBack={back} />
      ) : now ? (
        <InterviewQuestion
          key={`${now.fact} ${now.childId ?? ''}`}
          asked={now}
          person={person}
          facts={facts}
          couldChange={step?.couldChange ?? []}
          isReview={at >= 0}
          onNext={next}
          onBack={back}
          onNow={chosen ? next : null}
          takesFocus={moves > 0}
        />
      ) : (
        <End person={person} skipped={skipped.length} onBack={back} />
      )}
      <Skipped skipped={skipped.filter((one) => !now || !sameQuestion(one, now))} onAsk={go} />
    </>
  );
}

function End({ person, skipped, onBack }: { person: Person; skipped: number; onBack: (() => void) | null }) {
  const { words } = useWords();
  const t = words.interview;
  return (
    <Section title={t.endTitle}>
      {skipped ? null : <p>{t.end}</p>}
      <div className="actions">
        <Link className="btn btn-main" to={`/persons/${person.id}/weighing`}>
          {t.weigh}
        </Link>
        {onBack ? (
          <button type="button" className="btn" onClick={onBack}>
            {t.previous}
          </button>
        ) : null}
      </div>
    </Section>
  );
}

function Skipped({ skipped, onAsk }: { skipped: Interview['skipped']; onAsk: (asked: Asked) => void }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.interview;
  if (!skipped.length) return null;
  return (
    <Section title={t.skippedTitle}>
      <ul className="list">
        {skipped.map((one) => (
          <li key={`${one.fact} ${one.childId ?? ''}`} className="line">
            <span>
              {rules.fact(one.fact).question} {one.childLabel ? `(${one.childLabel})` : ''}
            </span>
            <button
              type="button"
              className="btn btn-quiet"
              aria-label={`${t.askNow} : ${rules.fact(one.fact).label}`}
              onClick={() => onAsk({ fact: one.fact, childId: one.childId })}
            >
              {t.askNow}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
