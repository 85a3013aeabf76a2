import type { ChecklistPaper, ChecklistQuery, DossierChecklist } from '@permanence/contracts';
import type { StoredDocument } from '@permanence/persistence';
import { checklistFor } from '@permanence/rules';
import { isBasisId } from '../dossiers/basis.ts';
import { toEvidence } from '../papers/grade-paper.ts';
import { found, query } from '../support/use-case.ts';
import { paperStanding, toLine } from './paper-standing.ts';

/** The papers to bring for the basis of a dossier at a step, each with what the vault holds for it. */
export const getChecklist = query<ChecklistQuery & { dossierId: string }, DossierChecklist>({
  name: 'get-checklist',
  permission: 'document.read',
  execute: async ({ input: { dossierId, step, onDate: asked }, repositories, app, actor }) => {
    const { basis, personId } = found(await repositories.dossiers.find(dossierId));
    const onDate = asked ?? app.clock.today();
    const documents = await repositories.documents.ofPerson(personId);
    const paper = (document: StoredDocument, standing: ChecklistPaper['standing']): ChecklistPaper => ({
      id: document.id,
      docType: document.docType,
      label: document.label,
      drawnUpOn: document.drawnUpOn,
      standing,
      linked: document.dossierIds.includes(dossierId),
    });
    const items = basis && isBasisId(basis) ? checklistFor(basis, step) : [];
    const lines = items.map((item) =>
      toLine(
        item,
        documents
          .filter(({ docType }) => item.docTypes.includes(docType))
          .map((document) => paper(document, paperStanding(item, toEvidence(document), onDate))),
        actor.restrictedPapers,
      ),
    );
    const listed = new Set(lines.flatMap(({ papers }) => papers.map(({ id }) => id)));
    const others = documents.filter(({ id, dossierIds }) => !listed.has(id) && dossierIds.includes(dossierId));
    return { basis, step, onDate, lines, others: others.map((document) => paper(document, 'good')) };
  },
});
