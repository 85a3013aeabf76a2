import { isoDate } from '../calendar/iso-date.ts';
import { Case } from './case.ts';
import { chooseRow, formerKind, lawfulRow } from './choose.ts';
import type { DecisionId } from './ids.ts';
import type { DeadlineInput, DecisionFacts } from './types.ts';

const BEFORE = isoDate('2024-07-14');
const SINCE = isoDate('2024-07-15');
type Rest = Omit<DeadlineInput, 'decision' | 'facts'>;
const about = (decision: DeadlineInput['decision'], facts: DecisionFacts = {}, rest: Rest = {}) =>
  new Case({ decision, ...rest, facts: { departement: '75', ...facts } });
const row = (decision: DecisionId, facts: DecisionFacts = {}, rest: Rest = {}) => lawfulRow(about(decision, facts, rest), decision);
const auto = (facts: DecisionFacts, rest: Rest = {}) => chooseRow(about('auto', facts, rest));

describe('the row for the day of the decision', () => {
  it.each([
    ['oqtf-assignation-residence', 'oqtf-48h-assignation-ou-retention-avant-2024'],
    ['oqtf-retention', 'oqtf-48h-assignation-ou-retention-avant-2024'],
    ['oqtf-detention', 'oqtf-detenu-avant-2024'],
    ['irtf-autonome', 'irtf-15-jours-avant-2024'],
    ['fin-delai-depart-volontaire', 'fin-delai-depart-avant-2024'],
    ['assignation-residence-l731-1', 'oqtf-48h-assignation-ou-retention-avant-2024'],
    ['transfert-dublin', 'transfert-15-jours-avant-2024'],
    ['transfert-dublin-retention', 'transfert-48h-avant-2024'],
    ['refus-ou-fin-cma', 'cma-rapo-avant-2024'],
    ['refus-sejour-sans-oqtf', 'refus-sejour-sans-oqtf'],
  ] as const)('%s, taken before 15 July 2024, is %s', (named, former) => {
    expect(row(named, {}, { decisionOn: BEFORE })).toBe(former);
    expect(row(named, {}, { decisionOn: SINCE })).toBe(named);
    // Notified before, it was taken before.
    expect(row(named, {}, { notifiedOn: BEFORE })).toBe(former);
    expect(row(named, {}, { notifiedAt: '2024-07-14T23:59:00+02:00' })).toBe(former);
  });
  it.each([
    ['irtf-15-jours-avant-2024', 'irtf-autonome'],
    ['fin-delai-depart-avant-2024', 'fin-delai-depart-volontaire'],
    ['transfert-15-jours-avant-2024', 'transfert-dublin'],
    ['transfert-48h-avant-2024', 'transfert-dublin-retention'],
    ['cma-rapo-avant-2024', 'refus-ou-fin-cma'],
    ['oqtf-30-jours-avant-2024', 'oqtf-un-mois'],
    ['oqtf-15-jours-avant-2024', 'oqtf-un-mois'],
    ['oqtf-sans-delai-avant-2024', 'oqtf-un-mois'],
    ['oqtf-48h-assignation-ou-retention-avant-2024', 'oqtf-retention'],
    ['oqtf-detenu-avant-2024', 'oqtf-detention'],
  ] as const)('%s, taken since, is %s', (named, since) => {
    expect(row(named, {}, { decisionOn: SINCE })).toBe(since);
    expect(row(named, {}, { decisionOn: BEFORE })).toBe(named);
    // A later notification does not say when it was taken.
    const c = about(named, {}, { notifiedOn: SINCE });
    expect([lawfulRow(c, named), c.missing.has('decisionOn')]).toEqual([named, true]);
  });
  it('asks for the day of the decision only where it picks the row', () => {
    const asks = (named: DecisionId) => {
      const c = about(named);
      lawfulRow(c, named);
      return c.missing.has('decisionOn');
    };
    for (const named of [
      'irtf-autonome',
      'cma-rapo-avant-2024',
      'oqtf-un-mois',
      'transfert-dublin',
      'refus-visa-rapo',
      'refus-visa-rapo-avant-2023',
    ] as const)
      expect([named, asks(named)]).toEqual([named, true]);
    for (const named of ['refus-sejour-sans-oqtf', 'expulsion'] as const) expect([named, asks(named)]).toEqual([named, false]);
  });
  it('picks the appeal against a visa refusal from 2023', () => {
    expect(row('refus-visa-rapo', {}, { decisionOn: isoDate('2022-12-31') })).toBe('refus-visa-rapo-avant-2023');
    expect(row('refus-visa-rapo-avant-2023', {}, { decisionOn: isoDate('2023-01-01') })).toBe('refus-visa-rapo');
    expect(row('refus-visa-rapo-avant-2023')).toBe('refus-visa-rapo-avant-2023');
  });
});

describe('an order to leave', () => {
  it('follows the measure that was there when it was notified', () => {
    const order = (facts: DecisionFacts, named: DecisionId = 'oqtf-un-mois') => row(named, facts, { decisionOn: SINCE, notifiedOn: SINCE });
    expect(order({ measure: 'none' })).toBe('oqtf-un-mois');
    expect(order({ measure: 'house-arrest' })).toBe('oqtf-assignation-residence');
    expect(order({ measure: 'prison' })).toBe('oqtf-detention');
    expect(order({ measure: 'detention' })).toBe('oqtf-retention');
    // What is known only ever shortens the row that was named.
    expect(order({ measure: 'none' }, 'oqtf-assignation-residence')).toBe('oqtf-assignation-residence');
    expect(order({ measure: 'detention' }, 'oqtf-assignation-residence')).toBe('oqtf-retention');
    expect(order({ measure: 'prison' }, 'oqtf-assignation-residence')).toBe('oqtf-assignation-residence');
  });
  it('does not follow a measure notified later, and does follow one of the same day', () => {
    const order = (measured: DecisionFacts, rest: Rest = { notifiedOn: SINCE }) =>
      row('oqtf-un-mois', { measure: 'house-arrest', ...measured }, { decisionOn: SINCE, ...rest });
    expect(order({ measureNotifiedOn: isoDate('2024-07-16') })).toBe('oqtf-un-mois');
    expect(order({ measureNotifiedOn: SINCE })).toBe('oqtf-assignation-residence');
    expect(order({ measureNotifiedAt: '2024-07-15T23:00:00+02:00' })).toBe('oqtf-assignation-residence');
    expect(order({ measureNotifiedAt: '2024-07-16T00:00:00+02:00' })).toBe('oqtf-un-mois');
    expect(order({ measureNotifiedOn: SINCE }, { notifiedAt: '2024-07-15T10:00:00+02:00' })).toBe('oqtf-assignation-residence');
    expect(order({ measureNotifiedOn: SINCE }, {})).toBe('oqtf-un-mois');
    expect(order({})).toBe('oqtf-assignation-residence');
  });
  it('keeps its month under a house arrest of another article', () => {
    const order = (houseArrestArticle: string | null, measure: DecisionFacts['measure'] = 'house-arrest') =>
      row('oqtf-un-mois', { measure, houseArrestArticle }, { decisionOn: SINCE });
    for (const article of ['L.731-3', 'L. 523-1', 'L.751-2']) expect([article, order(article)]).toEqual([article, 'oqtf-un-mois']);
    for (const article of ['L.731-1', '', null]) expect([article, order(article)]).toEqual([article, 'oqtf-assignation-residence']);
    expect(order('L.731-3', 'prison')).toBe('oqtf-detention');
  });
  it('before the reform, follows the measure, then the time given to leave and the ground', () => {
    const former = (facts: DecisionFacts, named: DecisionId = 'oqtf-un-mois') => row(named, facts, { decisionOn: BEFORE });
    expect(former({ measure: 'house-arrest' })).toBe('oqtf-48h-assignation-ou-retention-avant-2024');
    expect(former({ measure: 'detention' })).toBe('oqtf-48h-assignation-ou-retention-avant-2024');
    expect(former({ measure: 'prison' })).toBe('oqtf-detenu-avant-2024');
    expect(former({ measure: 'none' })).toBe('oqtf-sans-delai-avant-2024');
    expect(former({ measure: 'house-arrest' }, 'oqtf-30-jours-avant-2024')).toBe('oqtf-48h-assignation-ou-retention-avant-2024');
    expect(former({ measure: 'detention' }, 'oqtf-15-jours-avant-2024')).toBe('oqtf-48h-assignation-ou-retention-avant-2024');
    expect(former({ measure: 'prison' }, 'oqtf-15-jours-avant-2024')).toBe('oqtf-15-jours-avant-2024');
    const kind = (voluntaryDepartureDays: number | null, oqtfGround: string | null = null) =>
      formerKind(about('oqtf-un-mois', { voluntaryDepartureDays, oqtfGround }));
    expect(kind(null, 'L.611-1 3°')).toBe('oqtf-sans-delai-avant-2024');
    expect(kind(0, 'L.611-1 3°')).toBe('oqtf-sans-delai-avant-2024');
    expect(kind(30)).toBe('oqtf-15-jours-avant-2024');
    const thirty = [
      'L.611-1 3°',
      'L611-1 3',
      'L. 611-1, 5°',
      'L.611-1,6',
      'l.611-1 6 °',
      'L.  611-1  ,  3°',
      'L.251-1',
      'L251-1 2°',
      'L. 251-1',
    ];
    for (const ground of thirty) expect([ground, kind(30, ground)]).toEqual([ground, 'oqtf-30-jours-avant-2024']);
    for (const ground of ['L.611-1 1°', 'L.611-1 2°', 'L.611-1 4°', 'L.611-1', 'other'])
      expect([ground, kind(30, ground)]).toEqual([ground, 'oqtf-15-jours-avant-2024']);
  });
  it('follows the measure when a former row is named for a later decision', () => {
    const since = (named: DecisionId, measure: DecisionFacts['measure']) => row(named, { measure }, { decisionOn: SINCE });
    expect(since('oqtf-48h-assignation-ou-retention-avant-2024', 'house-arrest')).toBe('oqtf-assignation-residence');
    expect(since('oqtf-48h-assignation-ou-retention-avant-2024', 'none')).toBe('oqtf-retention');
    expect(since('oqtf-detenu-avant-2024', 'house-arrest')).toBe('oqtf-detention');
    expect(since('oqtf-15-jours-avant-2024', 'detention')).toBe('oqtf-retention');
  });
  it('has a regime of its own overseas, and not on the mainland', () => {
    for (const departement of ['971', '973', '976', '977', '978'])
      expect([departement, row('oqtf-un-mois', { departement }, { decisionOn: SINCE })]).toEqual([
        departement,
        'oqtf-outre-mer-derogatoire',
      ]);
    expect(row('oqtf-outre-mer-derogatoire', { departement: null })).toBe('oqtf-outre-mer-derogatoire');
    expect(row('oqtf-outre-mer-derogatoire', { measure: 'none' }, { decisionOn: SINCE })).toBe('oqtf-un-mois');
    expect(row('oqtf-outre-mer-derogatoire', { measure: null }, { decisionOn: SINCE })).toBe('oqtf-retention');
    expect(row('oqtf-outre-mer-derogatoire', { measure: 'prison' }, { decisionOn: BEFORE })).toBe('oqtf-detenu-avant-2024');
  });
  it('asks for the measure only while the month depends on it', () => {
    const asks = (named: DecisionId, measure: DecisionFacts['measure'] = null) => {
      const c = about(named, { measure }, { decisionOn: SINCE });
      lawfulRow(c, named);
      return c.missing.has('measure');
    };
    expect([asks('oqtf-un-mois'), asks('oqtf-un-mois', 'none'), asks('oqtf-detention')]).toEqual([true, false, false]);
  });
  it('keeps the rows that start from a later measure, whatever the day', () => {
    for (const named of ['oqtf-puis-assignation', 'oqtf-puis-retention', 'oqtf-puis-detention'] as const)
      for (const decisionOn of [BEFORE, SINCE]) expect(row(named, { measure: 'none' }, { decisionOn })).toBe(named);
  });
});

describe('a transfer to another State', () => {
  const transfer = (named: DecisionId, measure: DecisionFacts['measure'], decisionOn: Rest['decisionOn'] = SINCE) =>
    row(named, { measure }, { decisionOn });
  it('is shorter in detention, and before the reform under house arrest too', () => {
    expect(transfer('transfert-dublin', null)).toBe('transfert-dublin');
    expect(transfer('transfert-dublin', 'none')).toBe('transfert-dublin');
    expect(transfer('transfert-dublin', 'house-arrest')).toBe('transfert-dublin');
    expect(transfer('transfert-dublin', 'detention')).toBe('transfert-dublin-retention');
    expect(transfer('transfert-dublin-retention', 'house-arrest')).toBe('transfert-dublin-retention');
    expect(transfer('transfert-48h-avant-2024', 'house-arrest')).toBe('transfert-dublin');
    expect(transfer('transfert-48h-avant-2024', 'none')).toBe('transfert-dublin-retention');
    expect(transfer('transfert-dublin', 'none', BEFORE)).toBe('transfert-15-jours-avant-2024');
    expect(transfer('transfert-dublin', 'prison', BEFORE)).toBe('transfert-15-jours-avant-2024');
    expect(transfer('transfert-dublin', 'detention', BEFORE)).toBe('transfert-48h-avant-2024');
    expect(transfer('transfert-dublin', 'house-arrest', BEFORE)).toBe('transfert-48h-avant-2024');
    // The day unknown: the name says which law.
    expect(transfer('transfert-15-jours-avant-2024', 'none', null)).toBe('transfert-15-jours-avant-2024');
    expect(transfer('transfert-15-jours-avant-2024', 'detention', null)).toBe('transfert-48h-avant-2024');
    expect(transfer('transfert-48h-avant-2024', 'house-arrest', null)).toBe('transfert-48h-avant-2024');
    expect(transfer('transfert-dublin', 'house-arrest', null)).toBe('transfert-dublin');
  });
});

describe('the row for the paper received', () => {
  it('follows the article of a house arrest', () => {
    const arrest = (houseArrestArticle: string | null) => auto({ paper: 'house-arrest', houseArrestArticle }, { decisionOn: SINCE });
    expect(arrest(null)).toBe('assignation-residence-l731-1');
    expect(arrest('L.731-1')).toBe('assignation-residence-l731-1');
    for (const article of ['L.731-1 6°', 'L.731-1, 7°', 'L.731-1 8°', 'L.731-3', 'L.523-1'])
      expect([article, arrest(article)]).toEqual([article, 'assignation-residence-autre']);
    expect(arrest('L.731-1 1°')).toBe('assignation-residence-l731-1');
    expect(arrest('L.751-2')).toBe('assignation-transfert-l751-2');
  });
  it('follows, for a judgment, what it was about', () => {
    const judgment = (initialDecision: DecisionId | null) => auto({ paper: 'judgment', initialDecision });
    expect([null, 'refus-entree-asile'].map((about) => judgment(about as DecisionId))).toEqual([
      'appel-refus-entree-asile',
      'appel-refus-entree-asile',
    ]);
    for (const about of ['transfert-dublin', 'transfert-48h-avant-2024', 'assignation-transfert-l751-2'] as const)
      expect([about, judgment(about)]).toEqual([about, 'cassation-transfert']);
    const short = ['irtf-autonome', 'irtf-15-jours-avant-2024', 'fin-delai-depart-volontaire', 'fin-delai-depart-avant-2024', 'pays-de-renvoi',
      'assignation-residence-l731-1', 'remise-ou-mesure-etat-membre', 'suspension-oqtf-asile', 'maintien-retention-asile', 'refus-ou-fin-cma',
      'oqtf-un-mois', 'oqtf-puis-detention', 'oqtf-detenu-avant-2024'] as const; // prettier-ignore
    for (const about of short) expect([about, judgment(about)]).toEqual([about, 'appel-jugement-oqtf']);
    for (const about of ['oqtf-outre-mer-derogatoire', 'refus-sejour-sans-oqtf', 'expulsion'] as const)
      expect([about, judgment(about)]).toEqual([about, 'appel-jugement-sejour']);
  });
  it('is an express refusal after silence only from the day after the silent one', () => {
    const refusal = (facts: DecisionFacts, notifiedOn: string | null = '2026-06-16') =>
      auto({ paper: 'permit-refusal', ...facts }, { notifiedOn: notifiedOn as Rest['notifiedOn'] });
    const [the15th, the16th] = [isoDate('2026-06-15'), isoDate('2026-06-16')];
    expect(refusal({ implicitRefusalOn: the15th })).toBe('decision-expresse-apres-silence');
    expect(refusal({ implicitRefusalOn: the16th })).toBe('refus-sejour-sans-oqtf');
    expect(refusal({ implicitRefusalOn: the15th }, null)).toBe('refus-sejour-sans-oqtf');
    // Four months of silence on a general request: 15 February to 15 June.
    expect(refusal({ completeFileReceivedOn: isoDate('2026-02-15'), permitRequested: 'general' })).toBe('decision-expresse-apres-silence');
    expect(refusal({ completeFileReceivedOn: isoDate('2026-02-16'), permitRequested: 'general' })).toBe('refus-sejour-sans-oqtf');
    expect(refusal({ completeFileReceivedOn: isoDate('2026-02-15'), permitRequested: 'student' })).toBe('refus-sejour-sans-oqtf');
    expect(refusal({ completeFileReceivedOn: isoDate('2026-02-15') })).toBe('refus-sejour-sans-oqtf');
    expect(refusal({})).toBe('refus-sejour-sans-oqtf');
  });
  it('tells a refusal from silence for family reunification', () => {
    const family = (facts: DecisionFacts, rest: Rest = {}) => auto({ paper: 'family-reunification-refusal', ...facts }, rest);
    expect(family({})).toBe('refus-regroupement-familial');
    expect(family({ completeFileReceivedOn: SINCE })).toBe('regroupement-familial-implicite');
    expect(family({ implicitRefusalOn: SINCE })).toBe('regroupement-familial-implicite');
    expect(family({ completeFileReceivedOn: SINCE }, { notifiedOn: SINCE })).toBe('refus-regroupement-familial');
    expect(family({ completeFileReceivedOn: SINCE }, { notifiedAt: '2024-07-15T10:00:00+02:00' })).toBe('refus-regroupement-familial');
  });
  it('follows the measure of an order and of a transfer, and asks while it is unknown', () => {
    const order = (facts: DecisionFacts, rest: Rest = { decisionOn: SINCE, notifiedOn: SINCE }) => auto({ paper: 'oqtf', ...facts }, rest);
    expect(order({})).toBe('oqtf-retention');
    expect(order({ measure: 'none' })).toBe('oqtf-un-mois');
    expect(order({ departement: '976', measure: 'none' })).toBe('oqtf-outre-mer-derogatoire');
    expect(order({ departement: null, measure: 'none' })).toBe('oqtf-un-mois');
    const later = isoDate('2024-07-20');
    expect(order({ measure: 'house-arrest', measureNotifiedOn: later })).toBe('oqtf-puis-assignation');
    expect(order({ measure: 'detention', measureNotifiedOn: later })).toBe('oqtf-puis-retention');
    expect(order({ measure: 'prison', measureNotifiedOn: later })).toBe('oqtf-puis-detention');
    expect(order({ measure: null, measureNotifiedOn: later })).toBe('oqtf-un-mois');
    // Before the reform no later measure had a row of its own.
    expect(order({ measure: 'detention', measureNotifiedOn: later }, { decisionOn: BEFORE, notifiedOn: BEFORE })).toBe(
      'oqtf-sans-delai-avant-2024',
    );
    const transfer = (measure: DecisionFacts['measure']) => auto({ paper: 'transfer', measure }, { decisionOn: SINCE });
    expect([null, 'none', 'detention', 'house-arrest'].map((measure) => transfer(measure as DecisionFacts['measure']))).toEqual([
      'transfert-dublin-retention',
      'transfert-dublin',
      'transfert-dublin-retention',
      'transfert-dublin',
    ]);
  });
  it('says which row it took, and warns where it is not the one that was named', () => {
    const said = (c: Case) => [chooseRow(c), c.steps.map(({ code, values }) => [code, values]), c.warnings.map(({ code }) => code)];
    expect(said(about('auto', { paper: 'expulsion' }))).toEqual(['expulsion', [['row-chosen', { row: 'expulsion' }]], []]);
    expect(said(about('expulsion'))).toEqual(['expulsion', [], []]);
    const moved = ['row-follows-facts', { asked: 'irtf-autonome', row: 'irtf-15-jours-avant-2024' }];
    expect(said(about('irtf-autonome', {}, { decisionOn: BEFORE }))).toEqual(['irtf-15-jours-avant-2024', [moved], ['row-follows-facts']]);
    expect(said(about('auto', { paper: 'entry-ban' }, { decisionOn: BEFORE }))).toEqual([
      'irtf-15-jours-avant-2024',
      [['row-chosen', { row: 'irtf-autonome' }], moved],
      [],
    ]);
    expect(said(about('auto'))).toEqual([null, [], []]);
  });
});
