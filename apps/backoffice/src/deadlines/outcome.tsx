import type { DecisionOutcome } from '@permanence/contracts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { Notice } from '../ui/page.tsx';
import { DayCard, Working } from './working.tsx';

/** What the rules answer to a decision: a day with its working, or why there is none. */
export function Outcome({ outcome }: { outcome: DecisionOutcome }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.deadlines;
  if (outcome.status === 'computed')
    return (
      <>
        <DayCard dates={outcome} title={rules.clock(outcome.ruleId)} working={outcome.working} />
        <Working working={outcome.working} dates={outcome} open />
      </>
    );
  if (outcome.status === 'missing')
    return (
      <Notice tone="warn" title={t.missingTitle}>
        <ul>
          {outcome.missingFacts.map((fact) => (
            <li key={fact}>{t.facts[fact] ?? fact}</li>
          ))}
        </ul>
      </Notice>
    );
  return <NotCovered reasons={outcome.reasons.map(({ code }) => code)} />;
}

export function NotCovered({ reasons }: { reasons: readonly string[] }) {
  const { words } = useWords();
  const t = words.deadlines;
  return (
    <Notice tone="danger" title={t.notCovered}>
      <ul>
        {reasons.map((code) => (
          <li key={code}>{t.notCoveredReasons[code as keyof typeof t.notCoveredReasons] ?? code}</li>
        ))}
      </ul>
      <p>{t.notCoveredHelp}</p>
    </Notice>
  );
}
