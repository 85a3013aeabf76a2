import { assess, isoDate, resultIds, type Facts } from '../src/index.ts';
import { BY_ID } from '../src/bases/registry.ts';
import { evaluate, statusAlone, stillHolds } from '../src/engine/evaluate.ts';
import { inOneShape, inOrder } from '../src/facts/facts.ts';
import type { Context } from '../src/engine/outcome.ts';
import { jsonRulesEngine, type Peer, publicodes } from './peers.bench.ts';
import { people } from './people.bench.ts';
import { type Known, referenceFor, type Verdict } from './reference.bench.ts';
import { SUBSET } from './subset.bench.ts';

const ON = isoDate('2026-11-21');
// `npm run bench -- rules 500`: fewer people, for a quick look.
const PEOPLE = Number(process.argv[3] ?? 10_000);
const ids = Object.keys(SUBSET);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const perSecond = (count: number, milliseconds: number): number => Math.round((count * 1000) / milliseconds);

/** Processor time of this process in milliseconds: one core's work, whatever else the machine is doing. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
/** Quickest of several passes, once the code is warm. */
const quickest = (passes: number, run: () => void): number => {
  let best = Infinity;
  for (let pass = 0; pass < passes; pass++) {
    const before = cpu();
    run();
    best = Math.min(best, cpu() - before);
  }
  return best;
};

const contextFor = (person: Facts): Context => {
  const facts = inOneShape(person);
  const context: Context = {
    onDate: ON,
    facts,
    answers: inOrder(facts),
    child: null,
    statusOf: (id) => statusAlone(BY_ID.get(id)!, context),
    stillHolds: (id) => stillHolds(BY_ID.get(id)!, context),
  };
  return context;
};
const bases = ids.map((id) => BY_ID.get(id)!);
/** What the peers are asked, and no more: the status of each basis of the subset. */
const ours: Peer = {
  prepare: (known) => contextFor(known as Facts),
  weigh: (person) => bases.map((basis) => statusAlone(basis, person as Context)),
};
/** The same with what only we give: the reason of every condition, all that failed, and what is still to ask. */
const oursWithReasons: Peer = {
  prepare: (known) => contextFor(known as Facts),
  weigh: (person) => bases.map((basis) => evaluate(basis, person as Context).status),
};

interface Measured {
  readonly milliseconds: number;
  readonly wrong: number;
  readonly wrongByKind: Readonly<Record<string, number>>;
}
const measure = async (peer: Peer, known: readonly Facts[], truth: readonly Verdict[][], passes: number): Promise<Measured> => {
  const prepared = known.map((one) => peer.prepare(one as Known));
  let milliseconds = Infinity;
  let answers: Verdict[][] = [];
  for (let pass = 0; pass < passes; pass++) {
    answers = [];
    const before = cpu();
    for (const person of prepared) {
      const answer = peer.weigh(person);
      // Waiting costs a turn of the queue: only those that need it pay.
      answers.push(answer instanceof Promise ? await answer : answer);
    }
    milliseconds = Math.min(milliseconds, cpu() - before);
  }
  const kinds = new Map<string, number>();
  answers.forEach((answer, i) =>
    answer.forEach((verdict, j) => {
      const right = truth[i]![j]!;
      if (verdict !== right) kinds.set(`${verdict} for ${right}`, (kinds.get(`${verdict} for ${right}`) ?? 0) + 1);
    }),
  );
  return { milliseconds, wrong: [...kinds.values()].reduce((a, b) => a + b, 0), wrongByKind: Object.fromEntries(kinds) };
};

const everybody = people(PEOPLE, ids);
const answered = everybody.reduce((sum, facts) => sum + Object.keys(facts).length, 0) / PEOPLE;
say(`${PEOPLE} invented people, ${answered.toFixed(1)} answers each on average, on ${ON}.`);

const full = quickest(5, () => everybody.forEach((facts) => assess({ onDate: ON, facts })));
const assessmentsPerSecond = perSecond(PEOPLE, full);
say(`Full assessments (${resultIds().length} ids, reasons, missing facts, next questions): ${assessmentsPerSecond} a second on one core.`);

const references = ids.map((id) => referenceFor(SUBSET[id]!, ON));
const truth = everybody.map((facts) => references.map((reference) => reference(facts as Known)));
const share = (verdict: Verdict): string =>
  `${Math.round((100 * truth.flat().filter((one) => one === verdict).length) / (PEOPLE * ids.length))} % ${verdict}`;
say(`Subset of ${ids.length} bases; true answers by brute force: ${(['met', 'not-met', 'unknown'] as const).map(share).join(', ')}.`);

const results = {
  ours: await measure(ours, everybody, truth, 5),
  oursWithReasons: await measure(oursWithReasons, everybody, truth, 5),
  jsonRulesEngine: await measure(jsonRulesEngine(SUBSET, ON), everybody, truth, 1),
  publicodes: await measure(publicodes(SUBSET, ON), everybody, truth, 1),
};
for (const [name, { milliseconds, wrong, wrongByKind }] of Object.entries(results)) {
  const kinds = Object.entries(wrongByKind).map(([kind, count]) => `${count} ${kind}`);
  say(
    `  ${name.padEnd(16)} ${String(perSecond(PEOPLE, milliseconds)).padStart(7)} people a second, ${wrong} wrong${wrong ? ` (${kinds.join(', ')})` : ''}`,
  );
}
const ratio = (of: Measured): number => Math.round((of.milliseconds / results.ours.milliseconds) * 10) / 10;
say(
  JSON.stringify({
    assessmentsPerSecond,
    ratioJsonRulesEngine: ratio(results.jsonRulesEngine),
    ratioPublicodes: ratio(results.publicodes),
    wrong: { ours: results.ours.wrong, jsonRulesEngine: results.jsonRulesEngine.wrong, publicodes: results.publicodes.wrong },
  }),
);
