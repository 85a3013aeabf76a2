import { firstRequest } from './first.ts';
import { duties, integration, nextCards, retention } from './life.ts';
import { Paper } from './paper.ts';
import { renewing } from './renewing.ts';
import { requirements } from './requirements.ts';
import { renewalRow } from './rows.ts';
import { tax } from './tax.ts';
import type { RenewalAnswer, RenewalInput } from './types.ts';
import { waiting } from './waiting.ts';

/**
 * Every row of the renewal tables that the input triggers: days in `dates`, rows without a day in `findings`. A day that needs a field that
 * is not there is never guessed: the field is in `missing`. Pure: `today` is part of the input.
 */
export const computeRenewal = (input: RenewalInput): RenewalAnswer => {
  const p = new Paper(input);
  for (const part of [firstRequest, renewing, waiting, requirements, tax, integration, nextCards, duties, retention]) part(p);
  const inForce = ({ id }: { id: string }) => {
    const { from } = renewalRow(id);
    return from === null || from <= input.today;
  };
  return { ...p.answer, dates: p.answer.dates.filter(inForce), findings: p.answer.findings.filter(inForce) };
};
