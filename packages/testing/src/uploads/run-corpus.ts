import { AppError } from '@permanence/contracts';
import type { FileChecks } from '@permanence/application';
import { residue } from './residue.ts';
import type { Sample } from './sample.ts';

export interface Verdict {
  what: string;
  /** Why it was refused; null: taken. */
  refused: string | null;
  /** What a taken file still holds of danger. */
  left: string[];
  seconds: number;
}
const ask = async (checks: FileChecks, { what, name, type, bytes }: Sample): Promise<Verdict> => {
  const begun = performance.now();
  const verdict = (refused: string | null, left: string[]): Verdict => ({
    what,
    refused,
    left,
    seconds: (performance.now() - begun) / 1000,
  });
  try {
    const taken = await checks.check({ bytes, originalName: name, declaredType: type });
    return verdict(null, await residue(taken));
  } catch (error) {
    if (error instanceof AppError && (error.code === 'file-refused' || error.code === 'file-too-large'))
      return verdict(error.problems[0]?.message ?? error.code, []);
    throw error;
  }
};
/** Sends each through the checks of the product, as many at once as they look at. */
export async function judged(checks: FileChecks, samples: readonly Sample[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const left = [...samples];
  const one = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) verdicts.push(await ask(checks, next));
  };
  await Promise.all([one(), one()]);
  return verdicts;
}
/** Refused, or taken with nothing left that could harm. */
export const isStopped = ({ refused, left }: Verdict): boolean => refused !== null || left.length === 0;
