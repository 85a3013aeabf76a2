import type { PaperDocument } from '@permanence/contracts';
import { Link } from 'react-router-dom';
import { useRead } from '../api/hooks.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { PersonFrame } from '../persons/person-frame.tsx';
import { shortDay } from '../ui/days.ts';
import { Badge, Ready, Section } from '../ui/page.tsx';
import { AddPapers } from './add-papers.tsx';
import { PresenceGrid } from './presence-grid.tsx';

export default function PapersPage() {
  const { words } = useWords();
  return (
    <PersonFrame docTitle={words.papers.docTitle}>
      {({ id }) => (
        <>
          <p className="intro">{words.papers.intro}</p>
          <AddPapers personId={id} />
          <PresenceGrid personId={id} />
          <PaperList personId={id} />
        </>
      )}
    </PersonFrame>
  );
}

/** Latest year first; papers without a date come first of all, for they count nowhere. */
const byYear = (papers: readonly PaperDocument[]): [string, PaperDocument[]][] => {
  const years = new Map<string, PaperDocument[]>();
  for (const paper of [...papers].sort((a, b) => (b.drawnUpOn ?? '9999').localeCompare(a.drawnUpOn ?? '9999'))) {
    const year = paper.drawnUpOn?.slice(0, 4) ?? '';
    years.set(year, [...(years.get(year) ?? []), paper]);
  }
  return [...years];
};

function PaperList({ personId }: { personId: string }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.papers;
  const papers = useRead<PaperDocument[]>(`persons/${personId}/documents`);
  return (
    <Section title={t.list}>
      <Ready of={papers}>
        {(list) =>
          list.length ? (
            byYear(list).map(([year, ofYear]) => (
              <div key={year}>
                <h3>{year || t.undated}</h3>
                {year ? null : <p className="quiet">{t.undatedHelp}</p>}
                <ul className="list">
                  {ofYear.map((paper) => (
                    <li key={paper.id} className="line">
                      <span>
                        <Link to={`/documents/${paper.id}`}>{rules.document(paper.docType)}</Link>
                        {paper.label ? `, ${paper.label}` : ''}
                        {paper.drawnUpOn ? ` · ${shortDay(paper.drawnUpOn, locale)}` : ''}
                        {paper.file ? '' : ` · ${t.seenOnly}`}
                      </span>
                      <span className="line-end">
                        {paper.confidentiality === 'ordinary' ? null : <Badge tone="danger">{t.restricted}</Badge>}
                        <span className="quiet">{paper.grades.presence ? rules.term(`grade.${paper.grades.presence}`) : t.gradeNone}</span>
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            ))
          ) : (
            <p className="empty">{t.none}</p>
          )
        }
      </Ready>
    </Section>
  );
}
