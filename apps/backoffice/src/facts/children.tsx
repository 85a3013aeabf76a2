import { CHILDREN_FACT, ChildRequest, NO_CHILDREN, type Child, type PersonFacts } from '@permanence/contracts';
import { useChange } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { Summary, TextField } from '../ui/fields.tsx';
import { Failure, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { SureButton } from '../ui/sure.tsx';
import { useEntry } from '../ui/use-entry.ts';

/** Who the children are. "No child" is an answer of its own, not an empty list. */
export function Children({ personId, facts }: { personId: string; facts: PersonFacts }) {
  const { words } = useWords();
  const t = words.facts;
  const add = useChange((request: ChildRequest) => api.post<Child>(`persons/${personId}/children`, request));
  const remove = useChange((id: string) => api.delete(`children/${id}`));
  const none = useChange(() =>
    api.put<PersonFacts>(`persons/${personId}/facts`, {
      answers: [{ fact: CHILDREN_FACT, state: 'value', value: NO_CHILDREN, saidBy: 'person' }],
    }),
  );
  const entry = useEntry({
    initial: { label: '' },
    send: async (values) => {
      await add.mutateAsync(new Reading(words).done(ChildRequest, values));
      entry.reset({ label: '' });
    },
  });
  const { children, childrenAnswer } = facts;
  const saidNone = !children.length && childrenAnswer.state === 'value';
  return (
    <Section title={t.childrenTitle}>
      <p className="quiet">{children.length ? t.childrenIntro : saidNone ? t.noChildrenSaid : `${t.childrenUnknown} ${t.childrenIntro}`}</p>
      {none.error ? <Failure error={none.error} /> : null}
      <ul className="list">
        {children.map(({ id, label }) => (
          <li key={id} className="line">
            <strong>{label}</strong>
            <SureButton
              label={t.removeChild}
              describe={t.removeChildOf(label)}
              question={t.removeChildSure}
              onSure={() => remove.mutateAsync(id)}
            />
          </li>
        ))}
      </ul>
      <form onSubmit={entry.submit} noValidate className="finder">
        <Summary entry={entry} labels={{ label: t.childName }} />
        <TextField entry={entry} name="label" label={t.childName} width="medium" />
        <button type="submit" className="btn" aria-disabled={entry.busy || undefined}>
          {t.addChild}
        </button>
        {children.length || saidNone ? null : (
          <button type="button" className="btn" onClick={() => none.mutate(undefined)}>
            {t.noChildren}
          </button>
        )}
      </form>
    </Section>
  );
}
