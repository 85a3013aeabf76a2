// StrykerJS over one room with the runner of this folder: every mutator on, one process of the runner for each unit of concurrency.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { count, survivors } from './report.mjs';
import { environment } from './scopes.mjs';

/**
 * @param {object} options
 * @param {string} options.room its folder; becomes the folder of this process
 * @param {readonly string[]} options.mutate sources, relative to the room
 * @param {readonly string[]} options.leftOut spec files that are not run
 * @param {string} options.reports folder of the reports, of the list of survivors and of what the next run may skip
 * @param {string} options.temporary folder of the instrumented copy
 * @param {string} options.name of the reports
 * @param {boolean} [options.incremental] skip what an earlier run settled, unless `force`
 * @param {boolean} [options.force]
 * @param {readonly string[]} [options.reporters] beside the report in JSON
 * @param {number} [options.concurrency]
 * @returns the mutants, and how many were noticed
 */
export const mutationRun = async (options) => {
  const { room, mutate, leftOut, reports, temporary, name, incremental = true, force = false, reporters = [], concurrency = 1 } = options;
  mkdirSync(reports, { recursive: true });
  process.chdir(room);
  const results = await new Stryker({
    mutate,
    testRunner: 'specs',
    specRunner: { leftOut, environment },
    plugins: [pathToFileURL(join(import.meta.dirname, 'runner.mjs')).href],
    coverageAnalysis: 'perTest',
    concurrency,
    timeoutMS: 2000,
    // Every test on modules of its own: a minute or two, and longer on a machine that does other things.
    dryRunTimeoutMinutes: 60,
    reporters: ['json', ...reporters],
    jsonReporter: { fileName: join(reports, `${name}.json`) },
    htmlReporter: { fileName: join(reports, `${name}.html`) },
    incremental,
    incrementalFile: join(reports, `${name}.incremental.json`),
    force,
    // Out of sight of Jest and of git.
    tempDirName: temporary,
    ignorePatterns: ['dist', 'bench', 'reports'],
    tsconfigFile: 'none',
    allowConsoleColors: false,
    warnings: { slow: false },
  }).runMutationTest();
  writeFileSync(join(reports, `${name}.survivors.txt`), survivors(results, room));
  return { results, counted: count(results) };
};
