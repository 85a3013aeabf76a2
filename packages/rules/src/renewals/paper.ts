import type { IsoDate } from '../calendar/iso-date.ts';
import type { CodeValue } from '../clocks/types.ts';
import { renewalRow } from './rows.ts';
import type { RenewalAnswer, RenewalInput } from './types.ts';

/** The answer while it is being written: each id at most once in each list, and the fields that were wanting. */
export class Paper {
  readonly answer: RenewalAnswer = { dates: [], findings: [], missing: [] };
  constructor(readonly input: RenewalInput) {}

  date(id: string, on: IsoDate, from?: IsoDate): void {
    const { confidence, legalBasis } = renewalRow(id);
    this.answer.dates.push({ id, ...(from && { from }), on, confidence, legalBasis: [...legalBasis] });
  }
  applies(id: string, applies: boolean, values?: Record<string, CodeValue>): void {
    this.answer.findings.push({ id: renewalRow(id).id, applies, ...(values && { values }) });
  }
  values(id: string, values: Record<string, CodeValue>): void {
    this.answer.findings.push({ id: renewalRow(id).id, values });
  }
  want(field: string): void {
    if (!this.answer.missing.includes(field)) this.answer.missing.push(field);
  }

  /** Basis of the permit asked for; that of the permit held when none was named. */
  get basis(): string | null {
    return this.input.basisRequested ?? this.input.permit?.basis ?? null;
  }
  get algerian(): boolean {
    const title = this.input.permit?.title;
    const asked = this.input.requested?.title;
    return (
      this.input.nationality === 'DZA' ||
      title === 'cra-1y' ||
      title === 'cra-10y' ||
      asked === 'cra-1y' ||
      asked === 'cra-10y' ||
      (this.basis?.startsWith('dz-') ?? false)
    );
  }
}
