// Which tests caught mutants of a source lately: the next mutant of the same source is most likely caught by one of them.

const KEPT = 30;

export class Killers {
  /** source → spec → indices of its tests, the latest first */
  #bySource = new Map();

  add(source, spec, index) {
    if (!this.#bySource.has(source)) this.#bySource.set(source, new Map());
    const bySpec = this.#bySource.get(source);
    const others = (bySpec.get(spec) ?? []).filter((one) => one !== index);
    bySpec.set(spec, [index, ...others].slice(0, KEPT));
  }

  /** How many tests of this spec have caught a mutant of this source. */
  of(source, spec) {
    return this.#bySource.get(source)?.get(spec)?.length ?? 0;
  }

  /** The same tests: those that caught a mutant, then the neighbours of the last one, since the cases of a rule stand together. */
  sort(source, spec, tests) {
    const indices = this.#bySource.get(source)?.get(spec);
    if (!indices) return tests;
    const rank = new Map(indices.map((index, i) => [index, i]));
    const indexOf = ({ id }) => Number(id.slice(id.lastIndexOf('#') + 1));
    const weigh = (test) => rank.get(indexOf(test)) ?? KEPT + Math.abs(indexOf(test) - indices[0]);
    return tests
      .map((test) => [weigh(test), test])
      .sort(([a], [b]) => a - b)
      .map(([, test]) => test);
  }
}
