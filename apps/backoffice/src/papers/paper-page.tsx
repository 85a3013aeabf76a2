import { DOCX_TYPE, UpdateDocumentRequest, type PaperDocument } from '@permanence/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { useChange, useMe, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { Actions, Summary } from '../ui/fields.tsx';
import { Badge, Page, Ready, ReadyPage, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { SureButton } from '../ui/sure.tsx';
import { useEntry } from '../ui/use-entry.ts';
import { PaperFields, paperLabels, paperRequest, paperValues } from './paper-fields.tsx';
import { ReadingPanel } from './reading-panel.tsx';
import { Viewer } from './viewer.tsx';

/** One paper: what is known of it, beside the document itself. */
export default function PaperPage() {
  const { words } = useWords();
  const { id = '' } = useParams();
  const paper = useRead<PaperDocument>(`documents/${id}`);
  return (
    <ReadyPage of={paper} docTitle={words.papers.pieceDocTitle}>
      {(loaded) => <Paper key={loaded.version} paper={loaded} />}
    </ReadyPage>
  );
}

function Paper({ paper }: { paper: PaperDocument }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.papers;
  const me = useMe();
  const notify = useNotify();
  const navigate = useNavigate();
  const client = useQueryClient();
  const all = `/persons/${paper.personId}/papers`;
  const update = useChange((request: UpdateDocumentRequest) => api.patch<PaperDocument>(`documents/${paper.id}`, request));
  const remove = useChange(() => api.delete(`documents/${paper.id}`));
  const file = useQuery({
    queryKey: ['file', paper.id],
    queryFn: () => api.blob(`documents/${paper.id}/file`),
    enabled: paper.file !== null,
    staleTime: Infinity,
    gcTime: 0,
  });
  // Suggestions that filled a field; the server writes down those that are still what is saved.
  const taken = useRef<string[]>([]);
  const entry = useEntry({
    initial: paperValues(paper),
    send: async (values) => {
      const reading = new Reading(words);
      const suggestions = taken.current.slice(-6);
      await update.mutateAsync(
        reading.done(UpdateDocumentRequest, { version: paper.version, ...paperRequest(values, reading), suggestions }),
      );
      notify(words.common.saved, { type: 'success' });
    },
  });
  const { presence } = paper.grades;
  return (
    <Page
      title={rules.document(paper.docType)}
      docTitle={t.pieceDocTitle}
      back={{ to: all, label: t.back }}
      actions={
        <SureButton
          label={t.remove}
          question={t.removeSure}
          onSure={async () => {
            await remove.mutateAsync(undefined);
            notify(t.removed, { type: 'success' });
            await navigate(all);
          }}
        />
      }
      intro={
        <p>
          {t.grade} :{' '}
          <Badge tone={presence === 'A' || presence === 'B' ? 'good' : 'warn'}>
            {presence ? rules.term(`grade.${presence}`) : t.gradeNone}
          </Badge>{' '}
          {paper.contested ? t.contested : ''}
        </p>
      }
    >
      <div className="columns columns-wide">
        <div>
          {paper.file && paper.file.mediaType !== DOCX_TYPE ? (
            <ReadingPanel documentId={paper.id} entry={entry} onTake={(id) => (taken.current = [...taken.current, id])} />
          ) : null}
          <Section title={t.docType}>
            <form onSubmit={entry.submit} noValidate>
              <Summary entry={entry} labels={paperLabels(words)} onReload={() => void client.invalidateQueries()} />
              <PaperFields entry={entry} mayRestrict={me?.restrictedPapers ?? false} />
              <Actions busy={entry.busy} label={words.form.save} />
            </form>
          </Section>
        </div>
        <Section title={t.viewer}>
          {paper.file ? (
            <Ready of={file}>
              {(blob) => (
                <Viewer blob={blob} mediaType={paper.file?.mediaType ?? 'application/pdf'} label={rules.document(paper.docType)} />
              )}
            </Ready>
          ) : (
            <p className="empty">{t.noFile}</p>
          )}
        </Section>
      </div>
    </Page>
  );
}
