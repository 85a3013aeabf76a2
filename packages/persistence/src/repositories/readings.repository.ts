import type { Actor, ReadingFailure, ReadingState } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { toInstant } from '../support/dates.ts';
import { personScope, restrictedScope } from '../support/scope.ts';

export interface SuggestionRow {
  id: string;
  kind: 'date' | 'type' | 'issuer';
  value: string;
  score: number;
  reason: string | null;
  warnings: string[];
  page: number;
  /** Shares of the page: x, y, width, height. */
  box: [number, number, number, number];
}
export interface ReadingRow {
  id: string;
  documentId: string;
  state: Exclude<ReadingState, 'none'>;
  failure: ReadingFailure | null;
  page: number;
  pages: number;
  percent: number;
  partial: boolean;
  attempts: number;
  askedAt: string;
}

/** Readings of papers and what they suggest, seen by whoever sees the paper. */
export class ReadingsRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get scope() {
    const { associationId } = this.actor;
    return { associationId, document: { removedAt: null, person: personScope(this.actor), ...restrictedScope(this.actor) } };
  }
  private readonly select = {
    id: true,
    documentId: true,
    state: true,
    failure: true,
    page: true,
    pages: true,
    percent: true,
    partial: true,
    attempts: true,
    askedAt: true,
  } as const;
  private async first(where: { id: string } | { documentId: string }): Promise<ReadingRow | null> {
    const row = await this.tx.paperReading.findFirst({ where: { ...this.scope, ...where }, select: this.select });
    return (
      row && {
        ...row,
        state: row.state as ReadingRow['state'],
        failure: row.failure as ReadingFailure | null,
        askedAt: toInstant(row.askedAt),
      }
    );
  }
  ofDocument(documentId: string): Promise<ReadingRow | null> {
    return this.first({ documentId });
  }
  find(id: string): Promise<ReadingRow | null> {
    return this.first({ id });
  }
  async suggestions(documentId: string): Promise<SuggestionRow[]> {
    const rows = await this.tx.paperSuggestion.findMany({
      where: { associationId: this.actor.associationId, reading: { ...this.scope, documentId } },
      orderBy: [{ score: 'desc' }, { id: 'asc' }],
    });
    return rows.map(({ associationId: _, readingId: __, ...row }) => ({
      ...row,
      kind: row.kind as SuggestionRow['kind'],
      box: row.box as SuggestionRow['box'],
    }));
  }
  /** Begins anew: an earlier reading of the paper and its suggestions go. */
  async ask(reading: { id: string; documentId: string; fileId: string; askedById: string | null; askedAt: string }): Promise<void> {
    await this.forget(reading.documentId);
    await this.tx.paperReading.createMany({
      data: [{ ...reading, askedAt: new Date(reading.askedAt), associationId: this.actor.associationId }],
    });
  }
  /** Takes the reading and its suggestions away. @returns whether there was one */
  async forget(documentId: string): Promise<boolean> {
    const { count } = await this.tx.paperReading.deleteMany({ where: { ...this.scope, documentId } });
    return count > 0;
  }
  /** A worker takes it up; false when it was cancelled, ended or taken away meanwhile. */
  async begin(id: string): Promise<boolean> {
    const { count } = await this.tx.paperReading.updateMany({
      where: { ...this.scope, id, state: { in: ['waiting', 'running'] } },
      data: { state: 'running', attempts: { increment: 1 } },
    });
    return count > 0;
  }
  /** @returns false when nobody waits for it any more */
  async progress(id: string, at: { page: number; pages: number; percent: number }): Promise<boolean> {
    const { count } = await this.tx.paperReading.updateMany({ where: { ...this.scope, id, state: 'running' }, data: at });
    return count > 0;
  }
  /** @returns false when it was cancelled or taken away meanwhile: then nothing is kept */
  async finish(id: string, at: string, partial: boolean, suggestions: readonly SuggestionRow[]): Promise<boolean> {
    const { count } = await this.tx.paperReading.updateMany({
      where: { ...this.scope, id, state: 'running' },
      data: { state: 'done', percent: 100, partial, finishedAt: new Date(at) },
    });
    if (count === 0) return false;
    await this.tx.paperSuggestion.createMany({
      data: suggestions.map((suggestion) => ({ ...suggestion, readingId: id, associationId: this.actor.associationId })),
    });
    return true;
  }
  async fail(id: string, at: string, failure: ReadingFailure): Promise<void> {
    await this.tx.paperReading.updateMany({
      where: { ...this.scope, id, state: { in: ['waiting', 'running'] } },
      data: { state: 'failed', failure, finishedAt: new Date(at) },
    });
  }
  /** @returns false when there was nothing to cancel */
  async cancel(documentId: string, at: string): Promise<boolean> {
    const { count } = await this.tx.paperReading.updateMany({
      where: { ...this.scope, documentId, state: { in: ['waiting', 'running'] } },
      data: { state: 'cancelled', finishedAt: new Date(at) },
    });
    return count > 0;
  }

  async automatic(): Promise<boolean> {
    const row = await this.tx.association.findFirst({ where: { id: this.actor.associationId }, select: { readsPapers: true } });
    return row?.readsPapers ?? false;
  }
  async setAutomatic(readsPapers: boolean): Promise<void> {
    await this.tx.association.updateMany({ where: { id: this.actor.associationId }, data: { readsPapers } });
  }
}
