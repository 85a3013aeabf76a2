import type { Life } from './life.ts';
import { plus, written } from './oracle/calendar.ts';
import { silenceEnds } from './oracle/limits.ts';
import { zoneOfDepartement } from './places.ts';
import type { Chance } from './random.ts';

/** Something that happens to a dossier on a day, at an hour of the place. */
export interface Happening {
  on: string;
  time: string;
  run: () => Promise<unknown>;
}
type Given = Parameters<Life['decide']>[0];
type Facts = Record<string, unknown>;

/** Also late in the evening and just after midnight, when it is another day in Paris than overseas. */
const HOURS = ['10:00', '10:00', '14:30', '18:15', '00:20', '22:40'];

/** What happens to one dossier, in the order it happens. */
export class Plan {
  readonly happenings: Happening[] = [];
  constructor(
    readonly life: Life,
    readonly chance: Chance,
    public on: string,
  ) {}
  at(on: string, run: () => Promise<unknown>): this {
    this.on = on > this.on ? on : this.on;
    const before = this.happenings.at(-1);
    const time = this.chance.pick(HOURS);
    // On one day, things happen in the order they are told.
    this.happenings.push({ on: this.on, time: before?.on === this.on && time < before.time ? before.time : time, run });
    return this;
  }
  after(from: number, to: number, run: () => Promise<unknown>): this {
    return this.at(plus(this.on, this.chance.int(from, to), 'days'), run);
  }
  /** Most dossiers are closed in the end, and the person moves away with the permit. */
  ends(): Happening[] {
    if (this.chance.yes(0.85)) this.after(10, 60, () => this.life.leave());
    return this.happenings;
  }
}
const as = (facts: Facts): Given['facts'] => facts as Given['facts'];

/** A paper, and how it reached the person: at once, or with what is only known later. */
function arrival(plan: Plan, paper: Facts, start: string): { given: Given; recordOn: string; later?: { on: string; change: Given } } {
  const { chance } = plan;
  const at = (from: number, to: number): string => plus(start, chance.int(from, to), 'days');
  const base = { decisionOn: plus(start, -8, 'days') } as Given;
  const way = chance.pick(['by-hand', 'by-hand', 'collected', 'uncollected', 'anef', 'electronic', 'unopened', 'none']);
  if (way === 'collected') {
    const collected = at(0, 19);
    const facts = { ...paper, notificationMeans: 'registered-letter', firstPresentedOn: start };
    return {
      given: { ...base, facts: as(facts) },
      recordOn: start,
      later: { on: collected, change: { facts: as({ collectedOn: collected }) } },
    };
  }
  if (way === 'uncollected') {
    const facts = { ...paper, notificationMeans: 'registered-letter', firstPresentedOn: start, returnedUncollected: true };
    return { given: { ...base, facts: as(facts) }, recordOn: at(16, 22) };
  }
  if (way === 'anef') {
    const opened = at(0, 9);
    const facts = { ...paper, notificationMeans: 'anef', postedOnPortalOn: start, firstOpenedOn: opened };
    return { given: { ...base, facts: as(facts) }, recordOn: opened };
  }
  if (way === 'electronic') {
    const opened = at(0, 22);
    const facts = { ...paper, notificationMeans: 'crpa-electronic', postedOnPortalOn: start };
    return {
      given: { ...base, facts: as(facts) },
      recordOn: start,
      later: { on: opened, change: { facts: as({ firstOpenedOn: opened }) } },
    };
  }
  if (way === 'unopened') {
    const facts = {
      ...paper,
      notificationMeans: chance.pick(['crpa-electronic', 'ofpra-portal', 'telerecours']),
      postedOnPortalOn: start,
      neverOpened: true,
    };
    return { given: { ...base, facts: as(facts) }, recordOn: at(16, 20) };
  }
  const means = way === 'by-hand' ? { notificationMeans: 'by-hand' } : {};
  return { given: { ...base, notifiedOn: start, facts: as({ ...paper, ...means }) } as Given, recordOn: at(0, 6) };
}

/** What becomes of a limit in days. `acts`: an administrative appeal and legal aid interrupt it. */
function afterwards(plan: Plan, index: () => number, start: string, acts: { appeal: boolean; aid: boolean }): void {
  const { life, chance } = plan;
  const source = () => life.decisions[index()]!;
  const tell = (facts: Facts) => () => life.correct(index(), { facts: as(facts) });
  const next = (from: number, to: number): string => plus(plan.on, chance.int(from, to), 'days');
  const what = chance.pick([
    'done',
    'appeal',
    'aid',
    'correction',
    'withdrawn',
    'two',
    'twice',
    'sleep',
    'nothing',
    'routes',
    'far',
    'place',
  ]);
  if (what === 'appeal' && acts.appeal) {
    const [posted, received] = [next(0, 9), next(11, 16)];
    plan.at(posted, tell({ recoursGracieuxPostedOn: posted })).at(received, tell({ recoursGracieuxReceivedOn: received }));
    const answered = plus(received, chance.int(10, 50), 'days');
    if (chance.yes(0.5)) plan.at(answered, tell({ recoursAnsweredOn: answered }));
  } else if (what === 'aid' && acts.aid) {
    const asked = next(0, 6);
    const told = plus(asked, chance.int(15, 60), 'days');
    const lawyer = plus(told, chance.int(3, 30), 'days');
    plan
      .at(asked, tell({ aideJuridictionnelleRequestedOn: asked }))
      .at(told, tell({ aideJuridictionnelleNotifiedOn: told, aideJuridictionnelleDecision: 'granted' }));
    if (chance.yes(0.6)) plan.at(lawyer, tell({ lawyerAppointedOn: lawyer }));
  } else if (what === 'correction') {
    const facts = as({
      firstPresentedOn: null,
      collectedOn: null,
      postedOnPortalOn: null,
      firstOpenedOn: null,
      notificationMeans: 'by-hand',
    });
    const real = plus(start, -chance.int(1, 7), 'days');
    const decisionOn = plus(real, -1, 'days') as never;
    plan.after(1, 20, () => life.correct(index(), { decisionOn, notifiedOn: real as never, facts }));
  } else if (what === 'withdrawn') plan.after(1, 20, () => life.withdraw(index()));
  else if (what === 'two') {
    const agreed = chance.yes(0.6);
    plan.after(1, 20, () => life.cancelByTwo(source(), agreed));
  } else if (what === 'twice')
    plan
      .after(1, 9, () => life.finish(source()))
      .after(1, 6, () => life.unfinish(source()))
      .after(0, 9, () => life.finish(source()));
  else if (what === 'sleep') plan.after(1, 20, () => life.close()).after(3, 70, () => life.reopen());
  else if (what === 'routes') plan.after(0, 5, tell({ routesNotified: false })).after(10, 60, tell({ routesNotified: true }));
  else if (what === 'far')
    plan.after(0, 9, tell({ residence: 'abroad' })).after(1, 20, tell({ residence: chance.pick(['metropole', 'overseas']) }));
  else if (what === 'place') {
    const [mistaken, back] = [chance.pick(['988', '987', '69']), life.at.place.departement];
    plan.after(0, 5, tell({ departement: mistaken })).after(1, 12, tell({ departement: back }));
  }
  if (what !== 'withdrawn' && chance.yes(0.4)) plan.after(2, 20, () => life.finish(source()));
}

const recorded = (plan: Plan, paper: Facts, start: string): (() => number) => {
  let index = -1;
  const { given, recordOn, later } = arrival(plan, paper, start);
  plan.at(recordOn, async () => (index = await plan.life.decide(given)));
  if (later) plan.at(later.on, () => plan.life.correct(index, later.change));
  return () => index;
};

const BOTH = { appeal: true, aid: true };
const NONE = { appeal: false, aid: false };
/** Express decisions whose limit is in days or months. */
function decision(plan: Plan): void {
  const { chance } = plan;
  const start = plan.on;
  const papers: [Facts, { appeal: boolean; aid: boolean }][] = [
    [{ paper: 'permit-refusal' }, BOTH],
    [{ paper: 'permit-refusal', residence: plan.life.at.place.zone === 'Europe/Paris' ? 'metropole' : 'overseas' }, BOTH],
    [{ paper: 'permit-withdrawal' }, BOTH],
    [{ paper: 'expulsion' }, BOTH],
    [{ paper: 'ofpra-rejection' }, NONE],
    [{ paper: 'entry-ban', measure: 'none' }, NONE],
    [{ paper: 'transfer', measure: 'none' }, NONE],
    [
      { paper: 'judgment', initialDecision: 'oqtf-un-mois' },
      { appeal: false, aid: true },
    ],
    [
      { paper: 'judgment', initialDecision: 'refus-sejour-sans-oqtf' },
      { appeal: false, aid: true },
    ],
  ];
  const [paper, acts] = chance.pick(papers);
  afterwards(plan, recorded(plan, paper, start), start, acts);
}

/** Orders to leave: alone, with a measure, and followed by one. */
function orderToLeave(plan: Plan): void {
  const { life, chance } = plan;
  const start = plan.on;
  const measure = chance.pick(['none', 'none', 'none', 'house-arrest', 'prison']);
  let index = -1;
  plan.after(0, 4, async () => {
    const given = { decisionOn: start, notifiedOn: start, facts: { paper: 'oqtf', measure, notificationMeans: 'by-hand' } };
    index = await life.decide(given as Given);
  });
  if (measure === 'none' && chance.yes(0.5)) {
    const on = plus(start, chance.int(5, 20), 'days');
    const kind = chance.pick(['house-arrest', 'prison', 'detention']);
    const measureNotifiedAt = written(on, chance.pick(['00:10', '09:05', '17:40']), life.at.place.zone);
    const when = kind === 'detention' ? { measureNotifiedAt } : { measureNotifiedOn: on };
    // Known the day after: whatever the hour, it has happened.
    plan.at(plus(on, 1, 'days'), () => life.correct(index, { facts: as({ measure: kind, newLimitInformationGiven: true, ...when }) }));
    if (chance.yes(0.5)) plan.after(0, 3, () => life.finish(life.decisions[index]!));
    return;
  }
  afterwardsOfOrder(plan, () => index, start, measure === 'none');
}
const afterwardsOfOrder = (plan: Plan, index: () => number, start: string, free: boolean): void =>
  afterwards(plan, index, start, { appeal: false, aid: free });

/** Hours: held in a centre, here or far away, sometimes while the clocks change. */
function hours(plan: Plan): void {
  const { life, chance } = plan;
  const changes = ['2026-03-27', '2026-10-23', '2027-03-26', '2027-10-29', '2028-03-24', '2028-10-27'];
  const near = changes.find((day) => day >= plan.on) ?? plan.on;
  const start = chance.yes(0.5) ? plus(near, chance.int(0, 2), 'days') : plan.on;
  const far = chance.yes(0.25) ? { measureDepartement: '13' } : {};
  const zone = zoneOfDepartement('measureDepartement' in far ? '13' : life.at.place.departement);
  const notifiedAt = written(start, chance.pick(['00:05', '01:30', '08:20', '16:45', '23:50']), zone);
  const paper = chance.pick(['oqtf', 'oqtf', 'entry-ban', 'transfer']);
  let index = -1;
  // Far away it is not the same day: told when it has happened everywhere.
  plan.at(plus(start, 2, 'days'), async () => {
    // `far` adds a place to the facts of a detention; the union of facts is too wide to follow it.
    index = await life.decide({ decisionOn: start, notifiedAt, facts: { paper, measure: 'detention', ...far } } as unknown as Given);
  });
  if (chance.yes(0.5)) plan.after(0, 1, () => life.finish(life.decisions[index]!));
}

/** A request, then silence, an express answer, or the permit itself. */
function request(plan: Plan): void {
  const { life, chance } = plan;
  const filedOn = plan.on;
  const completeOn = plus(filedOn, chance.int(0, 20), 'days');
  const permitRequested = chance.pick(['general', 'general', 'general', 'student', 'talent-researcher', 'eu-blue-card']);
  // Grounds without a risk to acknowledge: the life of the limits is what is looked at here.
  const basis = permitRequested === 'student' ? 'student-l422-1' : 'parent-french-child-l423-7';
  const channel = chance.pick(['anef', 'prefecture']);
  const common = { kind: 'first', title: 'cst', basis, channel, filedOn };
  plan.at(filedOn, () => life.file(common as never));
  plan.at(completeOn, () => life.refile(0, { completeOn, receiptUntil: plus(completeOn, chance.pick([90, 120]), 'days') } as never));
  const end = chance.pick(['silence', 'silence', 'express', 'permit', 'later-receipt', 'nothing']);
  if (end === 'silence') {
    const born = silenceEnds(completeOn, permitRequested as never);
    let index = -1;
    const facts = { paper: 'silence', completeFileReceivedOn: completeOn, permitRequested };
    plan.at(plus(born, chance.int(1, 15), 'days'), async () => (index = await life.decide({ facts: as(facts) } as Given)));
    if (chance.yes(0.6)) {
      const asked = plus(plan.on, chance.int(0, 20), 'days');
      const got = plus(asked, chance.int(10, 60), 'days');
      plan.at(asked, () => life.correct(index, { facts: as({ reasonsRequestedOn: asked }) }));
      if (chance.yes(0.6)) plan.at(got, () => life.correct(index, { facts: as({ reasonsReceivedOn: got }) }));
      if (chance.yes(0.5)) plan.after(5, 40, () => life.finish(life.decisions[index]!));
    } else afterwards(plan, () => index, born, { appeal: true, aid: true });
  } else if (end === 'express') {
    const on = plus(completeOn, chance.int(20, 100), 'days');
    plan.at(on, () =>
      life.decide({ filingId: life.filings[0]!.id, decisionOn: on, notifiedOn: on, facts: as({ paper: 'permit-refusal' }) } as Given),
    );
  } else if (end === 'permit') {
    const from = plus(completeOn, chance.int(20, 90), 'days');
    plan.at(from, () => life.hold({ title: 'cst', basis, validFrom: from, validUntil: plus(from, 12, 'months'), channel } as never));
    plan.after(5, 20, () => life.close());
  } else if (end === 'later-receipt') {
    const on = plus(completeOn, chance.int(50, 80), 'days');
    plan.at(on, () => life.file({ ...common, filedOn: on, completeOn: on, receiptUntil: plus(on, 130, 'days') } as never));
  }
}

/** A permit that ends, its window, the renewal and the card that follows; or a date that was wrong. */
function renewal(plan: Plan): void {
  const { life, chance } = plan;
  const title = chance.pick(['cst', 'cst', 'csp', 'cra-1y', 'cra-10y']);
  const validFrom = plus(plan.on, -chance.int(60, 200), 'days');
  const validUntil = plus(plan.on, chance.int(90, 250), 'days');
  const channel = chance.pick(['anef', 'prefecture']);
  const permit = { title, basis: title.startsWith('cra') ? null : 'vpf-l423-23', validFrom, validUntil, channel };
  const source = () => life.permits[0]!;
  plan.at(plan.on, () => life.hold(permit as never));
  const what = chance.pick(['renewed', 'renewed', 'mistake', 'mistake', 'import', 'lost', 'late', 'undone']);
  if (what === 'mistake') plan.after(2, 60, () => life.amend(0, { validUntil: plus(validUntil, chance.int(-20, 40), 'days') } as never));
  if (what === 'import')
    plan.after(2, 60, async () => {
      const other = channel === 'anef' ? 'prefecture' : 'anef';
      await life.at.sql('update permit set channel = $2 where id = $1', [life.imported(0, { channel: other }), other]);
    });
  if (what === 'lost') plan.after(5, 60, () => life.lose(0));
  if (what === 'undone') plan.at(plus(validUntil, -80, 'days'), () => life.finish(source())).after(1, 9, () => life.unfinish(source()));
  if (what !== 'renewed') return;
  const filedOn = plus(validUntil, -chance.int(61, 85), 'days');
  const receiptUntil = plus(validUntil, chance.int(60, 150), 'days');
  plan.at(filedOn, () => life.finish(source()));
  plan.at(filedOn, () =>
    life.file({ kind: 'renewal', title: 'cst', basis: permit.basis, channel, filedOn, completeOn: filedOn, receiptUntil } as never),
  );
  const next = plus(validUntil, chance.int(1, 60), 'days');
  plan.at(next, () => life.hold({ ...permit, validFrom: next, validUntil: plus(next, 12, 'months') } as never));
}

/** Appeals that must be made first: naturalisation and visas. */
function mandatoryAppeal(plan: Plan): void {
  const { life, chance } = plan;
  const start = plan.on;
  const paper = chance.pick(['naturalisation-refusal', 'visa-refusal']);
  const given = { decisionOn: start, notifiedOn: start, facts: { paper } };
  let index = -1;
  plan.after(0, 4, async () => (index = await life.decide(given as Given)));
  const receivedOn = plus(plan.on, chance.int(5, 24), 'days');
  plan.at(receivedOn, () => life.correct(index, { facts: as({ recoursHierarchiqueReceivedOn: receivedOn }) }));
  const answered = plus(receivedOn, chance.int(10, 55), 'days');
  if (chance.yes(0.5)) plan.at(answered, () => life.correct(index, { facts: as({ recoursAnsweredOn: answered }) }));
  if (chance.yes(0.5)) plan.after(1, 30, () => life.finish(life.decisions[index]!));
}

/** Family reunification: refused, or never answered. */
function family(plan: Plan): void {
  const { life, chance } = plan;
  const start = plan.on;
  if (chance.yes(0.5)) return afterwards(plan, recorded(plan, { paper: 'permit-refusal' }, start), start, BOTH);
  const facts = { paper: 'family-reunification-refusal', completeFileReceivedOn: start };
  let index = -1;
  plan.at(plus(plus(start, 6, 'months'), 3, 'days'), async () => (index = await life.decide({ facts: as(facts) } as Given)));
  plan.after(2, 30, () => life.finish(life.decisions[index]!));
}

/** Every kind of life, the common ones more often. */
export const LIVES = [
  decision,
  decision,
  decision,
  orderToLeave,
  orderToLeave,
  hours,
  request,
  request,
  renewal,
  mandatoryAppeal,
  family,
] as const;
/** Where no limit may be given, papers still come in; windows of a permit are those of the whole country and stay. */
export const PACIFIC_LIVES = [decision, orderToLeave, hours] as const;

export function planOf(life: Life, chance: Chance, from: string): Happening[] {
  const plan = new Plan(life, chance, from);
  plan.at(from, () => life.begin());
  const kind = life.at.place.pacific ? chance.pick(PACIFIC_LIVES) : chance.pick(LIVES);
  kind(plan);
  return plan.ends();
}
