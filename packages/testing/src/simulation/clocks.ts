import type { TestDatabase } from '../database/test-database.ts';
import { FAULTS, type Fault } from './compare.ts';
import { Simulation, type Scale } from './simulation.ts';

export type Summary = Record<Fault, number> & { years: number; places: number; dossiers: number; deadlines: number; notCovered: number };

/** What a simulation found, in total; `wrong` counts also what was refused or answered otherwise than expected. */
export function summaryOf({ worlds, scale }: Simulation): Summary {
  const count = (fault: Fault): number => worlds.reduce((sum, { comparison }) => sum + comparison.faults[fault].size, 0);
  const sum = (of: (world: Simulation['worlds'][number]) => number): number => worlds.reduce((total, world) => total + of(world), 0);
  return {
    years: Number(scale.until.slice(0, 4)) - Number(scale.from.slice(0, 4)),
    places: worlds.length,
    dossiers: sum((world) => world.lives.filter((life) => life.dossierId).length),
    deadlines: sum(({ books: { counts } }) => counts.opened + counts.recomputed + counts.replaced),
    lost: count('lost'),
    doubled: count('doubled'),
    notRecomputed: count('notRecomputed'),
    moved: count('moved'),
    wrong: count('wrong') + sum((world) => world.said.wrong.length),
    notCovered: sum((world) => world.said.notCovered),
  };
}

/** One line for each place, then what is wrong, in words. */
export function told({ worlds, nights }: Simulation): string[] {
  const lines = worlds.map(({ place, lives, said, comparison, books: { counts } }) =>
    [
      place.name.padEnd(12),
      `${lives.length} dossiers, ${said.events} events, ${nights} nights`,
      `${counts.opened} opened, ${counts.recomputed} recomputed, ${counts.replaced} replaced, ${counts.done} done, ${counts.cancelled} cancelled`,
      `${said.notCovered} not covered`,
      `${said.checks + comparison.checks} checks`,
    ].join(' · '),
  );
  for (const { said, comparison } of worlds) {
    for (const fault of FAULTS)
      for (const [what, on] of [...comparison.faults[fault]].slice(0, 10)) lines.push(`  ${fault} since ${on}: ${what}`);
    for (const what of said.wrong.slice(0, 20)) lines.push(`  wrong: ${what}`);
  }
  return lines;
}

export async function simulateClocks(db: TestDatabase, scale: Scale, say: (line: string) => void = () => undefined): Promise<Simulation> {
  const simulation = new Simulation(db, scale);
  await simulation.begin();
  for (let year = Number(scale.from.slice(0, 4)); simulation.on < scale.until; year++) {
    const next = `${year + 1}-01-01`;
    await simulation.liveUntil(next < scale.until ? next : scale.until);
    say(`${simulation.on}: ${JSON.stringify(summaryOf(simulation))}`);
    for (const line of told(simulation)) if (line.startsWith('  ')) say(line);
  }
  await simulation.audited();
  return simulation;
}
