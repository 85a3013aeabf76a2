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

  /** The same tests, those that caught one before the others. */
  sort(source, spec, tests) {
    const indices = this.#bySource.get(source)?.get(spec);
    if (!indices) return tests;
    const rank = new Map(indices.map((index, i) => [`${spec}#${index}`, i]));
    const known = tests.filter(({ id }) => rank.has(id)).sort((a, b) => rank.get(a.id) - rank.get(b.id));
    return [...known, ...tests.filter(({ id }) => !rank.has(id))];
  }
}
