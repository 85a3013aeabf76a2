import type { Deadline, Decision, Dossier, Filing } from '@permanence/contracts';
import { useRead } from '../api/hooks.ts';
import { Timeline } from '../deadlines/timeline.tsx';
import { useWords } from '../i18n/words.ts';
import { Ready } from '../ui/page.tsx';
import { DossierFrame } from './dossier-frame.tsx';

/** Every date of a dossier on one line of time. */
export default function DossierClockPage() {
  const { words } = useWords();
  return <DossierFrame docTitle={words.deadlines.clock.docTitle}>{(dossier) => <Clock dossier={dossier} />}</DossierFrame>;
}

function Clock({ dossier: { id } }: { dossier: Dossier }) {
  const deadlines = useRead<Deadline[]>(`dossiers/${id}/deadlines`);
  const decisions = useRead<Decision[]>(`dossiers/${id}/decisions`);
  const filings = useRead<Filing[]>(`dossiers/${id}/filings`);
  return (
    <Ready of={deadlines}>
      {(limits) => (
        <Ready of={decisions}>
          {(letters) => <Ready of={filings}>{(requests) => <Timeline deadlines={limits} decisions={letters} filings={requests} />}</Ready>}
        </Ready>
      )}
    </Ready>
  );
}
