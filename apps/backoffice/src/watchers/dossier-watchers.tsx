import type { WatchersAnswer } from '@permanence/contracts';
import { useRead } from '../api/hooks.ts';
import { useWords } from '../i18n/words.ts';
import { dayText } from '../ui/days.ts';
import { Notice } from '../ui/page.tsx';

/** What is to be noticed about this dossier, above everything else on its page; nothing at all when there is nothing. */
export function DossierWatchers({ dossierId }: { dossierId: string }) {
  const { words, locale } = useWords();
  const t = words.watchers;
  const answer = useRead<WatchersAnswer>(`dossiers/${dossierId}/watchers`);
  if (!answer.data?.items.length) return null;
  return (
    <Notice tone="warn" title={t.title}>
      <ul>
        {answer.data.items.map(({ code, on, daysLeft }) => (
          <li key={code + (on ?? '')}>
            <strong>{t.codes[code]}</strong>
            {on ? ` : ${dayText(on, locale)}` : ''}
            {daysLeft === null ? '' : ` (${t.inDays(daysLeft)})`}. {t.todo[code]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
