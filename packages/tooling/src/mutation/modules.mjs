// The modules of a room, compiled once and evaluated as often as wanted. A mutant in a table of law takes effect while its module is
// evaluated: each mutant therefore gets modules of its own, at the price of calling a few dozen functions that V8 has compiled already.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';

const options = {
  swcrc: false,
  configFile: false,
  module: { type: 'commonjs' },
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
};

/** What Stryker writes into every source to count which mutants a test passes through: needed once, and half of the time of a run. */
const counting = /\bfunction (stryCov_\w+)\(\) \{/;

/**
 * Compiles the sources under `root` and evaluates them. `globals`: names every module sees, such as `describe` and `expect`;
 * `counts`: whether the tests' way through the mutants is counted.
 */
export class Modules {
  #compiled = new Map();
  #external = new Map();

  constructor(root, globals, { counts }) {
    this.globals = globals;
    this.counts = counts;
    this.requireExternal = createRequire(resolve(root, 'package.json'));
  }

  #compile(path) {
    const known = this.#compiled.get(path);
    if (known) return known;
    const { code } = transformSync(readFileSync(path, 'utf8'), { ...options, filename: path });
    const names = ['exports', 'require', 'module', '__filename', '__dirname', ...Object.keys(this.globals)];
    const text = this.counts ? code : code.replace(counting, 'function $1() {} function $1_unused() {');
    const made = { evaluate: compileFunction(text, names, { filename: path }), imports: new Set() };
    this.#compiled.set(path, made);
    return made;
  }

  /** Packages and Node's own modules hold no mutant: one copy serves for good. */
  #packaged(name) {
    if (!this.#external.has(name)) this.#external.set(name, this.requireExternal(name));
    return this.#external.get(name);
  }

  /** A set of modules in which nothing has been evaluated yet; returns its `load(path)`. */
  fresh() {
    const evaluated = new Map();
    const values = Object.values(this.globals);
    const load = (path) => {
      const known = evaluated.get(path);
      if (known) return known.exports;
      const module = { exports: {} };
      evaluated.set(path, module);
      const { evaluate, imports } = this.#compile(path);
      const require = (name) => {
        if (!name.startsWith('.')) return this.#packaged(name);
        const imported = resolve(dirname(path), name);
        imports.add(imported);
        return load(imported);
      };
      evaluate(module.exports, require, module, path, dirname(path), ...values);
      return module.exports;
    };
    return load;
  }

  /** Every module that loading `path` has ever evaluated, itself included. */
  reach(path, into = new Set()) {
    if (into.has(path)) return into;
    into.add(path);
    for (const imported of this.#compiled.get(path)?.imports ?? []) this.reach(imported, into);
    return into;
  }
}
