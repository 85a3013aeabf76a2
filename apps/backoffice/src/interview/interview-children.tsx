import { CHILDREN_FACT, type Person, type PersonFacts } from '@permanence/contracts';
import { useChange } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { Children } from '../facts/children.tsx';
import { useWords } from '../i18n/words.ts';
import { Failure } from '../ui/page.tsx';
import { StepActions } from './step-actions.tsx';
import { Why } from './why.tsx';

/** Whether there are children, and who: the questions about each come after. */
export function InterviewChildren({
  person,
  facts,
  couldChange,
  onNext,
  onBack,
}: {
  person: Person;
  facts: PersonFacts;
  couldChange: readonly string[];
  onNext: () => void;
  onBack: (() => void) | null;
}) {
  const { words } = useWords();
  const t = words.interview;
  const known = facts.children.length > 0 || facts.childrenAnswer.state !== 'unanswered';
  const skip = useChange(() =>
    api.put(`persons/${person.id}/facts`, { answers: [{ fact: CHILDREN_FACT, state: 'skipped', saidBy: 'person' }] }),
  );
  return (
    <>
      <Children personId={person.id} facts={facts} />
      <Why couldChange={couldChange} />
      {skip.error ? <Failure error={skip.error} /> : null}
      <StepActions personId={person.id} onBack={onBack}>
        {known ? (
          <button type="button" className="btn btn-main" onClick={onNext}>
            {t.goOn}
          </button>
        ) : (
          <button type="button" className="btn" onClick={() => void skip.mutateAsync(undefined).then(onNext, () => undefined)}>
            {t.later}
          </button>
        )}
      </StepActions>
    </>
  );
}
