// As much of Jest's globals as the unit specs use, without Jest's own loading of modules: Jest's `expect` and `each` themselves.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// Both come with jest, in its version.
const { expect } = require('expect');
const { bind } = require('jest-each');

let block;
const newBlock = (name, parent) => ({ name, parent, hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] }, tests: [] });
const refuse = (what) => () => {
  throw new Error(`${what} is not known to the mutation harness`);
};

const describe = (name, define) => {
  const outer = block;
  block = newBlock(name, outer);
  block.all = outer.all;
  try {
    if (define() instanceof Promise) throw new Error(`describe "${name}" must not be asynchronous`);
  } finally {
    block = outer;
  }
};
const it = (name, run) => {
  block.all.push({ name, run, block });
};
const hook = (kind) => (run) => void block.hooks[kind].push(run);

for (const define of [describe, it]) {
  define.each = bind(define, false);
  for (const other of ['only', 'skip', 'todo', 'failing', 'concurrent']) define[other] = refuse(`.${other}`);
}

/** What a spec finds without importing it. */
export const globals = {
  describe,
  it,
  test: it,
  expect,
  beforeEach: hook('beforeEach'),
  afterEach: hook('afterEach'),
  beforeAll: refuse('beforeAll'),
  afterAll: refuse('afterAll'),
  jest: undefined,
};

const chain = (block) => (block ? [...chain(block.parent), block] : []);
const fullName = (test) =>
  [...chain(test.block), test]
    .map(({ name }) => name)
    .filter(Boolean)
    .join(' › ');

/** Evaluates a spec file; its tests in the order written. @throws what the file throws. */
export const collect = (evaluate) => {
  block = newBlock('');
  block.all = [];
  const { all } = block;
  try {
    evaluate();
  } finally {
    block = undefined;
  }
  return all.map((test) => ({ name: () => fullName(test), run: () => runOne(test) }));
};

/** Runs a test with its hooks; a promise when any of them is asynchronous. */
const runOne = ({ block: own, run }) => {
  const blocks = chain(own);
  const before = blocks.flatMap(({ hooks }) => hooks.beforeEach);
  const after = blocks.flatMap(({ hooks }) => hooks.afterEach).reverse();
  if (!before.length && !after.length) return run();
  return (async () => {
    for (const step of [...before, run, ...after]) await step();
  })();
};
