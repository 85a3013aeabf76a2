// What a mutation run found, counted, and the mutants that no spec noticed, as a list to work through.
import { relative } from 'node:path';

const countOf = (results, status) => results.filter((one) => one.status === status).length;

/** The closing line. A mutant that loops for ever is noticed too; one that no test passes through is not. */
export const count = (results) => {
  const [killed, timeout, survived, noCoverage] = ['Killed', 'Timeout', 'Survived', 'NoCoverage'].map((status) => countOf(results, status));
  const valid = killed + timeout + survived + noCoverage;
  return {
    mutants: results.length,
    killed,
    timeout,
    survived,
    noCoverage,
    ignored: results.length - valid,
    scorePercent: valid === 0 ? null : Math.floor((10000 * (killed + timeout)) / valid) / 100,
  };
};

const byFile = (results) => {
  const files = new Map();
  for (const one of results) {
    if (!files.has(one.fileName)) files.set(one.fileName, []);
    files.get(one.fileName).push(one);
  }
  return files;
};

/** One line a file, the worst first, then one line a survivor. */
export const survivors = (results, root) => {
  const score = [...byFile(results)].map(([file, mutants]) => {
    const { scorePercent, survived, noCoverage } = count(mutants);
    const lines = mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .sort((a, b) => a.location.start.line - b.location.start.line || a.location.start.column - b.location.start.column)
      .map(
        ({ location, status, mutatorName, replacement }) =>
          `  ${location.start.line}:${location.start.column} ${status} ${mutatorName} → ${String(replacement).replaceAll(/\s+/g, ' ').slice(0, 120)}`,
      );
    return { file: relative(root, file), left: survived + noCoverage, all: mutants.length, scorePercent, lines };
  });
  score.sort((a, b) => b.left - a.left);
  const summary = score.map(({ file, left, all, scorePercent }) => `${file}: ${left} of ${all} left, ${scorePercent} %`);
  const detail = score.filter(({ left }) => left).map(({ file, lines }) => `\n${file}\n${lines.join('\n')}`);
  return [...summary, ...detail, ''].join('\n');
};
