import { getWatchers, recomputeDeadlines, type AppContext } from '@permanence/application';
import { movingClock, type MovingClock } from '../builders/clock.ts';
import { anAssociation, type TestAssociation } from '../builders/world.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { Books } from './books.ts';
import { Comparison } from './compare.ts';
import { Life, type Surroundings } from './life.ts';
import { instantAt, isoAt, plus } from './oracle/calendar.ts';
import type { Place } from './places.ts';
import { chance } from './random.ts';
import { planOf, type Happening } from './scenarios.ts';
import { agesTheRules } from './older-rules.ts';
import { expectedWatchers } from './watched.ts';

export interface Scale {
  seed: number;
  places: readonly Place[];
  /** First day and the day after the last one. */
  from: string;
  until: string;
  /** Dossiers of one place. */
  dossiers: number;
  /** The day on which every limit looks as an older version of the rules had left it. */
  rulesChangeOn: string | null;
}
export interface World extends Surroundings {
  lives: Life[];
  comparison: Comparison;
  /** Something happened since the last night. */
  lively: boolean;
}
interface Due extends Happening {
  at: number;
  world: World;
  life: Life;
}

/** Several associations living day after day: what happens is done through the use cases, and each night the system looks again. */
export class Simulation {
  readonly worlds: World[] = [];
  readonly clock: MovingClock;
  on: string;
  nights = 0;
  private due: Due[] = [];
  constructor(
    readonly db: TestDatabase,
    readonly scale: Scale,
  ) {
    this.clock = movingClock(isoAt(scale.from, '00:00', 'Europe/Paris'));
    this.on = scale.from;
  }
  get app(): AppContext {
    return { database: this.db.database, clock: this.clock };
  }

  async begin(): Promise<void> {
    const { seed, places, from, until, dossiers } = this.scale;
    const length = (Date.parse(until) - Date.parse(from)) / 86_400_000;
    for (const [n, place] of places.entries()) {
      const association: TestAssociation = await anAssociation(this.app, `Simulée ${place.code}`);
      await this.db.asSuperuser('update association set time_zone = $2 where id = $1', [association.id, place.zone]);
      const books = new Books();
      const world: World = {
        app: this.app,
        place,
        association,
        books,
        today: () => this.clock.today(place.zone),
        sql: (text, values) => this.db.asSuperuser(text, values),
        said: { events: 0, checks: 0, notCovered: 0, wrong: [] },
        lives: [],
        lively: true,
        comparison: new Comparison(this.db, association.id, books),
      };
      this.worlds.push(world);
      for (let i = 0; i < (place.pacific ? Math.ceil(dossiers / 5) : dossiers); i++) {
        const life = new Life(world, i);
        world.lives.push(life);
        // Spread over the whole time, the last ones being too short to end.
        const begins = plus(from, Math.floor((i * (length - 3)) / dossiers), 'days');
        for (const one of planOf(life, chance(seed + n * 100_003 + i * 7), begins))
          this.due.push({ ...one, at: instantAt(one.on, one.time, place.zone), world, life });
      }
    }
    // The same instant: in the order they were planned, which sort keeps.
    this.due.sort((a, b) => a.at - b.at);
  }

  /** Lives until the morning of that day, its night included. */
  async liveUntil(day: string): Promise<void> {
    while (this.on < day) {
      // Half past four in Paris, as the worker's schedule has it.
      const night = instantAt(plus(this.on, 1, 'days'), '04:30', 'Europe/Paris');
      while (this.due[0] && this.due[0].at < night) await this.happen(this.due.shift()!);
      this.on = plus(this.on, 1, 'days');
      if (this.scale.rulesChangeOn === this.on)
        for (const world of this.worlds) {
          await agesTheRules(world);
          world.lively = true;
        }
      this.clock.set(new Date(night).toISOString());
      await Promise.all(this.worlds.map((world) => this.night(world)));
      this.nights += 1;
    }
  }
  private async happen({ at, world, life, run }: Due): Promise<void> {
    this.clock.set(new Date(at).toISOString());
    try {
      await run();
    } catch (error) {
      world.said.wrong.push(`${life.name} on ${this.clock.now()}: ${this.told(error)}`);
    }
    world.said.events += 1;
    world.lively = true;
    if (life.personId) await world.comparison.person(life.personId, life.sources(), this.on);
  }
  private told(error: unknown): string {
    const { problems, message } = error as { problems?: unknown; message?: string };
    return `${message} ${problems ? JSON.stringify(problems) : ''}`;
  }
  private async night(world: World): Promise<void> {
    const { changed, failed } = await recomputeDeadlines(this.app, world.association.id);
    const expected = world.lives.reduce((sum, life) => sum + (life.personId ? life.night() : 0), 0);
    if (changed !== expected) world.said.wrong.push(`${world.place.code}, night to ${this.on}: ${changed} changes, expected ${expected}`);
    if (failed) world.said.wrong.push(`${world.place.code}, night to ${this.on}: ${failed} could not be recomputed`);
    world.said.checks += 2;
    await world.comparison.everything(this.on, world.lively || expected > 0);
    world.lively = false;
    if (this.on.endsWith('-01') || this.on.endsWith('-15')) await this.look(world);
  }
  /** Twice a month: what the watchers raise, and that nothing is announced of a limit that is no longer open. */
  private async look(world: World): Promise<void> {
    const { items } = await getWatchers(this.app, world.association.users.coordinator.actor, {});
    const expected = expectedWatchers(world, world.today());
    const raised = new Set(items.map((item) => `${item.dossierId} ${item.code} ${item.on}`));
    for (const one of expected.raised) if (!raised.has(one)) world.said.wrong.push(`${world.place.code} ${this.on}: ${one} not raised`);
    for (const one of raised)
      if (expected.codes.some((code) => one.includes(` ${code} `)) && !expected.raised.has(one))
        world.said.wrong.push(`${world.place.code} ${this.on}: ${one} raised`);
    world.said.checks += expected.raised.size;
    const stray = await this.db.asSuperuser(
      `select r.id from reminder r join deadline d on d.id = r.source_id
       where r.association_id = $1 and r.state = 'planned' and d.state <> 'open'`,
      [world.association.id],
    );
    if (stray.length) world.said.wrong.push(`${world.place.code} ${this.on}: ${stray.length} reminders of limits that no longer run`);
    world.said.checks += 1;
  }
  /** Every change of a limit is in the audit. */
  async audited(): Promise<void> {
    for (const world of this.worlds) {
      const silent = await this.db.asSuperuser<{ id: string }>(
        `select d.id from deadline d where d.association_id = $1 and (
           not exists (select 1 from audit_event a where a.target_id = d.id and a.action = 'deadline.computed')
           or (d.current is null and not exists (
             select 1 from audit_event a where a.target_id = d.id and a.action in ('deadline.superseded', 'deadline.cancelled'))))`,
        [world.association.id],
      );
      if (silent.length) world.said.wrong.push(`${world.place.code}: ${silent.length} limits changed without a line of audit`);
      world.said.checks += 1;
    }
  }
}
