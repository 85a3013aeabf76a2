// A test runner for StrykerJS: the unit specs of a room, unchanged, on modules evaluated anew for each mutant in the same process.
import { readdirSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { Script } from 'node:vm';
import { commonTokens, PluginKind, declareClassPlugin, tokens } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus, determineHitLimitReached } from '@stryker-mutator/api/test-runner';
import { collect, globals } from './harness.mjs';
import { Killers } from './killers.mjs';
import { Modules } from './modules.mjs';

/** Where the instrumented sources look for the mutant that is on, and count what they pass through. */
const stryker = (globalThis.__stryker__ ??= {});
/** A mutant that loops is stopped a little before Stryker would have to end the whole process. */
const PATIENCE = 0.9;
/** Stryker's own limit is far longer: it adds the time of the first run's loading to each mutant. A pass of all specs takes a few seconds, and many on a machine that does other things. */
const LONGEST_MS = 60_000;
/** Stryker stops a loop at a hundred times the hits of the first run, to spare runners that repeat a failing property; ten times will do. */
const HITS = 0.1;
/** How many tests of a file that is likely to catch a mutant are tried before those of the next one. */
const LIKELY = 100;
const RUN = Symbol.for('permanence.mutation.run');
const bounded = new Script(`globalThis[Symbol.for('${RUN.description}')]()`);

const within = (timeout, run) => {
  globalThis[RUN] = run;
  return bounded.runInThisContext({ timeout: Math.max(1, Math.floor(timeout)) });
};
const isThenable = (value) => typeof value?.then === 'function';
const indexOf = ({ id }) => Number(id.slice(id.lastIndexOf('#') + 1));
const messageOf = (error) => String(error?.message ?? error).slice(0, 300);

export class SpecRunner {
  static inject = tokens(commonTokens.options);
  #root = process.cwd();
  #modules = new Modules(this.#root, globals, { counts: false });
  #killers = new Killers();
  /** Spec files, relative to the room. */
  #specs;
  /** How many tests each holds when nothing is mutated. */
  #sizes = new Map();

  constructor({ specRunner }) {
    const leftOut = new Set(specRunner.leftOut);
    this.#specs = readdirSync(this.#root, { recursive: true })
      .map((path) => path.split(sep).join('/'))
      .filter((path) => path.startsWith('src/') && path.endsWith('.spec.ts') && !leftOut.has(path))
      .sort();
    Object.assign(process.env, specRunner.environment);
    // Nobody reads where in a spec a mutant was caught, and a trace is slow to take.
    Error.stackTraceLimit = 1;
  }

  /** Every run evaluates what it needs anew: no restart is ever wanted. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  /** Reads every spec once without a mutant: what it imports and how many tests it holds. */
  init() {
    stryker.activeMutant = undefined;
    for (const spec of this.#specs) this.#sizes.set(spec, this.#collect(spec, this.#modules.fresh()).length);
  }

  #collect(spec, load) {
    return collect(() => load(resolve(this.#root, spec))).map((test, i) => ({ ...test, id: `${spec}#${i}` }));
  }

  /** Each test on modules of its own: what one test computed and kept would otherwise count for that test alone. */
  async dryRun() {
    const tests = [];
    const coverage = { static: {}, perTest: {} };
    const modules = new Modules(this.#root, globals, { counts: true });
    for (const spec of this.#specs) {
      for (let i = 0; i < this.#sizes.get(spec); i++) {
        const seen = (stryker.mutantCoverage = { static: {}, perTest: {} });
        const test = this.#collect(spec, modules.fresh())[i];
        stryker.currentTestId = test.id;
        const begun = performance.now();
        const failure = await attempt(test);
        const timeSpentMs = performance.now() - begun;
        stryker.currentTestId = undefined;
        if (i === 0) for (const [id, hits] of Object.entries(seen.static)) coverage.static[id] = (coverage.static[id] ?? 0) + hits;
        Object.assign(coverage.perTest, seen.perTest);
        const told = { id: test.id, name: test.name(), timeSpentMs, fileName: resolve(this.#root, spec) };
        tests.push(
          failure === undefined
            ? { ...told, status: TestStatus.Success }
            : { ...told, status: TestStatus.Failed, failureMessage: messageOf(failure) },
        );
      }
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: coverage };
  }

  async mutantRun({ activeMutant, testFilter, sandboxFileName, hitLimit, timeout }) {
    const deadline = performance.now() + Math.min(timeout * PATIENCE, LONGEST_MS);
    stryker.mutantCoverage = { static: {}, perTest: {} };
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    stryker.hitLimit = hitLimit === undefined ? undefined : hitLimit * HITS;
    stryker.activeMutant = activeMutant.id;
    const queue = testFilter ? this.#queueOf(testFilter, sandboxFileName) : this.#queueReaching(sandboxFileName);
    try {
      return await this.#run(queue, sandboxFileName, deadline);
    } catch (error) {
      if (error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return { status: MutantRunStatus.Timeout, reason: 'loops' };
      throw error;
    } finally {
      stryker.activeMutant = undefined;
    }
  }

  /** The tests asked for, by spec file, those that caught other mutants of the same source first. */
  #queueOf(ids, source) {
    const bySpec = new Map();
    for (const id of ids) {
      const spec = id.slice(0, id.lastIndexOf('#'));
      if (!bySpec.has(spec)) bySpec.set(spec, []);
      bySpec.get(spec).push(id);
    }
    return this.#order([...bySpec], source);
  }
  /** A static mutant: every test of every spec that evaluates the source. */
  #queueReaching(source) {
    const reaching = this.#specs.filter((spec) => this.#modules.reach(resolve(this.#root, spec)).has(source));
    return this.#order(
      reaching.map((spec) => [spec, undefined]),
      source,
    );
  }
  #order(bySpec, source) {
    const folder = dirname(source);
    const near = (spec) => {
      const own = dirname(resolve(this.#root, spec));
      return own === folder ? 2 : own.startsWith(`${folder}/`) ? 1 : 0;
    };
    return bySpec
      .map(([spec, ids]) => ({ spec, ids: ids && new Set(ids), weight: this.#killers.of(source, spec) * 3 + near(spec) }))
      .sort((a, b) => b.weight - a.weight);
  }

  async #run(queue, source, deadline) {
    // One set of modules for all spec files of a mutant: they hold no state that outlives a test, and evaluating them is the dear part.
    const load = this.#modules.fresh();
    let ran = 0;
    const killed = (spec, test, failure) => {
      const limit = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
      if (limit) return { status: MutantRunStatus.Timeout, reason: limit.reason };
      this.#killers.add(source, spec, test);
      return { status: MutantRunStatus.Killed, killedBy: [`${spec}#${test}`], failureMessage: messageOf(failure), nrOfTests: ran };
    };
    const prepared = new Map();
    const testsOf = ({ spec, ids }) => {
      const tests = prepared.get(spec) ?? within(deadline - performance.now(), () => this.#collect(spec, load));
      if (!prepared.has(spec)) prepared.set(spec, this.#killers.sort(source, spec, ids ? tests.filter(({ id }) => ids.has(id)) : tests));
      return prepared.get(spec);
    };
    // First the likely tests of the likely files, then all that is left.
    const likely = queue.filter(({ weight }) => weight > 0).map((one) => [one, 0, LIKELY]);
    const rest = queue.map((one) => [one, one.weight > 0 ? LIKELY : 0, Infinity]);
    for (const [one, from, to] of [...likely, ...rest]) {
      const { spec, ids } = one;
      let order;
      try {
        order = testsOf(one).slice(from, to);
      } catch (failure) {
        if (failure?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw failure;
        return killed(spec, 0, failure);
      }
      // Fewer tests than the specs hold: a table of cases is shorter than it should be.
      if (!ids && prepared.get(spec).length < this.#sizes.get(spec)) return killed(spec, 0, 'fewer tests than without the mutant');
      const stopped = await this.#stretch(order, deadline);
      ran += stopped.ran;
      if (stopped.failed) return killed(spec, Math.min(indexOf(stopped.failed), this.#sizes.get(spec) - 1), stopped.failure);
    }
    return { status: MutantRunStatus.Survived, nrOfTests: ran };
  }

  /** Runs tests under the clock until one fails: in one stretch, which stops only for those that have to be waited for. */
  async #stretch(tests, deadline) {
    for (let i = 0; i < tests.length;) {
      const stopped = within(deadline - performance.now(), () => {
        for (; i < tests.length; i++) {
          try {
            const pending = tests[i].run();
            if (isThenable(pending)) return { pending, test: tests[i++] };
          } catch (failure) {
            return { failure, test: tests[i] };
          }
        }
      });
      if (!stopped) break;
      if (!stopped.pending) return { ran: i + 1, failed: stopped.test, failure: stopped.failure };
      const failure = await attempt({ run: () => stopped.pending });
      if (failure) return { ran: i, failed: stopped.test, failure };
    }
    return { ran: tests.length };
  }
}

/** What a test throws, or undefined. */
const attempt = async (test) => {
  try {
    await test.run();
    return undefined;
  } catch (error) {
    return error ?? new Error('failed');
  }
};

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'specs', SpecRunner)];
export const strykerValidationSchema = {
  properties: {
    specRunner: {
      type: 'object',
      properties: { leftOut: { type: 'array', items: { type: 'string' } }, environment: { type: 'object' } },
    },
  },
};
