import {
  addPermit,
  closeDossier,
  createDossier,
  createPerson,
  decideCancellation,
  getDeadline,
  getDossier,
  listDeadlines,
  markDeadlineDone,
  recordDecision,
  recordFiling,
  removeDecision,
  removePermit,
  reopenDeadline,
  reopenDossier,
  requestCancellation,
  searchDeadlines,
  updateDecision,
  updateFiling,
  updatePermit,
  type AppContext,
} from '@permanence/application';
import {
  AddPermitRequest,
  RecordDecisionRequest,
  RecordFilingRequest,
  type Deadline,
  type DeadlineRow,
  type Decision,
} from '@permanence/contracts';
import type { IsoDate } from '@permanence/rules';
import type { TestAssociation } from '../builders/world.ts';
import type { Books, Line } from './books.ts';
import { expectedLimit, type Want } from './oracle/limits.ts';
import { watchedOf, windowsOf } from './oracle/windows.ts';
import type { Place } from './places.ts';

export interface Surroundings {
  app: AppContext;
  place: Place;
  association: TestAssociation;
  books: Books;
  /** The day it is on the clock of the place. */
  today(): string;
  /** Past the service, as an import would. */
  sql(text: string, values: unknown[]): Promise<unknown>;
  said: { events: number; checks: number; notCovered: number; wrong: string[] };
}
type Given<T> = Partial<T>;
interface Kept<T> {
  id: string;
  version: number;
  input: T;
  removed: boolean;
}

/** The day as the schemas brand it. */
const day = (text: string): IsoDate => text as IsoDate;
const written = (...parts: unknown[]): string => JSON.stringify(parts);

/** One person with one dossier: each step goes through a use case, and into the books of the second reader. */
export class Life {
  personId = '';
  dossierId = '';
  closed = false;
  readonly decisions: Kept<RecordDecisionRequest>[] = [];
  readonly filings: Kept<RecordFilingRequest>[] = [];
  readonly permits: Kept<AddPermitRequest>[] = [];
  constructor(
    readonly at: Surroundings,
    readonly number: number,
  ) {}
  private get actor() {
    return this.at.association.users.volunteer.actor;
  }
  private get coordinator() {
    return this.at.association.users.coordinator.actor;
  }

  async begin(): Promise<void> {
    const { app, place } = this.at;
    const person = await createPerson(app, this.actor, {
      givenName: 'Personne',
      familyName: `Inventée ${place.code} ${this.number}`,
      languages: [],
      notADuplicate: true,
    });
    this.personId = person.id;
    this.dossierId = (await createDossier(app, this.actor, { personId: person.id, stage: 'intake', departement: place.departement })).id;
  }

  // Decisions

  private asRequest(input: Given<RecordDecisionRequest>): RecordDecisionRequest {
    return RecordDecisionRequest.parse({ ...input, facts: { departement: this.at.place.departement, ...input.facts } });
  }
  private expectDecision(kept: Kept<RecordDecisionRequest>, answer: Decision): void {
    const expected = expectedLimit(kept.input);
    const status = typeof expected === 'string' ? expected : 'computed';
    this.at.said.checks += 1;
    if (status === 'not-covered') this.at.said.notCovered += 1;
    if (answer.status !== status) this.at.said.wrong.push(`${this.name}: decision ${answer.status}, expected ${status}`);
    this.at.books.changed(kept.id, typeof expected === 'string' ? [] : [expected], written(kept.input));
    this.settleFilings();
  }
  get name(): string {
    return `${this.at.place.code} ${this.number}`;
  }
  async decide(input: Given<RecordDecisionRequest>): Promise<number> {
    const request = this.asRequest(input);
    const answer = await recordDecision(this.at.app, this.actor, { dossierId: this.dossierId, ...request });
    const kept = { id: answer.id, version: answer.version, input: request, removed: false };
    this.decisions.push(kept);
    this.expectDecision(kept, answer);
    return this.decisions.length - 1;
  }
  /** A fact was wrong, or is new. */
  async correct(index: number, change: Given<RecordDecisionRequest>): Promise<void> {
    const kept = this.decisions[index]!;
    if (this.closed || kept.removed) return;
    const request = this.asRequest({ ...kept.input, ...change, facts: { ...kept.input.facts, ...change.facts } as never });
    const answer = await updateDecision(this.at.app, this.actor, { id: kept.id, version: kept.version, ...request });
    Object.assign(kept, { version: answer.version, input: request });
    this.expectDecision(kept, answer);
  }
  async withdraw(index: number): Promise<void> {
    const kept = this.decisions[index]!;
    if (kept.removed) return;
    await removeDecision(this.at.app, this.actor, { id: kept.id, version: kept.version });
    kept.removed = true;
    this.at.books.changed(kept.id, [], '');
    if (!this.closed) this.settleFilings();
  }

  // Requests

  async file(input: Given<RecordFilingRequest>): Promise<number> {
    const request = RecordFilingRequest.parse(input);
    const answer = await recordFiling(this.at.app, this.actor, { dossierId: this.dossierId, ...request });
    this.filings.push({ id: answer.id, version: answer.version, input: request, removed: false });
    this.settleFilings(answer.id);
    return this.filings.length - 1;
  }
  async refile(index: number, change: Given<RecordFilingRequest>): Promise<void> {
    const kept = this.filings[index]!;
    if (this.closed) return;
    const request = RecordFilingRequest.parse({ ...kept.input, ...change });
    const answer = await updateFiling(this.at.app, this.actor, { id: kept.id, version: kept.version, ...request });
    Object.assign(kept, { version: answer.version, input: request });
    this.settleFilings(kept.id);
  }
  /** What a request still makes one wait for, once everything that answers it is taken away. */
  private watched(filing: Kept<RecordFilingRequest>): Want[] {
    const decisions = this.decisions.filter((decision) => !decision.removed).map((decision) => decision.input);
    const { filedOn, receiptUntil } = filing.input;
    const aims = (d: RecordDecisionRequest): boolean =>
      d.filingId
        ? d.filingId === filing.id
        : ['permit-refusal', 'registration-refusal'].includes(d.facts.paper) &&
          (d.decisionOn ?? d.notifiedOn ?? d.notifiedAt?.slice(0, 10) ?? '') >= filedOn;
    if (decisions.some((d) => d.facts.paper !== 'silence' && aims(d))) return [];
    if (this.permits.some((p) => !p.removed && p.input.title !== 'aps' && p.input.validFrom && p.input.validFrom >= filedOn)) return [];
    const silent = decisions.some(
      (d) => d.facts.paper === 'silence' && (d.filingId === filing.id || (!d.filingId && this.filings.length === 1)),
    );
    const later = this.filings.some((f) => f !== filing && receiptUntil && (f.input.receiptUntil ?? '') > receiptUntil);
    return watchedOf(filing.input).filter((want) => (want.ruleId === 'IMPLICIT-4M' ? !silent : !later));
  }
  private settleFilings(changedId: string | null = null): number {
    let changes = 0;
    for (const filing of this.filings) {
      const { kind, title, basis, channel, completeOn, receiptUntil } = filing.input;
      const given = written(kind, title, basis, channel, completeOn, receiptUntil);
      if (filing.id === changedId) this.at.books.changed(filing.id, this.watched(filing), given);
      else changes += this.at.books.checked(filing.id, this.watched(filing), given);
    }
    return changes;
  }

  // Permits

  async hold(input: Given<AddPermitRequest>): Promise<number> {
    const request = AddPermitRequest.parse(input);
    const answer = await addPermit(this.at.app, this.actor, { personId: this.personId, ...request });
    this.permits.push({ id: answer.id, version: answer.version, input: request, removed: false });
    this.permitsChanged();
    return this.permits.length - 1;
  }
  async amend(index: number, change: Given<AddPermitRequest>): Promise<void> {
    const kept = this.permits[index]!;
    if (kept.removed) return;
    const answer = await updatePermit(this.at.app, this.actor, { id: kept.id, version: kept.version, ...change });
    Object.assign(kept, { version: answer.version, input: AddPermitRequest.parse({ ...kept.input, ...change }) });
    this.permitsChanged();
  }
  async lose(index: number): Promise<void> {
    const kept = this.permits[index]!;
    await removePermit(this.at.app, this.actor, { id: kept.id });
    kept.removed = true;
    this.permitsChanged();
  }
  /** A permit that comes answers the requests that waited for it, in the same write. */
  private permitsChanged(): void {
    this.settlePermits(false);
    if (!this.closed) this.settleFilings();
  }
  /** As a fact changed behind the service, by an import: the night finds it. */
  imported(index: number, change: Given<AddPermitRequest>): string {
    const kept = this.permits[index]!;
    Object.assign(kept, { input: AddPermitRequest.parse({ ...kept.input, ...change }), version: kept.version });
    return kept.id;
  }
  private settlePermits(bySystem: boolean): number {
    const { books } = this.at;
    const today = this.at.today();
    const alive = this.permits.filter((permit) => !permit.removed);
    const end = (p: Kept<AddPermitRequest>): string => p.input.validUntil ?? '';
    const held = alive.length ? alive.reduce((a, b) => (end(b) > end(a) || (end(b) === end(a) && b.id > a.id) ? b : a)) : null;
    let changes = 0;
    for (const permit of this.permits) {
      const lines = books.ofSource(permit.id);
      if (permit !== held) {
        for (const line of lines) books.drop(line);
        continue;
      }
      const until = permit.input.validUntil!;
      const some = (ruleId: string): boolean => bySystem && lines.some((line) => line.want.ruleId === ruleId);
      const finished = bySystem && lines.some((line) => line.state === 'done');
      const wants = windowsOf(permit.input).filter((w) => some(w.ruleId) || (!finished && (w.last! >= today || until >= today)));
      const given = written(permit.input);
      if (bySystem) changes += books.checked(permit.id, wants, given);
      else books.changed(permit.id, wants, given);
    }
    return changes;
  }

  // Limits

  private async rows(): Promise<(Deadline | DeadlineRow)[]> {
    const inDossier = await listDeadlines(this.at.app, this.actor, { dossierId: this.dossierId });
    const ofPerson = await searchDeadlines(this.at.app, this.actor, {
      page: 1,
      perPage: 100,
      filter: { personId: this.personId, sourceKind: 'permit' },
    });
    return [...inDossier, ...ofPerson.data];
  }
  /** The product's row of a line of the books. */
  private async rowOf(line: Line): Promise<Deadline | DeadlineRow | null> {
    const state = line.state === 'two-people' || line.asleep ? 'cancelled' : line.state;
    const rows = await this.rows();
    return rows.find((row) => row.sourceId === line.sourceId && row.ruleId === line.want.ruleId && row.state === state) ?? null;
  }
  private openLine(sourceId: string): Line | null {
    return (
      this.at.books.ofSource(sourceId).find((line) => line.state === 'open' && !line.asleep && line.want.ruleId !== 'REN-LATE-6M') ?? null
    );
  }
  async finish(source: Kept<unknown>, proof = 'accusé de réception'): Promise<void> {
    const line = this.openLine(source.id);
    const row = line && (await this.rowOf(line));
    if (!line || !row) return;
    await markDeadlineDone(this.at.app, this.actor, { id: row.id, version: row.version, doneOn: day(this.at.today()), proof });
    line.state = 'done';
    this.at.books.counts.done += 1;
    if (row.sourceKind === 'permit')
      for (const other of this.at.books.ofSource(source.id)) if (other !== line && other.state === 'open') this.at.books.drop(other);
  }
  async unfinish(source: Kept<unknown>): Promise<void> {
    const line = this.at.books.ofSource(source.id).find((one) => one.state === 'done');
    const row = line && (await this.rowOf(line));
    if (!line || !row) return;
    const { version } = await getDeadline(this.at.app, this.actor, { id: row.id });
    await reopenDeadline(this.at.app, this.actor, { id: row.id, version, reason: 'le dépôt n’avait pas abouti' });
    line.state = 'open';
  }
  async cancelByTwo(source: Kept<unknown>, approve: boolean): Promise<void> {
    const line = this.openLine(source.id);
    const row = line && (await this.rowOf(line));
    if (!line || !row) return;
    const asked = await requestCancellation(this.at.app, this.actor, { deadlineId: row.id, version: row.version, reason: 'sans objet' });
    await decideCancellation(this.at.app, this.coordinator, { id: asked.id, version: asked.version, approve, reason: 'vu' });
    if (!approve) return;
    line.state = 'two-people';
    this.at.books.counts.cancelled += 1;
  }

  // The dossier

  /** Everything a limit of this person may follow from. */
  sources(): string[] {
    return [...this.decisions, ...this.filings, ...this.permits].map(({ id }) => id);
  }
  private ofDossier(): Line[] {
    return [...this.decisions, ...this.filings].flatMap(({ id }) => this.at.books.ofSource(id));
  }
  async close(): Promise<void> {
    if (this.closed) return;
    const { version } = await getDossier(this.at.app, this.actor, { id: this.dossierId });
    await closeDossier(this.at.app, this.actor, { id: this.dossierId, version, reason: 'goal-reached' });
    this.closed = true;
    for (const line of this.ofDossier()) if (line.state === 'open') line.asleep = true;
  }
  async leave(): Promise<void> {
    await this.close();
    for (const [index, permit] of this.permits.entries()) if (!permit.removed) await this.lose(index);
  }
  async reopen(): Promise<void> {
    if (!this.closed) return;
    const { version } = await getDossier(this.at.app, this.actor, { id: this.dossierId });
    await reopenDossier(this.at.app, this.actor, { id: this.dossierId, version });
    this.closed = false;
    for (const line of this.ofDossier()) line.asleep = false;
    this.weigh();
  }

  private weigh(): number {
    let changes = 0;
    for (const kept of this.decisions.filter((decision) => !decision.removed)) {
      const expected = expectedLimit(kept.input);
      changes += this.at.books.checked(kept.id, typeof expected === 'string' ? [] : [expected], written(kept.input));
    }
    return changes + this.settleFilings();
  }
  /** The night: what the books say once the system has weighed everything again. @returns how many limits changed */
  night(): number {
    return (this.closed ? 0 : this.weigh()) + this.settlePermits(true);
  }
}
