import {
  ISSUERS,
  type DateReason,
  type IssuerCode,
  type PaperReading,
  type ReadingWarning,
  type TypeSuggestion,
} from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';

/** How far the reading of a paper is and what it suggests, the likeliest first. */
export const getReading = query<{ documentId: string }, PaperReading>({
  name: 'get-reading',
  permission: 'document.read',
  execute: async ({ input: { documentId }, repositories }) => {
    found(await repositories.documents.find(documentId));
    const reading = await repositories.readings.ofDocument(documentId);
    const rows = reading?.state === 'done' ? await repositories.readings.suggestions(documentId) : [];
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    return {
      state: reading?.state ?? 'none',
      failure: reading?.failure ?? null,
      page: reading?.page ?? 0,
      pages: reading?.pages ?? 0,
      percent: reading?.percent ?? 0,
      partial: reading?.partial ?? false,
      askedAt: reading?.askedAt ?? null,
      dates: of('date').map(({ id, page, score, value, reason, warnings }) => ({
        id,
        page,
        score,
        day: value,
        reason: reason as DateReason,
        warnings: warnings as ReadingWarning[],
      })),
      types: of('type').map(({ id, page, score, value }) => ({ id, page, score, docType: value as TypeSuggestion['docType'] })),
      issuers: of('issuer').map(({ id, page, score, value }) => ({
        id,
        page,
        score,
        issuer: value as IssuerCode,
        issuerKind: ISSUERS[value as IssuerCode].kind,
      })),
    };
  },
});
