// npm run check:uploads: hostile and good files through the checks of the built product, then the API's answer time while bombs come in.
// The last line counts: {"hostile":…,"stopped":…,"good":…,"goodRefused":…}. Fails when a hostile file gets through or more than 1 % of the
// good ones are refused. With CLAMAV_URL the antivirus is a real one.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstall } from './ensure-install.mjs';
import { printedPages } from './uploads/printed-pages.mjs';
import { answerTimes } from './uploads/answer-times.mjs';

const workspace = join(import.meta.dirname, '../../..');
await ensureInstall(workspace);
const built = spawnSync(
  process.execPath,
  [join(workspace, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--projects=api,testing', '--outputStyle=static'],
  { cwd: workspace, encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false' } },
);
if (built.status !== 0) {
  console.error(built.stdout, built.stderr);
  process.exit(2);
}
const room = (path) => import(pathToFileURL(join(workspace, path)).href);
const { fileChecks } = await room('packages/application/dist/index.js');
const { clamdStandIn } = await room('packages/testing/dist/index.js');
const { asPrinted, goodFiles, hostileFiles, isStopped, judged } = await room('packages/testing/dist/uploads/index.js');

const standIn = process.env.CLAMAV_URL ? null : await clamdStandIn();
console.log(standIn ? 'Antivirus: a stand-in that knows the test file (CLAMAV_URL is not set).' : 'Antivirus: the one of CLAMAV_URL.');
const checks = fileChecks({ clamavUrl: process.env.CLAMAV_URL ?? standIn.url });
const median = (verdicts) => [...verdicts].map(({ seconds }) => seconds).sort((a, b) => a - b)[Math.floor(verdicts.length / 2)] ?? 0;
const told = (name, verdicts) => {
  const refused = verdicts.filter((v) => v.refused !== null).length;
  const slowest = verdicts.reduce((a, b) => (a.seconds > b.seconds ? a : b));
  console.log(
    `${name}: ${verdicts.length} files, ${refused} refused, ${verdicts.length - refused} taken; median ${(median(verdicts) * 1000).toFixed(0)} ms, ` +
      `slowest ${slowest.seconds.toFixed(1)} s (${slowest.what})`,
  );
};

const hostile = await judged(checks, await hostileFiles());
told('Hostile', hostile);
for (const { what, left } of hostile.filter((v) => !isStopped(v))) console.log(`  THROUGH ${what}: ${left.join(', ')}`);
const printed = await printedPages();
if (!printed.length) console.log('No Chromium here: the pages a browser prints are left out.');
const good = await judged(checks, [...(await goodFiles()), ...asPrinted(printed)]);
told('Good', good);
for (const { what, refused } of good.filter((v) => v.refused)) console.log(`  REFUSED ${what}: ${refused}`);
checks.close();
await standIn?.stop();

const { idle, during, sent, answered } = await answerTimes(workspace);
const ms = (value) => `${value.toFixed(0)} ms`;
console.log(
  `API while ${sent} bombs come in, a page that reads the database: median ${ms(during.median)}, 95 % within ${ms(during.p95)}, ` +
    `slowest ${ms(during.slowest)} over ${during.count} calls; before: median ${ms(idle.median)}, 95 % within ${ms(idle.p95)}. Bombs: ${answered}.`,
);
const counts = {
  hostile: hostile.length,
  stopped: hostile.filter(isStopped).length,
  good: good.length,
  goodRefused: good.filter((v) => v.refused).length,
};
console.log(JSON.stringify(counts));
const passed = counts.stopped === counts.hostile && counts.hostile >= 80 && counts.good >= 200 && counts.goodRefused <= counts.good / 100;
process.exit(passed ? 0 : 1);
