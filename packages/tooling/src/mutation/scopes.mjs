// What can be put to the test of mutation, and what of the specs stays out of it.

/** Spec files that a mutation run leaves out, each with its reason. They run in `npm test` as ever. */
const leftOut = {
  'src/assess/unknown-facts.spec.ts':
    'searches at random for answers that decide an open question: minutes for a mutant, and the worked cases ask the same',
  'src/bundle.spec.ts': 'builds a bundle and weighs it: no answer of the law depends on it',
  'src/messages/codes.spec.ts': 'reads the sources as text, where Stryker has written every mutant: the codes it looks for are all there',
};
/** The law, without its worked cases (tables of specs), the builders of specs, and the message files. */
const law = [
  'src/**/*.ts',
  '!src/**/*.spec.ts',
  '!src/**/*.cases.ts',
  '!src/**/cases/*.ts',
  '!src/cases.ts',
  '!src/**/test/*.ts',
  '!src/messages/*.{fr,en}.ts',
];
const clockFolders = ['clocks', 'calendar', 'renewals', 'tribunals'];

export const scopes = {
  rules: { room: 'packages/rules', leftOut, mutate: law },
  clocks: {
    room: 'packages/rules',
    // What a run of the whole has settled is settled for its part.
    partOf: 'rules',
    leftOut,
    mutate: [...clockFolders.map((folder) => `src/${folder}/**/*.ts`), ...law.slice(1)],
  },
};
/** Set for the specs of a mutation run: those that repeat one check thousands of times do so fewer times. Nothing else reads it. */
export const environment = { SPEC_REPEATS: 'few' };
