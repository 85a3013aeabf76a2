import type { Actor, MediaType, PaperConfidentiality, PaperDocument } from '@permanence/contracts';
import type { DocumentName, DocumentType, IssuerKind } from '@permanence/rules';
import type { Tx } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import { dayChange, fromDayOrNull, toDayOrNull, toInstant } from '../support/dates.ts';
import { expectOne } from '../support/errors.ts';
import { dossierScope, personScope, restrictedScope } from '../support/scope.ts';

/** What somebody enters about a paper. */
export interface DocumentData {
  docType: DocumentType;
  issuerKind: IssuerKind | null;
  drawnUpOn: string | null;
  periodFrom: string | null;
  periodTo: string | null;
  names: DocumentName[];
  addressMatches: boolean | null;
  handwritten: boolean | null;
  zeroIncome: boolean | null;
  bankMovements: boolean | null;
  language: string | null;
  translated: boolean | null;
  confidentiality: PaperConfidentiality;
  label: string | null;
}
/** A kept paper; what it proves is for the rules to say. */
export type StoredDocument = DocumentData & Pick<PaperDocument, 'id' | 'personId' | 'file' | 'dossierIds' | 'createdAt' | 'version'>;

export class DocumentsRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get scope() {
    return { associationId: this.actor.associationId, removedAt: null, person: personScope(this.actor), ...restrictedScope(this.actor) };
  }
  private get select() {
    return {
      id: true,
      personId: true,
      docType: true,
      issuerKind: true,
      drawnUpOn: true,
      periodFrom: true,
      periodTo: true,
      names: true,
      addressMatches: true,
      handwritten: true,
      zeroIncome: true,
      bankMovements: true,
      language: true,
      translated: true,
      confidentiality: true,
      label: true,
      createdAt: true,
      version: true,
      file: { select: { mediaType: true, byteSize: true, originalName: true, pages: true } },
      dossiers: { where: { dossier: dossierScope(this.actor) }, select: { dossierId: true } },
    } satisfies Prisma.DocumentSelect;
  }
  private toDocument(row: Prisma.DocumentGetPayload<{ select: DocumentsRepository['select'] }>): StoredDocument {
    const { dossiers, ...rest } = row;
    return {
      ...rest,
      docType: row.docType as DocumentType,
      issuerKind: row.issuerKind as IssuerKind | null,
      names: row.names as DocumentName[],
      drawnUpOn: toDayOrNull(row.drawnUpOn),
      periodFrom: toDayOrNull(row.periodFrom),
      periodTo: toDayOrNull(row.periodTo),
      file: row.file && { ...row.file, mediaType: row.file.mediaType as MediaType },
      dossierIds: dossiers.map((link) => link.dossierId),
      createdAt: toInstant(row.createdAt),
    };
  }

  /** By the day drawn up, the newest first; those without one at the top, since somebody must enter it. */
  async ofPerson(personId: string): Promise<StoredDocument[]> {
    const rows = await this.tx.document.findMany({
      where: { ...this.scope, personId },
      select: this.select,
      orderBy: [{ drawnUpOn: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
    });
    return rows.map((row) => this.toDocument(row));
  }
  async find(id: string): Promise<StoredDocument | null> {
    const row = await this.tx.document.findFirst({ where: { ...this.scope, id }, select: this.select });
    return row && this.toDocument(row);
  }
  async add(document: DocumentData & { id: string; personId: string; fileId: string | null; createdAt: string }): Promise<void> {
    const { drawnUpOn, periodFrom, periodTo, createdAt, ...rest } = document;
    await this.tx.document.createMany({
      data: [
        {
          ...rest,
          drawnUpOn: fromDayOrNull(drawnUpOn),
          periodFrom: fromDayOrNull(periodFrom),
          periodTo: fromDayOrNull(periodTo),
          createdAt: new Date(createdAt),
          addedById: this.actor.userId ?? document.id,
          associationId: this.actor.associationId,
        },
      ],
    });
  }
  async update(id: string, version: number, change: Partial<DocumentData>): Promise<void> {
    const { drawnUpOn, periodFrom, periodTo, ...rest } = change;
    const days = { drawnUpOn: dayChange(drawnUpOn), periodFrom: dayChange(periodFrom), periodTo: dayChange(periodTo) };
    const { count } = await this.tx.document.updateMany({
      where: { ...this.scope, id, version },
      data: {
        ...rest,
        ...Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined)),
        version: { increment: 1 },
      },
    });
    expectOne(count, (await this.find(id)) !== null);
  }
  async remove(id: string, at: string): Promise<void> {
    const { count } = await this.tx.document.updateMany({
      where: { ...this.scope, id },
      data: { removedAt: new Date(at), version: { increment: 1 } },
    });
    expectOne(count, false);
  }

  /** The person of a dossier the caller may open. */
  async dossierPerson(dossierId: string): Promise<string | null> {
    const row = await this.tx.dossier.findFirst({ where: { ...dossierScope(this.actor), id: dossierId }, select: { personId: true } });
    return row?.personId ?? null;
  }
  async link(dossierId: string, documentId: string): Promise<void> {
    await this.tx.dossierDocument.createMany({
      data: [{ dossierId, documentId, associationId: this.actor.associationId }],
      skipDuplicates: true,
    });
  }
  /** Number of links taken away: 0 or 1. */
  async unlink(dossierId: string, documentId: string): Promise<number> {
    const { count } = await this.tx.dossierDocument.deleteMany({
      where: { associationId: this.actor.associationId, dossierId, documentId, dossier: dossierScope(this.actor) },
    });
    return count;
  }
}
