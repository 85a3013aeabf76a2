import type { HistoryLine } from '@permanence/contracts';
import { useRead } from '../api/hooks.ts';
import { useWords } from '../i18n/words.ts';
import { dayInWords, parisDay, parisTime } from '../ui/days.ts';
import { Ready, Section } from '../ui/page.tsx';
import { DossierFrame } from './dossier-frame.tsx';

/** Who did what, day by day. */
export default function DossierHistoryPage() {
  const { words } = useWords();
  return <DossierFrame docTitle={words.dossiers.history}>{({ id }) => <Body dossierId={id} />}</DossierFrame>;
}

const byDay = (lines: readonly HistoryLine[]): [string, HistoryLine[]][] => {
  const days = new Map<string, HistoryLine[]>();
  for (const line of lines) days.set(parisDay(line.at), [...(days.get(parisDay(line.at)) ?? []), line]);
  return [...days];
};

function Body({ dossierId }: { dossierId: string }) {
  const { words, locale } = useWords();
  const t = words.dossiers;
  const history = useRead<HistoryLine[]>(`dossiers/${dossierId}/history`);
  return (
    <Section title={t.history}>
      <p className="quiet">{t.historyIntro}</p>
      <Ready of={history}>
        {(lines) =>
          lines.length ? (
            byDay(lines).map(([day, ofDay]) => (
              <div key={day}>
                <h3>{dayInWords(day, locale)}</h3>
                <ol className="list">
                  {ofDay.map((line) => (
                    <li key={line.id}>
                      <span className="quiet">{parisTime(line.at)}</span> <strong>{line.actorName ?? t.system}</strong>{' '}
                      {words.actions[line.action] ?? line.action}
                    </li>
                  ))}
                </ol>
              </div>
            ))
          ) : (
            <p className="empty">{t.historyEmpty}</p>
          )
        }
      </Ready>
    </Section>
  );
}
