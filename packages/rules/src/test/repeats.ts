/** Set by a mutation run, which puts thousands of mutants one by one before the specs. `npm test` never sets it. */
const FEW = process.env.SPEC_REPEATS === 'few';

/** How often a spec repeats one check: `full` times, in a mutation run one time in two hundred and three times at least. */
export const repeats = (full: number): number => (FEW ? Math.min(full, Math.max(3, Math.ceil(full / 200))) : full);
/** The stride with which a spec walks a long row of days or hours: each of them, in a mutation run one in fifty. */
export const stride: number = FEW ? 50 : 1;
