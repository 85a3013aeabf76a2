import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { Explained } from '../ui/page.tsx';

const SHOWN = 3;

/** Why a question is asked: the grounds its answer may change, the first few in full. */
export function Why({ couldChange }: { couldChange: readonly string[] }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.interview;
  const rest = couldChange.slice(SHOWN);
  const list = (ids: readonly string[]) => (
    <ul>
      {ids.map((id) => (
        <li key={id}>{rules.title(id)}</li>
      ))}
    </ul>
  );
  return (
    <div className="why">
      <p className="field-label">{t.why}</p>
      {couldChange.length ? (
        <>
          <p>{couldChange.length === 1 ? t.whyOne : t.whyMany(couldChange.length)}</p>
          {list(couldChange.slice(0, SHOWN))}
          {rest.length ? <Explained term={t.more(rest.length)}>{list(rest)}</Explained> : null}
        </>
      ) : (
        <p>{t.whyNoMore}</p>
      )}
    </div>
  );
}
