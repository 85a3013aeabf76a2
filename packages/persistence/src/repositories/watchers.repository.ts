import type { Actor } from '@permanence/contracts';
import type { IsoDate } from '@permanence/rules';
import type { Tx } from '../database.ts';
import { fromDay, toDay, toDayOrNull, toInstant, toInstantOrNull } from '../support/dates.ts';
import { dossierScope, personScope } from '../support/scope.ts';
import { integrationSelect, toIntegration, type IntegrationData } from './integration.repository.ts';

/** An open dossier with everything the watchers look at; instants are ISO. */
export interface WatchedDossier {
  id: string;
  reference: string;
  personId: string;
  personName: string;
  holders: { userId: string; displayName: string }[];
  basis: string | null;
  openLimits: {
    ruleId: string;
    sourceKind: string;
    lastDayOn: IsoDate | null;
    prudentOn: IsoDate | null;
    expiresAt: string | null;
    facts: unknown;
    courtKind: string | null;
  }[];
  filings: { filedOn: IsoDate; completeOn: IsoDate | null; receiptUntil: IsoDate | null }[];
  decisions: { paper: string; filed: boolean }[];
  /** Permits of the person; `validUntil` null: without an end, or unknown. */
  permits: { title: string; validFrom: IsoDate | null; validUntil: IsoDate | null }[];
  nationality: string | null;
  /** The integration contract, when one is recorded. */
  integration: IntegrationData | null;
  /** Something is still planned for the dossier, or for its person apart from any dossier. */
  planned: boolean;
  /** The last thing that happened: a note, a visit, a filing, a decision, or the opening. */
  lastAt: string;
  facts: Map<string, unknown>;
}

/** Reads for the watchers: coordinators see the whole association, everyone else their dossiers. */
export class WatchersRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}

  /** @param only one dossier; absent: every open one */
  async dossiers(now: string, today: IsoDate, factKeys: readonly string[], only?: string): Promise<WatchedDossier[]> {
    const { associationId } = this.actor;
    const rows = await this.tx.dossier.findMany({
      where: { AND: [dossierScope(this.actor), { closedOn: null, ...(only ? { id: only } : {}) }] },
      select: {
        id: true,
        reference: true,
        personId: true,
        basis: true,
        createdAt: true,
        person: { select: { givenName: true, familyName: true, nationality: true } },
        members: {
          where: { current: true, kind: 'holder' },
          select: { userId: true, user: { select: { displayName: true } } },
          orderBy: { since: 'asc' },
        },
        deadlines: {
          where: { state: 'open' },
          select: { ruleId: true, sourceKind: true, lastDayOn: true, prudentOn: true, expiresAt: true, facts: true, outcome: true },
        },
        filings: { select: { filedOn: true, completeOn: true, receiptUntil: true, createdAt: true }, orderBy: { filedOn: 'desc' } },
        decisions: { where: { removedAt: null }, select: { paper: true, filingId: true, createdAt: true } },
        notes: { select: { createdAt: true }, orderBy: { createdAt: 'desc' }, take: 1 },
        receptions: { select: { receivedAt: true }, orderBy: { receivedAt: 'desc' }, take: 1 },
        tasks: { where: { doneAt: null }, select: { id: true }, take: 1 },
        appointments: { where: { status: 'planned', startsAt: { gte: new Date(now) } }, select: { id: true }, take: 1 },
      },
      orderBy: { reference: 'asc' },
    });
    const personIds = [...new Set(rows.map((row) => row.personId))];
    const ofPeople = { associationId, personId: { in: personIds }, person: personScope(this.actor) };
    const permits = await this.tx.permit.findMany({
      where: { ...ofPeople, removedAt: null },
      select: { personId: true, title: true, validFrom: true, validUntil: true },
    });
    const contracts = await this.tx.integrationContract.findMany({ where: ofPeople, select: integrationSelect });
    const answers = await this.tx.factAnswer.findMany({
      where: { ...ofPeople, factKey: { in: [...factKeys] }, current: true, state: 'value' },
      select: { personId: true, factKey: true, value: true },
    });
    // Planned for the person without a dossier: tasks, appointments and windows of a permit that open within a year.
    const loose = { ...ofPeople, dossierId: null };
    const tasks = await this.tx.task.findMany({ where: { ...loose, doneAt: null }, select: { personId: true } });
    const appointments = await this.tx.appointment.findMany({
      where: { ...loose, status: 'planned', startsAt: { gte: new Date(now) } },
      select: { personId: true },
    });
    const windows = await this.tx.deadline.findMany({
      where: { ...loose, state: 'open', prudentOn: { gte: fromDay(today) } },
      select: { personId: true },
    });
    const busy = new Set([...tasks, ...appointments, ...windows].map((row) => row.personId));
    return rows.map((row) => ({
      id: row.id,
      reference: row.reference,
      personId: row.personId,
      personName: `${row.person.givenName} ${row.person.familyName}`,
      holders: row.members.map((m) => ({ userId: m.userId, displayName: m.user.displayName })),
      basis: row.basis,
      openLimits: row.deadlines.map(({ outcome, lastDayOn, prudentOn, expiresAt, ...limit }) => ({
        ...limit,
        lastDayOn: toDayOrNull(lastDayOn),
        prudentOn: toDayOrNull(prudentOn),
        expiresAt: toInstantOrNull(expiresAt),
        courtKind: (outcome as { court?: { kind?: string } | null }).court?.kind ?? null,
      })),
      filings: row.filings.map(({ filedOn, completeOn, receiptUntil }) => ({
        filedOn: toDay(filedOn),
        completeOn: toDayOrNull(completeOn),
        receiptUntil: toDayOrNull(receiptUntil),
      })),
      decisions: row.decisions.map(({ paper, filingId }) => ({ paper, filed: filingId !== null })),
      permits: permits
        .filter((p) => p.personId === row.personId)
        .map((p) => ({ title: p.title, validFrom: toDayOrNull(p.validFrom), validUntil: toDayOrNull(p.validUntil) })),
      nationality: row.person.nationality,
      integration: contracts.filter((c) => c.personId === row.personId).map(toIntegration)[0] ?? null,
      planned: row.tasks.length > 0 || row.appointments.length > 0 || busy.has(row.personId),
      lastAt: [
        row.createdAt,
        ...row.notes.map((n) => n.createdAt),
        ...row.receptions.map((r) => r.receivedAt),
        ...row.filings.map((f) => f.createdAt),
        ...row.decisions.map((d) => d.createdAt),
      ]
        .map(toInstant)
        .reduce((a, b) => (a > b ? a : b)),
      facts: new Map(answers.filter((a) => a.personId === row.personId).map((a) => [a.factKey, a.value])),
    }));
  }
}
