import { termsIn } from '../i18n/glossary.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { Explained, Section } from './page.tsx';

/** The words of the trade that stand on a screen, each explained; opened by keyboard like any disclosure. All of them without `texts`. */
export function Glossary({ texts }: { texts?: readonly string[] }) {
  const { words } = useWords();
  const { messages } = useRulesWords();
  const entries = texts ? termsIn(texts, messages.glossary) : Object.entries(messages.glossary).map(([key, entry]) => ({ key, entry }));
  if (!entries.length) return null;
  return (
    <Section title={words.weighing.words}>
      <div className="columns">
        {entries.map(({ key, entry }) => (
          <Explained key={key} term={entry.term}>
            <p>{entry.meaning}</p>
          </Explained>
        ))}
      </div>
    </Section>
  );
}
